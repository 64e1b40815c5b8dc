"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Icon } from "../ui/icon";
import { Segmented } from "../ui/segmented";
import { chooseTheme, paintFrame, readTheme, subscribeToTheme, type Theme } from "./theme";

const OPTIONS = [
  {
    value: "light",
    label: (
      <>
        <Icon name="sun" />
        Light
      </>
    ),
  },
  {
    value: "dark",
    label: (
      <>
        <Icon name="moon" />
        Dark
      </>
    ),
  },
  {
    value: "system",
    label: (
      <>
        <Icon name="screen" />
        System
      </>
    ),
  },
] as const;

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribeToTheme, readTheme, () => "system");
  useEffect(() => paintFrame(theme), [theme]);
  return <Segmented legend="Theme" hideLegend name="theme" options={OPTIONS} value={theme} onChange={chooseTheme} />;
}
