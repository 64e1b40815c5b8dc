import type { ComponentProps } from "react";
import { TextField } from "../ui/field";
import { type GroupsProps, NARROW } from "./group";
import type { TypedSettings } from "./typed";

export type SettingFieldProps = GroupsProps &
  Omit<ComponentProps<typeof TextField>, "name" | "defaultValue" | "error" | "autoComplete" | "className"> & {
    name: Exclude<keyof TypedSettings, "easyDays">;
    /** For a number or a date; its words are not narrowed. */
    narrow?: boolean;
    className?: string;
  };

/** A setting that is typed: what stands in it, and what is wrong with it, are found by its name. */
export function SettingField({ name, typed, errors, narrow = false, className, ...field }: SettingFieldProps) {
  return (
    <TextField
      {...field}
      name={name}
      autoComplete="off"
      className={narrow ? NARROW : className}
      defaultValue={typed[name]}
      error={errors[name]}
    />
  );
}
