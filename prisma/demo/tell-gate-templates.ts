import { saveGateTemplate } from "@/lib/gates/commands/save-gate-template";
import { builtInTemplate } from "@/lib/gates/rules/built-in-templates";
import type { Story } from "./story";
import { SEATS } from "./tell-gates";

/** Both owners and the sponsor sign at every cutover; a production rehearsal asks for what stopped a warehouse before. */
export async function tellGateTemplates(story: Story): Promise<void> {
  for (const waveKind of ["foundation", "non_production", "production"] as const) {
    const kinds = { waveKind, kind: "go_no_go" } as const;
    const { demanded, criteria } = builtInTemplate(waveKind, kinds.kind);
    await saveGateTemplate(story.back("Dirk Achterberg", -105), {
      ...kinds,
      version: 0,
      demanded,
      criteria: [...criteria],
      quorum: SEATS.length,
      seats: SEATS.map(({ role, capacity }) => ({ role, capacity })),
    });
  }
  await askForLabels(story);
}

async function askForLabels(story: Story): Promise<void> {
  const kinds = { waveKind: "production", kind: "rehearsal" } as const;
  const { demanded, quorum, criteria } = builtInTemplate(kinds.waveKind, kinds.kind);
  await saveGateTemplate(story.back("Dirk Achterberg", -60), {
    ...kinds,
    version: 0,
    demanded,
    quorum,
    seats: [
      { role: "business_owner", capacity: "Owner of the services that move" },
      { role: "platform_engineer", capacity: "Lead of the platform" },
    ],
    criteria: [
      ...criteria,
      {
        key: "labels-printed",
        group: "Business readiness",
        title: "Every dock door printed and scanned a label",
        meaning: "Lorries wait at the ramp while nobody knows why",
        source: "attested",
      },
    ],
  });
}
