/** The cookie that overrides the system's theme. */
export const THEME_COOKIE = "wavegate-theme";

/** What the cookie says; anything unknown is the system's choice. */
export function parseTheme(value: string | undefined): "system" | "light" | "dark" {
  return value === "light" || value === "dark" ? value : "system";
}
