import { Rows } from "@/components/ui/sheet-parts";
import type { TemplateName } from "@/lib/exchange/model";

const TEMPLATES: readonly { name: TemplateName; title: string; says: string }[] = [
  { name: "workloads", title: "Workloads", says: "What there is, who owns it, how critical it is." },
  { name: "dependencies", title: "Dependencies", says: "Which workload needs which, how, and how hard." },
  { name: "risks", title: "Risks", says: "What may happen, how likely, how bad, who acts." },
  { name: "recovery-targets", title: "Recovery targets", says: "How fast back, and how much may be lost." },
];

/** The templates to download, and what else is read. */
export function TemplateList({ slug }: { slug: string }) {
  return (
    <>
      <Rows>
        {TEMPLATES.map(({ name, title, says }) => (
          <li key={name}>
            <a
              className="go"
              href={`/api/p/${slug}/imports/templates/${name}`}
              download={`wavegate-${name}.csv`}
            >
              {title}
            </a>
            <p className="soft dense">{says}</p>
          </li>
        ))}
      </Rows>
      <p className="soft dense" style={{ marginTop: 12 }}>
        Konveyor application inventories are read as they are, with their dependency rows.
      </p>
    </>
  );
}
