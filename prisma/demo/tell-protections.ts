import { setRecoveryComponents } from "@/lib/recovery/commands/set-recovery-components";
import { DEMO_PROTECTIONS } from "./protections";
import type { Story } from "./story";

/** Tells what protects a dozen workloads by design: some hold, some cannot, of some not everything is known. */
export async function tellProtections(story: Story): Promise<void> {
  for (const { workload, day, by, parts } of DEMO_PROTECTIONS)
    await setRecoveryComponents(story.back(by, day, "15:10"), {
      workloadId: story.workload(workload),
      version: 0,
      ...parts,
    });
}
