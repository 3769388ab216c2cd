import { createControl } from "@/lib/controls/commands/create-control";
import { linkControl } from "@/lib/controls/commands/link-control";
import { recordVerification } from "@/lib/controls/commands/record-verification";
import { attachEvidence } from "@/lib/evidence/commands/attach-evidence";
import { exportEvidence } from "@/lib/evidence/queries/list-evidence";
import { evidenceSearch } from "@/lib/evidence/rules/search";
import { exportRisks } from "@/lib/risks/queries/list-risks";
import { riskChoices } from "@/lib/risks/queries/risk-choices";
import { riskSearch } from "@/lib/risks/rules/search";
import { DEMO_CONTROLS } from "./controls";
import type { Story } from "./story";

const MANAGER = "Dirk Achterberg";
/** Before the first verification. */
const ADDED = -75;

/** The control catalogue with what was found when somebody looked, and the risks that each works against. */
export async function tellControls(story: Story): Promise<void> {
  const { domains } = await riskChoices(story.as(MANAGER));
  const risks = await exportRisks(story.as(MANAGER), riskSearch({ status: "all" }));
  for (const { domain, owner, evidence, risks: against, seen, ...facts } of DEMO_CONTROLS) {
    const { controlId } = await createControl(story.back(MANAGER, ADDED, "13:00"), {
      ...facts,
      domainId: domains.find(({ name }) => name === domain)?.id ?? null,
      ownerId: owner === null ? null : story.person(owner),
    });
    for (const { day, holds, by, note } of seen)
      await recordVerification(story.back(by, day, "17:00"), {
        controlId,
        outcome: holds ? "holds" : "does_not_hold",
        note,
      });
    if (evidence !== undefined) await attach(story, controlId, evidence);
    for (const title of against) {
      const code = risks.find((risk) => risk.title === title)?.code;
      if (code === undefined) throw new Error(`the demo has no risk ${title}`);
      await linkControl(story.back(MANAGER, -13, "15:30"), { controlId, code });
    }
  }
}

async function attach(story: Story, controlId: string, title: string): Promise<void> {
  const kept = await exportEvidence(story.as(MANAGER), evidenceSearch({}), new Date());
  const evidenceId = kept.find((one) => one.title === title)?.id;
  if (evidenceId === undefined) throw new Error(`the demo has no evidence ${title}`);
  const attachTo = { attachType: "control", attachId: controlId };
  await attachEvidence(story.back("Priya Raman", -8, "09:30"), { evidenceId, ...attachTo });
}
