import { ChainSteps } from "@/components/dependencies/chain-steps";
import { FindingsList } from "@/components/dependencies/findings-list";
import { DependencyTable } from "@/components/dependencies/list-table";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Callout, EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { getOverview, type Overview } from "@/lib/dependencies/queries/dependency-graph";
import { type GraphSearch, graphQuery } from "@/lib/dependencies/rules/address";
import { FINDINGS, type FindingKey, noneWords } from "@/lib/dependencies/rules/finding-labels";
import { WEIGHT_WORDS } from "@/lib/dependencies/rules/weights";
import { counted, formatCount } from "@/lib/kernel/text";
import { ListSection } from "./list-section";

export type PartProps = { actor: Actor; search: GraphSearch; base: string; api: string };

/** What is remarkable; or one of the lists, whole. */
export async function OverviewPart({ actor, search, base, api }: PartProps) {
  const overview = await getOverview(actor, search);
  const hrefFor = (list: FindingKey | null) =>
    `${base}${graphQuery({ ...search, sort: null, descending: false, page: 1 }, { list })}`;
  if (overview.links === 0 && search.list === null && (overview.counts.outside ?? 0) === 0) {
    return <NoLinks overview={overview} base={base} actor={actor} />;
  }
  if (search.list !== null && overview.list !== null) {
    const { title, how } = FINDINGS[search.list];
    const weighed = search.list === "single-points" ? ` ${WEIGHT_WORDS}` : "";
    return (
      <ListSection
        title={title}
        id="list"
        finding={overview.list.total === 0 ? noneWords(search.list, overview.links) : `${how}${weighed}`}
        list={overview.list}
        search={search}
        path={base}
        base={base}
        mayWrite={can(actor, "dependency:write")}
        csv={`${api}/export.csv${graphQuery(search)}`}
        actions={
          <Link className="go" href={hrefFor(null)}>
            All findings
          </Link>
        }
      />
    );
  }
  return (
    <Summary overview={overview} base={base} hrefFor={hrefFor} mayWrite={can(actor, "dependency:write")} />
  );
}

type SummaryProps = {
  overview: Overview;
  base: string;
  hrefFor: (list: FindingKey | null) => string;
  mayWrite: boolean;
};

function Summary({ overview, base, hrefFor, mayWrite }: SummaryProps) {
  const { counts, heads, links, lacking, full } = overview;
  const chain = heads.chain;
  const points = heads["single-points"];
  return (
    <>
      <Section title="What stands out" id="findings" finding={sizeWords(overview)}>
        {full ? null : (
          <Callout title="You see a part of the program">
            These findings come from what has been shared with you. Others may hang on your workloads as well.
          </Callout>
        )}
        <FindingsList counts={counts} heads={heads} links={links} lacking={lacking} hrefFor={hrefFor} />
      </Section>
      {chain && chain.rows.length > 0 ? (
        <Section title={FINDINGS.chain.title} id="chain" finding={FINDINGS.chain.how}>
          <ChainSteps chain={chain} base={base} allHref={hrefFor("chain")} />
        </Section>
      ) : null}
      {points && points.rows.length > 0 ? (
        <Section
          title={FINDINGS["single-points"].title}
          id="points"
          finding={WEIGHT_WORDS}
          actions={
            <Link className="go" href={hrefFor("single-points")}>
              {`All ${formatCount(counts["single-points"] ?? 0)}`}
            </Link>
          }
        >
          <DependencyTable
            caption={FINDINGS["single-points"].title}
            table={points}
            base={base}
            mayWrite={mayWrite}
          />
        </Section>
      ) : null}
    </>
  );
}

function sizeWords({ workloads, links, unstated }: Overview): string {
  const words = `${counted(workloads, "workload")}, ${counted(links, "link")}.`;
  if (unstated === 0) return `${words} Of every link it is said whether it is hard.`;
  return `${words} Of ${counted(unstated, "link")} nobody has said how hard they are; they count as hard.`;
}

type NoLinksProps = { overview: Pick<Overview, "full" | "workloads">; base: string; actor: Actor };

/** Where no link is recorded at all: that this is not the same as none, and how links come in. */
export function NoLinks({ overview, base, actor }: NoLinksProps) {
  const home = base.replace(/\/dependencies$/, "");
  const mayImport = can(actor, "import:run");
  return (
    <EmptyState
      level={2}
      title={overview.full ? "No dependency is recorded yet" : "No dependency has been shared with you"}
      action={
        mayImport ? (
          <Link className="btn pri" href={`${home}/imports`}>
            {overview.workloads === 0 ? "Import an inventory" : "Import dependencies"}
          </Link>
        ) : undefined
      }
    >
      {!overview.full
        ? "You see the links between workloads that have been shared with you; so far there is none."
        : overview.workloads === 0
          ? "What workloads need of each other appears here once there are workloads. Bring them in first; one file may hold their links as well."
          : `Of ${counted(overview.workloads, "workload")} nothing is known that they need or that needs them. That is not the same as none: until somebody looks, no wave can be judged.`}
    </EmptyState>
  );
}
