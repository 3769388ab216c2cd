import { DrawingSection } from "@/components/dependencies/drawing-section";
import { DependencyTable } from "@/components/dependencies/list-table";
import { Segment } from "@/components/ui/filters";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { getMap } from "@/lib/dependencies/queries/dependency-graph";
import { graphQuery } from "@/lib/dependencies/rules/address";
import { FOLDS, type FoldBy } from "@/lib/dependencies/rules/fold";
import { counted, formatCount } from "@/lib/kernel/text";
import { ListSection } from "./list-section";
import { NoLinks, type PartProps } from "./overview-part";

const WORDS: Record<FoldBy, { by: string; groups: string; group: string }> = {
  wave: { by: "By wave", groups: "Links between waves", group: "wave" },
  service: {
    by: "By business service",
    groups: "Links between business services",
    group: "business service",
  },
  site: { by: "By site", groups: "Links between sites", group: "site" },
};

const MOST_GROUPS = 100;

/** The whole program, folded: which groups hang on which, as list and as drawing. */
export async function MapPart({ actor, search, base, api }: PartProps) {
  const { fold, groups, list } = await getMap(actor, search);
  if (fold.groups.length === 0)
    return <NoLinks overview={{ full: actor.role !== "partner", workloads: 0 }} base={base} actor={actor} />;
  const query = graphQuery(search);
  const inside = fold.groups.reduce((sum, group) => sum + group.inside, 0);
  const between = fold.links.reduce((sum, link) => sum + link.links, 0);
  const links = { base, mayWrite: false };
  const told = fold.groups.some((group) => group.key !== null);
  const drawing =
    list.total === 0 ? null : (
      <DrawingSection
        title={`The program ${WORDS[search.by].by.toLowerCase()}`}
        finding="Each box is a group, each arrow the links between two, with their number. A dot marks synchronous calls among them."
        source={`${api}/drawing${query}`}
        base={base}
        aloneHref={`${base}${graphQuery(search, { drawing: true })}`}
        alone={search.drawing}
        criticality={false}
      />
    );
  const choice = (
    <Segment
      label="Fold the program by"
      items={FOLDS.map((by) => ({
        label: WORDS[by].by,
        href: `${base}${graphQuery(search, { by, sort: null, descending: false, page: 1 })}`,
        current: search.by === by,
      }))}
    />
  );
  if (search.drawing)
    return (
      <>
        <p style={{ marginTop: 16 }}>
          <a className="go" href={`${base}${graphQuery(search, { drawing: false })}`}>
            Back to the list
          </a>
        </p>
        {drawing}
      </>
    );
  return (
    <>
      <ListSection
        title={WORDS[search.by].groups}
        id="links"
        finding={`${counted(between, "link")} between groups, ${formatCount(inside)} inside them.`}
        list={list}
        search={search}
        path={base}
        csv={`${api}/export.csv${query}`}
        before={
          <>
            <div className="tools">{choice}</div>
            {list.total === 0 ? (
              <EmptyState title={`No link leads from one ${WORDS[search.by].group} to another`}>
                {told
                  ? `${counted(inside, "link")} lie inside groups. What is not recorded cannot be seen here.`
                  : `No workload has its ${WORDS[search.by].group} recorded yet, so there is nothing to fold by.`}
              </EmptyState>
            ) : null}
          </>
        }
        {...links}
      />
      {drawing}
      <Section title="The groups" id="groups">
        <DependencyTable
          caption="The groups"
          table={{ ...groups, rows: groups.rows.slice(0, MOST_GROUPS) }}
          {...links}
        />
        {groups.rows.length > MOST_GROUPS ? (
          <p className="soft dense">
            {`And ${formatCount(groups.rows.length - MOST_GROUPS)} more; the links above name every group that hangs on another.`}
          </p>
        ) : null}
      </Section>
    </>
  );
}
