import type { Health, Lifecycle } from "@/components/ui/status";

export type ShellProgram = { name: string; href: string /** "180 workloads, 6 waves" */; detail?: string };

export type NavItem = {
  href: string;
  label: string;
  /** The heading under which it stands with its neighbours of the same group. */
  group?: string;
  count?: number;
  /** The count waits for this person: drawn in ink. */
  due?: boolean;
  /** Current only at this very address, not below it. */
  exact?: boolean;
};

export type ShellWave = { href: string; number: number; name: string; status: Health | Lifecycle };

/** The last crumb has no address: it is the page itself. */
export type Crumb = { label: string; href?: string };

export type ShellUser = { name: string; role: string };

export type Theme = "system" | "light" | "dark";
