import { Due } from "@/components/cutover/due";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { DefinitionList } from "@/components/ui/page";
import { CHECKLIST_STATE_LABELS } from "@/lib/cutover/labels";
import type { ChecklistItem } from "@/lib/cutover/model";

type Props = { item: ChecklistItem; zone: string; now: Date; base: string };

/** What is known of an item: why, who, when, what comes first, where it came from. */
export function ItemFacts({ item, zone, now, base }: Props) {
  return (
    <div style={{ marginTop: 16 }}>
      {item.why === "" ? null : <p style={{ marginBottom: 12 }}>{item.why}</p>}
      <DefinitionList
        items={[
          { label: "Owner", value: item.owner ?? <Missing>nobody yet</Missing> },
          { label: "Duty", value: item.duty === "" ? <Missing>none named</Missing> : item.duty },
          { label: "Due", value: <Due item={item} zone={zone} now={now} /> },
          { label: "Comes after", value: <ComesAfter item={item} base={base} /> },
          { label: "Needs evidence", value: item.needsEvidence ? "Yes" : "No" },
          {
            label: "From",
            value: item.from === null ? "Written by hand" : `Version ${item.from} of the template`,
          },
        ]}
      />
    </div>
  );
}

function ComesAfter({ item, base }: { item: ChecklistItem; base: string }) {
  if (item.comesAfter.length === 0) return <>Nothing else</>;
  return (
    <ul className="rows dense">
      {item.comesAfter.map(({ id, title, state }) => (
        <li key={id}>
          <Link href={`${base}/checklist/${id}`}>{title}</Link>, {CHECKLIST_STATE_LABELS[state].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
