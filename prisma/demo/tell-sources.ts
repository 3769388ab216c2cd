import * as z from "zod";
import { applyClaims } from "@/lib/claims/commands/apply-claims";
import { ensureSources } from "@/lib/claims/commands/ensure-sources";
import { raiseQuestions } from "@/lib/claims/commands/raise-questions";
import type { Value } from "@/lib/claims/model";
import { type Call, defineCommand } from "@/lib/command/define-command";
import { eventList } from "@/lib/command/event-list";
import { answerQuestion } from "@/lib/questions/commands/answer-question";
import { exportQuestions } from "@/lib/questions/queries/list-questions";
import { questionSearch } from "@/lib/questions/rules/search";
import { applyWorkloadChanges } from "@/lib/workloads/commands/apply-workload-changes";
import type { WorkloadChange } from "@/lib/workloads/model/workload";
import { changeWorkloadInput } from "@/lib/workloads/schema";
import { ANSWERS, CORRECTED, SOURCE_WORDS } from "./sources";
import type { Story } from "./story";

/** Tools and lists say what they know of some workloads, contradict each other, and some of it is answered. */
export async function tellSources(story: Story): Promise<void> {
  for (const chapter of [...SOURCE_WORDS, CORRECTED]) await bringIn(story, chapter);
  const asked = await exportQuestions(story.as("Dirk Achterberg"), questionSearch({}));
  for (const { workload, field, by, days, choice, other, reason } of ANSWERS) {
    const question = asked.find((one) => one.subject === workload && one.field === field);
    if (question === undefined) throw new Error(`the demo asks nothing about ${field} of ${workload}`);
    const answer = { questionId: question.id, version: question.version, choice, other, reason };
    await answerQuestion(story.back(by, days, "16:00"), answer);
  }
}

const spoken = z.object({
  source: z.string(),
  words: z.array(
    z.object({ workloadId: z.uuid(), field: z.string(), value: z.unknown(), stands: z.boolean() }),
  ),
});

/** What an import does with the words of a source, without a file. */
const hearSource = defineCommand({
  permission: "import:run",
  input: spoken,
  lock: "shared",
  async run(tx, ctx, { source, words }) {
    const said = words.map((word) => ({ ...word, value: plainValue(word.value) }));
    const taken = await applyWorkloadChanges(
      tx,
      ctx,
      said.filter((word) => word.stands).map((word) => changeBy(source, word)),
    );
    const about = { source, externalId: null, importId: null };
    const events = [
      ...taken.events,
      ...(await ensureSources(tx, ctx, [source])),
      ...(await applyClaims(
        tx,
        ctx,
        said.map(({ workloadId, field, value }) => ({ ...about, workloadId, facts: { [field]: value } })),
      )),
      ...(await raiseQuestions(
        tx,
        ctx,
        said
          .filter((word) => !word.stands)
          .map(({ workloadId, field, value }) => ({
            workloadId,
            field,
            statedValue: value,
            statedSource: source,
            importId: null,
          })),
      )),
    ];
    return { value: null, events: eventList(events) };
  },
});

async function bringIn(story: Story, { source, days, words }: (typeof SOURCE_WORDS)[number]): Promise<void> {
  // the correction agrees with what stands: it is only heard
  const agrees = source === CORRECTED.source && days === CORRECTED.days;
  const call: Call = story.back("Priya Raman", days, "09:30");
  await hearSource(call, {
    source,
    words: words.map(([workload, field, value, stands]) => ({
      workloadId: story.workload(workload),
      field,
      value,
      stands: stands || agrees,
    })),
  });
}

type Said = { workloadId: string; field: string; value: Value };

function changeBy(source: string, { workloadId, field, value }: Said): WorkloadChange {
  const read = changeWorkloadInput.parse({ workloadId, version: 1, [field]: value });
  const { workloadId: _, version: __, ...facts } = read;
  return { kind: "change", workloadId, facts, origins: { [field]: source } };
}

function plainValue(value: unknown): Value {
  return z.union([z.string(), z.number(), z.boolean()]).parse(value);
}
