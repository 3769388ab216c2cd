import type { Addresses } from "./addresses";

export type Reader =
  | "executive"
  | "platform engineer"
  | "business owner"
  | "program manager"
  | "auditor"
  | "partner";

export type Route = {
  path: (at: Addresses) => string;
  /** Who gets it; "anyone" also signed out, "signed in" whoever has an account. */
  who: readonly Reader[] | "anyone" | "signed in";
  /** Words that stand only in what is protected here; whoever has no right must not get them. */
  says: string;
  method?: "GET" | "POST";
};

/** Who may have what, by their roles. */
export const MEMBERS = [
  "executive",
  "platform engineer",
  "business owner",
  "program manager",
  "auditor",
] as const;
export const EVERYBODY = [...MEMBERS, "partner"] as const;
export const WRITERS = ["platform engineer", "program manager"] as const;
export const SETTLERS = [...WRITERS, "business owner"] as const;
export const MANAGER = ["program manager"] as const;
export const EXECUTIVE = ["executive"] as const;
export const TRAIL = ["executive", "program manager", "auditor"] as const;

/** How an address is filled: below the program, a workload, a wave, or among its files. */
export const program = (rest: string) => (at: Addresses) => `/p/${at.program}${rest}`;
export const workload = (rest: string) => (at: Addresses) =>
  `/p/${at.program}/workloads/${at.workload}${rest}`;
export const wave = (rest: string) => (at: Addresses) => `/p/${at.program}/waves/${at.wave}${rest}`;
export const api = (rest: string) => (at: Addresses) => `/api/p/${at.program}${rest}`;
/** Where a route is, who gets it, and what it says. */
export const page = (path: Route["path"], who: Route["who"], says: string): Route => ({ path, who, says });
