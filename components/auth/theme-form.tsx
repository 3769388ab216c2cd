const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export type ThemeFormProps = {
  action: (form: FormData) => Promise<void>;
  theme: (typeof THEMES)[number]["value"];
};

/** Light, dark, or as the system has it. */
export function ThemeForm({ action, theme }: ThemeFormProps) {
  return (
    <form className="seg" action={action} aria-label="Theme" style={{ maxWidth: 360 }}>
      {THEMES.map(({ value, label }) => (
        <button key={value} type="submit" name="theme" value={value} aria-pressed={value === theme}>
          {label}
        </button>
      ))}
    </form>
  );
}
