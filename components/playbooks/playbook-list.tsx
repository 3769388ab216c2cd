import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import type { Playbook } from "@/lib/playbooks/model";

type Props = {
  playbooks: readonly Playbook[];
  path: string;
  chosen: { playbook: string; set: string } | null;
};

/** Every playbook with its sets of scenarios; each leads to what it would bring. */
export function PlaybookList({ playbooks, path, chosen }: Props) {
  return playbooks.map(({ key, name, forWhom, sets }) => (
    <Section key={key} id={key} title={`${key.toUpperCase()} ${name}`} finding={forWhom}>
      <Rows>
        {sets.map((set) => {
          const isChosen = chosen?.playbook === key && chosen.set === set.key;
          return (
            <li key={set.key}>
              <Link
                className="b"
                href={`${path}?playbook=${key}&set=${set.key}`}
                aria-current={isChosen ? "true" : undefined}
              >
                {set.name}
              </Link>
              <p className="soft dense">{set.forWhom}</p>
            </li>
          );
        })}
      </Rows>
    </Section>
  ));
}
