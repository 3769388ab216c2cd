import type { Backfill } from "@/lib/command/define-command";
import { recordDependency } from "@/lib/dependencies/commands/record-dependency";
import { recordExternalLink } from "@/lib/dependencies/commands/record-external-link";
import { addDays, type CalendarDate } from "@/lib/kernel/time";
import { closeRisk } from "@/lib/risks/commands/close-risk";
import { raiseRisk } from "@/lib/risks/commands/raise-risk";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { createWorkload } from "@/lib/workloads/commands/create-workload";
import { listTiers } from "@/lib/workloads/queries/options";
import { demoFacts } from "./facts";
import { type DemoProgram, foundDemo } from "./found-demo";
import { DEMO_LINKS, OUTSIDE_LINKS } from "./links";
import { PORTFOLIO } from "./portfolio";
import { DEMO_RISKS, type DemoRisk } from "./risks";
import type { Story } from "./story";
import { instantOn } from "./story-clock";
import { tellAcceptances } from "./tell-acceptances";
import { tellCalendar } from "./tell-calendar";
import { tellChecklists } from "./tell-checklists";
import { tellControls } from "./tell-controls";
import { tellDrills } from "./tell-drills";
import { tellEstate } from "./tell-estate";
import { tellEvidence } from "./tell-evidence";
import { tellGateTemplates } from "./tell-gate-templates";
import { tellPacks } from "./tell-packs";
import { tellProfiles } from "./tell-profiles";
import { tellProtections } from "./tell-protections";
import { tellSources } from "./tell-sources";
import { tellScale, tellTreatments } from "./tell-treatments";
import { tellWaves } from "./tell-waves";

const SOURCE = "demo story";
const REASON = "Invented history of the demo program";

/**
 * Tells the story of the invented program through the product's own commands. What lies before the demo's day is
 * brought in with its own time and recorded with the true one.
 */
export async function tellStory(ownerUrl: string, demoDay: CalendarDate): Promise<DemoProgram> {
  const program = await foundDemo(ownerUrl);
  const story = calls(program, demoDay);
  const ids = await tellPortfolio(story);
  const complete: Story = {
    ...story,
    workload: (name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`the demo has no workload ${name}`);
      return id;
    },
  };
  await tellEstate(complete);
  await tellSources(complete);
  await tellCalendar(complete);
  await tellGateTemplates(complete);
  const waves = await tellWaves(complete);
  await tellScale(complete);
  await tellRisks(complete, waves.byNumber);
  await tellAcceptances(complete);
  await tellTreatments(complete);
  await waves.tellSteps();
  await tellProfiles(complete);
  await tellDrills(complete);
  await tellProtections(complete);
  await tellEvidence(complete);
  await tellControls(complete);
  await tellChecklists(complete, waves.byNumber);
  await waves.tellSignatures();
  await tellPacks(complete);
  return program;
}

type Calls = Omit<Story, "workload">;

function calls(program: DemoProgram, demoDay: CalendarDate): Calls {
  const by = program.as("Dirk Achterberg");
  return {
    ...program,
    demoDay,
    now: (name) => ({ actor: program.as(name) }),
    back: (name, days, time = "10:00") => {
      const backfill: Backfill = {
        occurredAt: instantOn(demoDay, days, time),
        source: SOURCE,
        reason: REASON,
        by,
      };
      return { actor: program.as(name), backfill };
    },
  };
}

async function tellPortfolio(story: Calls): Promise<Map<string, string>> {
  const tiers = await listTiers(story.as("Dirk Achterberg"));
  const ids = new Map<string, string>();
  const personOf = (name: string | null) => (name === null ? null : story.person(name));
  for (const line of Object.values(PORTFOLIO).flat()) {
    const [name, kind, criticality, tier, businessOwner, technicalOwner, site] = line;
    const { workloadId } = await createWorkload(story.back("Priya Raman", -120, "09:00"), {
      name,
      kind,
      criticality,
      site,
      tierId: tiers.find((one) => one.rank === tier)?.id ?? null,
      businessOwnerId: personOf(businessOwner),
      technicalOwnerId: personOf(technicalOwner),
      operatedBy: site === "Columbus" ? "Columbus site team" : "Platform team",
      runsAt: site === "All sites" ? "Data centre Tilbury" : `Server room ${site}`,
      target: "Cloud, primary region",
      ...demoFacts(name, kind, site),
    });
    ids.set(name, workloadId);
  }
  const idOf = (name: string) => ids.get(name) ?? "";
  for (const [dependent, needed, kind, hardness] of DEMO_LINKS) {
    await recordDependency(story.back("Tomas Lindqvist", -118, "11:00"), {
      dependentId: idOf(dependent),
      neededId: idOf(needed),
      kind,
      hardness,
      documented: hardness !== null,
    });
  }
  for (const { workload, ...link } of OUTSIDE_LINKS)
    await recordExternalLink(story.back("Tomas Lindqvist", -118, "14:00"), {
      ...link,
      workloadId: idOf(workload),
    });
  return ids;
}

async function tellRisks(story: Story, waveIds: ReadonlyMap<number, string>): Promise<void> {
  const { domains } = await riskChoices(story.as("Dirk Achterberg"));
  for (const [index, risk] of DEMO_RISKS.entries()) {
    const domainId = domains.find((domain) => domain.name === risk.domain)?.id ?? null;
    const { id: riskId } = await raiseRisk(story.back("Dirk Achterberg", -60 + (index % 40), "14:00"), {
      ...wordsOf(risk, story),
      domainId,
      waveIds: [waveIds.get(risk.wave ?? 0)].filter((id) => id !== undefined),
      workloadIds: risk.workloads.map(story.workload),
    });
    if (risk.closed !== undefined) {
      await closeRisk(story.back("Dirk Achterberg", -3, "15:00"), {
        riskId,
        version: 1,
        reason: risk.closed,
      });
    }
  }
}

/** Days from the demo's day to the first one on which a risk of that wave may happen. */
const POSSIBLE: Readonly<Record<number, number>> = { 3: 4, 4: 27, 5: 55, 6: 104 };

function possibleFrom(wave: number, story: Story): CalendarDate | null {
  const days = POSSIBLE[wave];
  return days === undefined ? null : addDays(story.demoDay, days);
}

function wordsOf(risk: DemoRisk, story: Story) {
  return {
    title: risk.title,
    ownerId: risk.owner === null ? null : story.person(risk.owner),
    treatment: risk.treatment,
    nextAction: risk.nextAction,
    dueOn: risk.dueIn === null ? null : addDays(story.demoDay, risk.dueIn),
    strikesOn: risk.wave === null ? null : possibleFrom(risk.wave, story),
    inherentLikelihood: risk.inherent.likelihood,
    inherentImpact: risk.inherent.impact,
    currentLikelihood: risk.current.likelihood,
    currentImpact: risk.current.impact,
    targetLikelihood: risk.target.likelihood,
    targetImpact: risk.target.impact,
  };
}
