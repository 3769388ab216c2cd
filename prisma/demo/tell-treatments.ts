import { addDays } from "@/lib/kernel/time";
import { planAction } from "@/lib/risks/commands/plan-action";
import { publishScale } from "@/lib/risks/commands/publish-scale";
import { saveRiskDomain } from "@/lib/risks/commands/save-risk-domain";
import { settleAction } from "@/lib/risks/commands/settle-action";
import { listRisks } from "@/lib/risks/queries/list-risks";
import { listRiskDomains } from "@/lib/risks/queries/risk-choices";
import { FIRST_SCALE } from "@/lib/risks/rules/scales";
import { riskSearch } from "@/lib/risks/rules/search";
import type { Story } from "./story";

const MANAGER = "Dirk Achterberg";

/** What the levels of impact say in a company that ships from warehouses. */
const IMPACTS = [
  "Nobody on a shift notices",
  "One line works by hand for an hour",
  "A warehouse ships late the same day",
  "A warehouse does not ship for a shift, or a wave is rolled back",
  "Customers are without goods for a day, orders are lost, or a law is broken",
];

/** Before the first risk was scored the program put the scale into its own words. */
export async function tellScale(story: Story): Promise<void> {
  const impact = FIRST_SCALE.impact.map(({ name }, at) => ({ name, meaning: IMPACTS[at] ?? name }));
  await publishScale(story.back(MANAGER, -62, "10:00"), {
    content: { likelihood: [...FIRST_SCALE.likelihood], impact, matrix: [...FIRST_SCALE.matrix] },
    version: 1,
    apart: 0,
    reason: "The steering group wants impact said in terms of shifts and shipments.",
  });
}

type Told = {
  title: string;
  what: string;
  owner: string | null;
  planned: number;
  due: number | null;
  expected?: [3, 4];
  done?: number;
};

const ACTIONS: readonly Told[] = [
  {
    title: "Tilbury WMS cannot be restored inside 4 h",
    what: "Build the indexes in parallel",
    owner: "Priya Raman",
    planned: -20,
    due: -8,
    done: -9,
  },
  {
    title: "Tilbury WMS cannot be restored inside 4 h",
    what: "Repeat the restore with the full database",
    owner: "Joost van Dijk",
    planned: -20,
    due: 10,
    expected: [3, 4],
  },
  {
    title: "Carrier labels stop when the print link splits",
    what: "Rent a second print server for wave 4",
    owner: "Tomas Lindqvist",
    planned: -16,
    due: -3,
  },
  {
    title: "Nobody owns the slotting optimiser",
    what: "Ask the three site leads who changes its rules",
    owner: null,
    planned: -12,
    due: null,
  },
];

/** Actions against the worst risks: one done, one on time, one late, one that nobody owns; and one step of appetite. */
export async function tellTreatments(story: Story): Promise<void> {
  for (const { title, what, owner, planned, due, expected, done } of ACTIONS) {
    const [risk] = (await listRisks(story.as(MANAGER), riskSearch({ q: title }))).rows;
    if (risk === undefined) throw new Error(`the demo has no risk ${title}`);
    const { actionId } = await planAction(story.back("Priya Raman", planned, "15:00"), {
      riskId: risk.id,
      what,
      ownerId: owner === null ? null : story.person(owner),
      dueOn: due === null ? null : addDays(story.demoDay, due),
      ...(expected === undefined ? {} : { expectedLikelihood: expected[0], expectedImpact: expected[1] }),
    });
    if (done === undefined) continue;
    const settled = {
      actionId,
      version: 1,
      state: "done",
      note: "The build takes 50 minutes instead of three hours.",
    } as const;
    await settleAction(story.back("Priya Raman", done, "16:30"), settled);
  }
  const domain = (await listRiskDomains(story.as(MANAGER))).find((one) => one.name === "Observability");
  if (domain === undefined) throw new Error("the demo has no domain Observability");
  await saveRiskDomain(story.back(MANAGER, -40, "11:00"), {
    domainId: domain.id,
    version: domain.version,
    name: domain.name,
    appetite: 10,
    reason: "The auditor asked for longer logs; the steering group lives with less.",
  });
}
