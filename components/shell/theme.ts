export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** The paper of each theme, for the browser's own frame. The same values as in `globals.css`. */
const PAPER: Record<Exclude<Theme, "system">, string> = { light: "#faf8f3", dark: "#171411" };

const listeners = new Set<() => void>();

function isTheme(value: string | undefined): value is "light" | "dark" {
  return value === "light" || value === "dark";
}

export function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return isTheme(chosen) ? chosen : "system";
}

/** Applies a theme and keeps it on this device; `system` forgets the choice. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember(theme);
  paintFrame(theme);
  for (const listener of listeners) listener();
}

function remember(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage is closed (a private window): the choice then lasts as long as the page.
  }
}

/** Browsers colour their own frame from these; a theme chosen by hand goes before the system's. */
export function paintFrame(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.media.includes("dark") ? PAPER.dark : PAPER.light;
    meta.content = theme === "system" ? ofSystem : PAPER[theme];
  }
}

export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
