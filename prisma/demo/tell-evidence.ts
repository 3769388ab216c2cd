import { addFile, addLink } from "@/lib/evidence/commands/add-evidence";
import { attachEvidence } from "@/lib/evidence/commands/attach-evidence";
import { reviseByFile } from "@/lib/evidence/commands/revise-evidence";
import { addDays } from "@/lib/kernel/time";
import { drillsOf } from "@/lib/recovery/queries/drills";
import { exportRisks } from "@/lib/risks/queries/list-risks";
import { riskSearch } from "@/lib/risks/rules/search";
import type { Story } from "./story";

type DemoLink = {
  title: string;
  url: string;
  note: string;
  /** Days from the demo's day; null is no stated end. */
  validFor: number | null;
  risk: string;
};

const LINKS: readonly DemoLink[] = [
  {
    title: "Allowlists of the partners",
    url: "https://wiki.corvane.example/edi/partner-allowlists",
    note: "Which of the partners have opened the new address, with the ticket of each.",
    validFor: 21,
    risk: "Partners keep the old address after the move",
  },
  {
    title: "Contract with the carrier, annex on availability",
    url: "https://contracts.corvane.example/carrier/annex-4",
    note: "",
    validFor: null,
    risk: "Partners keep the old address after the move",
  },
  {
    title: "Load test of the portal from Columbus",
    url: "https://tests.corvane.example/runs/portal-columbus-7",
    note: "Before the network change of last month; to be repeated.",
    validFor: -6,
    risk: "Portal is slower from the United States",
  },
];

const REPLAY = `Replay of EDI messages, 17 partners
partner;messages;booked;booked twice
Hallstrom;1204;1204;0
Verhoeven;877;877;0
Quayside;2310;2308;0
`;

const RESTORE = `Restore of Tilbury WMS
05:00 failure declared
05:14 backup located
05:58 files restored
06:12 scanners signed on again, one by one
06:52 first order picked
`;

/** Tells what some risks and a drill rest on: two files, one of them revised, and three links. */
export async function tellEvidence(story: Story): Promise<void> {
  const risks = await exportRisks(story.as("Dirk Achterberg"), riskSearch({ status: "all" }));
  const riskOf = (title: string) => {
    const found = risks.find((risk) => risk.title === title);
    if (found === undefined) throw new Error(`the demo has no risk ${title}`);
    return { attachType: "risk", attachId: found.id } as const;
  };
  for (const [at, { risk, validFor, ...link }] of LINKS.entries())
    await addLink(story.back("Tomas Lindqvist", -20 + at, "15:30"), {
      ...link,
      ...riskOf(risk),
      validUntil: validFor === null ? null : addDays(story.demoDay, validFor),
    });
  const replay = {
    title: "Replay of EDI messages",
    validUntil: addDays(story.demoDay, 60),
    ...riskOf("EDI orders booked twice during replay"),
  };
  await addFile(story.back("Priya Raman", -9, "17:00"), replay, fileOf("edi-replay.csv", REPLAY));
  await tellRestore(story, riskOf("Tilbury WMS cannot be restored inside 4 h"));
}

async function tellRestore(story: Story, risk: { attachType: "risk"; attachId: string }): Promise<void> {
  const title = "Restore of Tilbury WMS, minute by minute";
  const first = fileOf("restore-tilbury.log", RESTORE.split("06:12")[0] ?? "");
  const { evidenceId } = await addFile(
    story.back("Tomas Lindqvist", -50, "14:10"),
    { title, note: "As far as it was noted on the day.", ...risk },
    first,
  );
  const told = {
    evidenceId,
    note: "With the signing on of the scanners.",
    validUntil: addDays(story.demoDay, 170),
  };
  const whole = fileOf("restore-tilbury.log", RESTORE);
  await reviseByFile(story.back("Tomas Lindqvist", -49, "10:20"), told, whole);
  const drills = await drillsOf(story.as("Priya Raman"), story.workload("Tilbury WMS"));
  const drill = drills.find((one) => one.withdrawnAt === null);
  if (drill === undefined) throw new Error("the demo has no drill of Tilbury WMS");
  const attachTo = { attachType: "drill", attachId: drill.id };
  await attachEvidence(story.back("Tomas Lindqvist", -49, "10:25"), { evidenceId, ...attachTo });
}

function fileOf(fileName: string, text: string) {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return { fileName, chunks: chunks() };
}
