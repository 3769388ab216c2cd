import { Rows } from "@/components/ui/sheet-parts";
import type { TemplateName } from "@/lib/exchange/model/formats";

const TEMPLATES: readonly { name: TemplateName; title: string; says: string }[] = [
  { name: "workloads", title: "Workloads", says: "What there is, who owns it, how critical it is." },
  { name: "sites", title: "Sites", says: "Where people work, and how many." },
  {
    name: "processes",
    title: "Business processes",
    says: "What the workloads are for, and what to do without them.",
  },
  { name: "assets", title: "Assets", says: "Machines and devices, and the workload each serves." },
  { name: "dependencies", title: "Dependencies", says: "Which workload needs which, how, and how hard." },
  { name: "risks", title: "Risks", says: "What may happen, how likely, how bad, who acts." },
  { name: "recovery-targets", title: "Recovery targets", says: "How fast back, and how much may be lost." },
];

/** The templates to download, and what else is read. */
export function TemplateList({ slug }: { slug: string }) {
  const templates = `/api/p/${slug}/imports/templates`;
  return (
    <>
      <Rows>
        {TEMPLATES.map(({ name, title, says }) => (
          <li key={name}>
            <p className="split-line">
              <b className="b">{title}</b>
              <span className="exports">
                <a
                  className="go"
                  href={`${templates}/${name}?as=xlsx`}
                  download={`wavegate-${name}.xlsx`}
                  aria-label={`${title}, workbook (XLSX)`}
                >
                  XLSX
                </a>
                <a
                  className="go"
                  href={`${templates}/${name}`}
                  download={`wavegate-${name}.csv`}
                  aria-label={`${title}, CSV`}
                >
                  CSV
                </a>
              </span>
            </p>
            <p className="soft dense">{says}</p>
          </li>
        ))}
      </Rows>
      <p className="why" style={{ marginTop: 12 }}>
        <a className="go" href={`${templates}/all?as=xlsx`} download="wavegate-templates.xlsx">
          All of them in one workbook (XLSX)
        </a>
      </p>
      <p className="soft dense" style={{ marginTop: 12 }}>
        Read as they are: Konveyor inventories, AWS Migration Factory intake, Azure Migrate reports and
        dependencies, RVTools. Any other table can be mapped by hand.
      </p>
    </>
  );
}
