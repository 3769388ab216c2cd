import { addDays } from "@/lib/kernel/time";
import { recordMeasurements } from "@/lib/profiles/commands/record-measurements";
import { recordRemediation } from "@/lib/profiles/commands/record-remediation";
import { recordTenantClass } from "@/lib/profiles/commands/record-tenant-class";
import { setDuties } from "@/lib/profiles/commands/set-duties";
import { dutyStamp, dutyWords } from "@/lib/profiles/rules/duties";
import { PORTFOLIO } from "./portfolio";
import { FIGURES, HALF_SETTLED, REMEDIATION, TENANT_CLASSES, USUAL_DUTIES } from "./profiles";
import type { Story } from "./story";

const ENGINEER = "Tomas Lindqvist";
/** In these waves who does what was settled when the wave was planned. */
const SETTLED_WAVES = [1, 2, 3, 4];

/** Tells who does what, what was measured, what will hurt and whom the workloads serve. */
export async function tellProfiles(story: Story): Promise<void> {
  await tellDuties(story);
  for (const { name, days, ...rest } of FIGURES) {
    await recordMeasurements(story.back(ENGINEER, days, "16:00"), {
      ...rest,
      workloadId: story.workload(name),
      measuredOn: addDays(story.demoDay, days),
    });
  }
  for (const [at, { workload, owner, dueIn, ...facts }] of REMEDIATION.entries()) {
    await recordRemediation(story.back(ENGINEER, -55 + at, "11:30"), {
      ...facts,
      workloadId: story.workload(workload),
      ownerId: owner === null ? null : story.person(owner),
      dueOn: dueIn === null ? null : addDays(story.demoDay, dueIn),
    });
  }
  for (const { workload, ...facts } of TENANT_CLASSES) {
    await recordTenantClass(story.back(ENGINEER, -35, "13:00"), {
      ...facts,
      workloadId: story.workload(workload),
    });
  }
}

async function tellDuties(story: Story): Promise<void> {
  const version = dutyStamp(dutyWords([]));
  const settled = SETTLED_WAVES.flatMap((wave) => (PORTFOLIO[wave] ?? []).map(([name]) => name));
  const told = [
    ...settled
      .filter((name) => HALF_SETTLED[name] === undefined)
      .map((name) => [name, USUAL_DUTIES] as const),
    ...Object.entries(HALF_SETTLED),
  ];
  for (const [name, duties] of told)
    await setDuties(story.back(ENGINEER, -110, "15:00"), {
      workloadId: story.workload(name),
      version,
      duties,
    });
}
