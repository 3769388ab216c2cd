import type { Actor } from "@/lib/access/model";
import type { WorkloadView } from "@/lib/workloads/rules/view";

/** What every part of a workload's page works with; `home` and `path` are the addresses of program and workload. */
export type WorkloadPageData = {
  actor: Actor;
  workload: WorkloadView;
  home: string;
  path: string;
  mayChange: boolean;
  /** The pages of its links that the address asks for. */
  pages: Readonly<Record<"needs" | "needed", string | readonly string[] | undefined>>;
};
