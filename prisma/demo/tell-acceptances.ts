import { addDays } from "@/lib/kernel/time";
import { decideAcceptance } from "@/lib/risks/commands/decide-acceptance";
import { proposeAcceptance } from "@/lib/risks/commands/propose-acceptance";
import { listRisks } from "@/lib/risks/queries/list-risks";
import { riskSearch } from "@/lib/risks/rules/search";
import type { Story } from "./story";

type Asked = { by: string; title: string; day: number; until: number } & Record<
  "reason" | "scope" | "conditions",
  string
>;

const EXECUTIVE = "Marta Okafor";

/** One risk is lived with, one acceptance has run out, and one proposal waits for the executive. */
export async function tellAcceptances(story: Story): Promise<void> {
  const inForce = await propose(story, {
    by: "Tomas Lindqvist",
    title: "Voice picking has one engineer who knows it",
    day: -20,
    until: 45,
    reason: "A second engineer is trained and takes over in six weeks; hiring would take longer.",
    scope: "Voice picking in Tilbury",
    conditions: "The second engineer shadows two shifts a week",
  });
  await accept(story, inForce, -18, "Agreed until the second engineer stands alone.");
  const over = await propose(story, {
    by: "Priya Raman",
    title: "Month-end close meets the ERP window",
    day: -34,
    until: -2,
    reason: "The close calendar is fixed at the next finance board; nothing cuts over before.",
    scope: "",
    conditions: "",
  });
  await accept(story, over, -32, "Until the finance board has met.");
  await propose(story, {
    by: "Tomas Lindqvist",
    title: "Columbus has no second network line",
    day: -1,
    until: 60,
    reason:
      "The second line is ordered; the carrier delivers in eight weeks. A mobile link carries picking meanwhile.",
    scope: "Columbus, picking and shipping",
    conditions: "The mobile link is tested every Friday",
  });
}

async function propose(story: Story, { by, title, day, until, ...words }: Asked): Promise<string> {
  const { rows } = await listRisks(story.as(by), riskSearch({ q: title }));
  const [risk] = rows;
  if (risk === undefined) throw new Error(`the demo has no risk ${title}`);
  const { acceptanceId } = await proposeAcceptance(story.back(by, day, "11:30"), {
    ...words,
    riskId: risk.id,
    expiresLocal: `${addDays(story.demoDay, until)}T18:00`,
  });
  return acceptanceId;
}

async function accept(story: Story, acceptanceId: string, day: number, comment: string): Promise<void> {
  const call = story.back(EXECUTIVE, day, "16:00");
  await decideAcceptance(call, { acceptanceId, version: 1, decision: "accepted", comment });
}
