import { DefinitionList, type Fact } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Shape, type Tone } from "@/components/ui/status";
import { listed } from "@/lib/kernel/text";
import { PART_LABELS } from "@/lib/replanning/labels";
import { type Consequence, PARTS, type Part } from "@/lib/replanning/model";

const MOST = 12;

/** How heavy it is when it comes. What is not named here is a plain fact. */
const TONES: Partial<Record<Part, Tone>> = {
  against: "off",
  freezes: "off",
  gates: "off",
  signatures: "risk",
  cautions: "risk",
  order: "risk",
  overlaps: "risk",
  lacking: "risk",
  exception: "risk",
};

/** What a change brings about, part by part, and in one sentence what it leaves alone. */
export function ConsequenceList({
  consequences,
  lead = [],
}: {
  consequences: readonly Consequence[];
  /** What stands first: the change itself. */
  lead?: readonly Fact[];
}) {
  const groups = PARTS.flatMap((part) =>
    (["comes", "goes"] as const).flatMap((way) => {
      const found = consequences.filter((one) => one.part === part && one.way === way);
      return found.length === 0 ? [] : [{ part, way, found }];
    }),
  );
  const alone = PARTS.filter((part) => !groups.some((group) => group.part === part));
  return (
    <>
      <DefinitionList
        items={[
          ...lead,
          ...groups.map(({ part, way, found }) => ({
            label: <Label part={part} way={way} count={found.length} />,
            value: <Lines lines={found.map(({ words }) => words)} />,
          })),
        ]}
      />
      <p className="soft dense" style={{ marginTop: 12 }}>
        {groups.length === 0 ? "Nothing changes. " : ""}
        {alone.length === 0
          ? ""
          : `Nothing changes for: ${listed(
              alone.map((part) => PART_LABELS[part].none),
              alone.length,
            )}.`}
      </p>
    </>
  );
}

function Label({ part, way, count }: { part: Part; way: Consequence["way"]; count: number }) {
  const tone = way === "comes" ? TONES[part] : undefined;
  return (
    <>
      {tone === undefined ? null : <Shape kind={tone} />} {PART_LABELS[part][way]}{" "}
      <b className="b">{count}</b>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const [first] = lines;
  if (lines.length === 1) return first;
  return (
    <Rows dense>
      {lines.slice(0, MOST).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > MOST ? <li className="mute">and {lines.length - MOST} more</li> : null}
    </Rows>
  );
}
