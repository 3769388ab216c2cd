import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CriticalityMark } from "@/components/dependencies/criticality-mark";
import { DrawingSection } from "@/components/dependencies/drawing-section";
import { HiddenNeighbours } from "@/components/dependencies/hidden-neighbours";
import { DependencyTable } from "@/components/dependencies/list-table";
import { LossFigures } from "@/components/dependencies/loss-figures";
import { Button } from "@/components/ui/button";
import { Segment } from "@/components/ui/filters";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { type Around, getAround } from "@/lib/dependencies/queries/dependency-graph";
import { type GraphSearch, graphQuery, parseGraphSearch } from "@/lib/dependencies/rules/address";
import { DIRECTIONS, type Direction } from "@/lib/dependencies/rules/neighbourhood";
import { WEIGHT_WORDS } from "@/lib/dependencies/rules/weights";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, formatCount } from "@/lib/kernel/text";
import { ListSection } from "../_parts/list-section";

export const metadata: Metadata = { title: "Around a workload" };

type Props = {
  params: Promise<{ program: string; workloadId: string }>;
  searchParams: Promise<SearchParams>;
};

const DIRECTION_WORDS: Record<Direction, string> = {
  both: "Both ways",
  up: "What it needs",
  down: "What needs it",
};

export default async function AroundPage({ params, searchParams }: Props) {
  const { program, workloadId } = await params;
  const actor = await requireActor(program);
  const search = parseGraphSearch(await searchParams);
  const around = await getAround(actor, workloadId, search);
  if (around === null) notFound();
  const base = `/p/${program}/dependencies`;
  const path = `${base}/${workloadId}`;
  const api = `/api/p/${program}/dependencies`;
  const of = `${graphQuery(search) === "" ? "?" : `${graphQuery(search)}&`}around=${workloadId}`;
  const { workload } = around;
  const record = can(actor, "dependency:write")
    ? `/p/${program}/workloads/${workloadId}/links/new`
    : undefined;
  const reach = <Reach around={around} search={search} path={path} record={record} />;
  return (
    <>
      <PageHeader
        eyebrow="Dependencies of"
        title={workload.name}
        place={workload}
        why={
          <>
            <CriticalityMark criticality={workload.criticality} />
            <span>{workload.wave === null ? "No wave" : `Wave ${workload.wave}`}</span>
            <span>{foundWords(around, search)}</span>
          </>
        }
        actions={
          <>
            <Button href={`/p/${program}/workloads/${workloadId}`}>Open the workload</Button>
            {record === undefined || around.found === 0 ? null : <Button href={record}>Record a link</Button>}
          </>
        }
      />
      {search.drawing ? (
        <div style={{ marginTop: 16 }}>
          <a className="go" href={`${path}${graphQuery(search, { drawing: false })}`}>
            Back to the list
          </a>
          {reach}
        </div>
      ) : (
        <ListSection
          title="Around it"
          id="around"
          finding={around.found === 0 ? undefined : "The closest first, then the most critical."}
          list={around.list}
          search={search}
          path={path}
          base={base}
          mayWrite={false}
          csv={`${api}/export.csv${of}`}
          before={reach}
        />
      )}
      {around.found === 0 ? null : (
        <DrawingSection
          title="As a drawing"
          finding={`${workload.name} is the box with the thick edge. Left of it what needs it, right of it what it needs.`}
          source={`${api}/drawing${of}`}
          base={base}
          aloneHref={`${path}${graphQuery(search, { drawing: true })}`}
          alone={search.drawing}
          criticality
        />
      )}
      {search.drawing ? null : <Loss around={around} base={base} />}
    </>
  );
}

type ReachProps = { around: Around; search: GraphSearch; path: string; record: string | undefined };

function Reach({ around, search, path, record }: ReachProps) {
  const plain = { ...search, sort: null, descending: false, page: 1 };
  return (
    <>
      <div className="tools">
        <Segment
          label="How far"
          items={[1, 2, 3].map((hops) => ({
            label: counted(hops, "hop"),
            href: `${path}${graphQuery(plain, { hops })}`,
            current: search.hops === hops,
          }))}
        />
        <Segment
          label="Which way"
          items={DIRECTIONS.map((direction) => ({
            label: DIRECTION_WORDS[direction],
            href: `${path}${graphQuery(plain, { direction })}`,
            current: search.direction === direction,
          }))}
        />
      </div>
      {around.hidden === null ? null : <HiddenNeighbours {...around.hidden} shown={around.shown} />}
      {around.found === 0 ? (
        <EmptyState
          title="No link is recorded here"
          action={
            record === undefined ? undefined : (
              <Button variant="pri" href={record}>
                Record a link
              </Button>
            )
          }
        >
          That is not the same as none: nobody may have looked.
        </EmptyState>
      ) : null}
    </>
  );
}

function Loss({ around, base }: { around: Around; base: string }) {
  const { workload, loss } = around;
  const all = `${base}${graphQuery(parseGraphSearch({}), { tab: "radius", sources: [workload.id] })}`;
  return (
    <Section
      title={`When ${workload.name} is lost`}
      id="loss"
      finding={
        loss.all === 0 ? "Nothing recorded hangs on it. That is not the same as nothing." : WEIGHT_WORDS
      }
      actions={
        loss.all === 0 ? undefined : (
          <a className="go" href={all}>{`Blast radius, all ${formatCount(loss.all)}`}</a>
        )
      }
    >
      {loss.all === 0 ? null : (
        <>
          <LossFigures {...loss} />
          <div style={{ marginTop: 28 }}>
            <DependencyTable
              caption={`Who is hit when ${workload.name} is lost`}
              table={{ columns: loss.list.columns, rows: loss.list.rows.slice(0, 10) }}
              base={base}
              mayWrite={false}
            />
          </div>
        </>
      )}
    </Section>
  );
}

function foundWords({ found }: Around, { hops, direction }: GraphSearch): string {
  const way = { both: "around it", up: "that it needs", down: "that need it" }[direction];
  return `${counted(found, "workload")} ${way} within ${counted(hops, "hop")}`;
}
