import { DefinitionList } from "@/components/ui/page";
import { counted, listed } from "@/lib/kernel/text";
import type { JoiningPreview } from "@/lib/waves/model";

/** What adding workloads means, one line a consequence. */
export function JoiningConsequences({ preview, signed }: { preview: JoiningPreview; signed: number }) {
  const { joining, withoutOwner, withoutTarget, notMoving, arguedAgainst } = preview;
  const moved = joining.filter(({ from }) => from !== null);
  const links = arguedAgainst.map(
    (link) =>
      `${link.inside.name} needs ${link.outside.name} (${link.wave === null ? "in no wave" : `wave ${link.wave.number}`})`,
  );
  return (
    <DefinitionList
      items={[
        {
          label: counted(joining.length, "workload joins", "workloads join"),
          value: listed(joining.map(name), 12),
        },
        {
          label: "Taken from other waves",
          value:
            moved.length === 0
              ? "none"
              : listed(
                  moved.map((one) => `${one.name} (wave ${one.from?.number})`),
                  12,
                ),
        },
        { label: "Without an owner", value: names(withoutOwner) },
        { label: "Without a complete recovery target", value: names(withoutTarget) },
        { label: "To be retained or retired", value: names(notMoving) },
        {
          label: "Hard links to what moves later or in no wave",
          value: links.length === 0 ? "none" : listed(links, 6),
        },
        ...(signed === 0
          ? []
          : [
              {
                label: "Signatures",
                value: `${counted(signed, "signature")} will be stale and must be given again`,
              },
            ]),
      ]}
    />
  );
}

function names(list: readonly string[]): string {
  return list.length === 0 ? "none" : listed(list, 8);
}

function name(one: { name: string }): string {
  return one.name;
}
