import { Link } from "@/components/ui/link";
import { Group } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { REFERENCE_LABELS } from "@/lib/programs/labels";
import type { PersonCounts, PersonReference, PersonView } from "@/lib/programs/model";

const KINDS: readonly (keyof PersonCounts)[] = [
  "services",
  "technical",
  "risks",
  "processes",
  "fallbacks",
  "remediations",
  "questions",
  "waves",
  "items",
  "conditions",
];

/** Everything that refers to a person, kind by kind; what there is none of is left out. */
export function PersonReferences({ person, home }: { person: PersonView; home: string }) {
  return KINDS.filter((kind) => person[kind] > 0).map((kind) => {
    const references = person.references.filter((reference) => reference.kind === kind);
    return (
      <div key={kind}>
        <Group title={REFERENCE_LABELS[kind]} count={person[kind]} />
        <div style={{ paddingTop: 8 }}>
          <References references={references} total={person[kind]} home={home} />
        </div>
      </div>
    );
  });
}

type Props = { references: readonly PersonReference[]; total: number; home: string };

function References({ references, total, home }: Props) {
  return (
    <Rows dense>
      {references.map(({ path, label }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may have the same words
        <li key={`${path} ${at}`}>
          <Link href={`${home}/${path}`}>{label}</Link>
        </li>
      ))}
      {total > references.length ? <li className="mute">and {total - references.length} more</li> : null}
    </Rows>
  );
}
