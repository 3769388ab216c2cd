import { addDays } from "@/lib/kernel/time";
import { recordDrill } from "@/lib/recovery/commands/record-drill";
import { setRecoveryClaim } from "@/lib/recovery/commands/set-recovery-claim";
import { withdrawDrill } from "@/lib/recovery/commands/withdraw-drill";
import { saveTier } from "@/lib/workloads/commands/save-tier";
import { listTiers } from "@/lib/workloads/queries/options";
import { DEMO_CLAIMS, DEMO_DRILLS, type DemoDrill, DRILL_INTERVALS } from "./drills";
import { REHEARSAL_DRILLS } from "./rehearsal-drills";
import type { Story } from "./story";

/** From this day on the program records its drills; what was rehearsed before is noted then. */
const RECORDED = -109;

/** Tells how often is drilled, what was rehearsed and measured, and what providers claim. */
export async function tellDrills(story: Story): Promise<void> {
  await tellIntervals(story);
  for (const { workload, statedIn, ...claim } of DEMO_CLAIMS) {
    await setRecoveryClaim(story.back("Priya Raman", Math.max(statedIn, RECORDED), "16:30"), {
      ...claim,
      workloadId: story.workload(workload),
      version: 0,
      statedOn: addDays(story.demoDay, statedIn),
    });
  }
  for (const drill of [...DEMO_DRILLS, ...REHEARSAL_DRILLS].sort((one, other) => one.day - other.day))
    await tellDrill(story, drill);
}

async function tellIntervals(story: Story): Promise<void> {
  for (const { id, workloads: _, ...tier } of await listTiers(story.as("Dirk Achterberg"))) {
    const drillIntervalDays = DRILL_INTERVALS[tier.rank];
    if (drillIntervalDays === undefined) continue;
    await saveTier(story.back("Dirk Achterberg", RECORDED, "09:45"), {
      ...tier,
      tierId: id,
      drillIntervalDays,
    });
  }
}

async function tellDrill(story: Story, drill: DemoDrill): Promise<void> {
  const { workload, kind, day, at, back, lost, by, findings, withdrawn } = drill;
  const date = addDays(story.demoDay, day);
  const recorded = Math.max(day, RECORDED);
  const { drillId } = await recordDrill(story.back(by, recorded, "18:00"), {
    workloadId: story.workload(workload),
    kind,
    declaredLocal: `${date}T${at}`,
    usableLocal: back === null ? "" : `${date}T${clock(at, back)}`,
    notReached: back === null,
    lastGoodLocal: lost === null ? "" : `${date}T${clock(at, -lost)}`,
    notMeasured: lost === null,
    findings,
  });
  if (withdrawn !== undefined)
    await withdrawDrill(story.back("Priya Raman", recorded + 1, "09:20"), { drillId, reason: withdrawn });
}

/** A time of the same day so many minutes later. */
function clock(at: string, minutes: number): string {
  const [hours = 0, rest = 0] = at.split(":").map(Number);
  const all = hours * 60 + rest + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
}
