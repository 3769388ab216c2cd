import { ChecklistView } from "@/components/cutover/checklist";
import { Button } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Attempts } from "@/components/waves/attempts";
import { CrossingLinks } from "@/components/waves/crossing-links";
import { GateReadiness, PlanReadiness } from "@/components/waves/readiness";
import { WaveChanges } from "@/components/waves/wave-history";
import { WaveRisks } from "@/components/waves/wave-risks";
import { WaveWorkloads } from "@/components/waves/wave-workloads";
import { can } from "@/lib/access/policy";
import { historyOfAll } from "@/lib/audit/queries/events";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { checklistSearch } from "@/lib/cutover/rules/view";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { BEFORE_CUTOVER, FINISHED } from "@/lib/waves/model/states";
import { linksCrossing } from "@/lib/waves/queries/crossing-links";
import { listWaveRollbacks, listWaveTransitions, waveSubjects } from "@/lib/waves/queries/wave-history";
import { listWaveRisks } from "@/lib/waves/queries/wave-risks";
import { listWaveWorkloads, WORKLOADS_PER_PAGE } from "@/lib/waves/queries/wave-workloads";
import { attemptsOf } from "@/lib/waves/rules/attempts";
import { planReadiness } from "@/lib/waves/rules/plan-readiness";
import { pageOf, waveTab } from "@/lib/waves/rules/search";
import { CommentsOn } from "../../comments/comments-on";
import { addTemplateAction, settleHereAction } from "./checklist/actions";
import type { WavePageData } from "./load-page";

/** The part of the wave that the address names. */
export function TabContent({ data, search }: { data: WavePageData; search: SearchParams }) {
  switch (waveTab(search)) {
    case "readiness":
      return <Readiness data={data} />;
    case "checklist":
      return <ChecklistTab data={data} search={search} />;
    case "workloads":
      return <WorkloadsTab data={data} page={pageOf(search)} />;
    case "dependencies":
      return <DependenciesTab data={data} page={pageOf(search)} />;
    case "risks":
      return <RisksTab data={data} />;
    case "history":
      return <HistoryTab data={data} />;
  }
}

function Readiness({ data: { wave, gate, base } }: { data: WavePageData }) {
  if (gate !== null) {
    return <GateReadiness criteria={gate.judged.criteria} seats={gate.judged.seats} base={base} />;
  }
  if (wave.facts === null || wave.checklist === null) return null;
  const tones = { there: "ok", missing: "unk", failed: "off" } as const;
  const rows = planReadiness(wave.facts, wave.checklist).map((part) => ({
    ...part,
    tone: tones[part.standing],
    href: `${base}${part.href}`,
  }));
  return <PlanReadiness rows={rows} />;
}

async function ChecklistTab({
  data: { actor, wave, base, now },
  search,
}: {
  data: WavePageData;
  search: SearchParams;
}) {
  const list = await listChecklist(actor, wave.waveId);
  const place = { slug: actor.programSlug, number: wave.number };
  const over = FINISHED.includes(wave.state) || wave.state === "rolled_back";
  return (
    <ChecklistView
      list={list}
      base={base}
      csv={`/api${base}/checklist/export.csv`}
      search={checklistSearch(search)}
      now={now}
      maySettle={!over && can(actor, "checklist:settle")}
      mayPlan={!over && can(actor, "wave:plan")}
      settle={settleHereAction.bind(null, place)}
      addTemplate={addTemplateAction.bind(null, place)}
    />
  );
}

async function WorkloadsTab({
  data: { actor, wave, base, program },
  page,
}: {
  data: WavePageData;
  page: number;
}) {
  const found = await listWaveWorkloads(actor, wave.waveId, page);
  const open = can(actor, "wave:plan") && BEFORE_CUTOVER.includes(wave.state);
  const leaving = open || (can(actor, "wave:plan") && wave.state === "cancelled");
  return (
    <>
      <h2 className="grp">
        Workloads <span>{found.total}</span>
        {open && found.total > 0 ? (
          <span className="acts">
            <Button size="sm" href={`${base}/add`}>
              Add workloads
            </Button>
          </span>
        ) : null}
      </h2>
      <WaveWorkloads rows={found.rows} program={program} base={base} removable={leaving} addable={open} />
      {found.total > WORKLOADS_PER_PAGE ? (
        <Pager
          page={found.page}
          pageSize={WORKLOADS_PER_PAGE}
          total={found.total}
          hrefFor={(to) => `${base}?tab=workloads&page=${to}`}
        />
      ) : null}
    </>
  );
}

async function DependenciesTab({
  data: { actor, wave, base, program },
  page,
}: {
  data: WavePageData;
  page: number;
}) {
  const links = await linksCrossing(actor, wave.waveId);
  const hrefFor = (to: number) => `${base}?tab=dependencies&page=${to}`;
  return <CrossingLinks links={links} program={program} page={page} hrefFor={hrefFor} />;
}

async function RisksTab({ data: { actor, wave, program } }: { data: WavePageData }) {
  const risks = await listWaveRisks(actor, wave.waveId);
  const above = risks.filter(({ standing }) => standing === "above").length;
  const accepted = risks.filter(({ standing }) => standing === "accepted").length;
  return (
    <>
      <h2 className="grp">
        Open risks{" "}
        <span>
          {risks.length === 0 ? "none" : `${above} of ${risks.length} above appetite`}
          {accepted === 0 ? "" : `, ${accepted} accepted`}
        </span>
      </h2>
      <WaveRisks risks={risks} program={program} zone={actor.programZone} />
    </>
  );
}

async function HistoryTab({ data: { actor, wave, base } }: { data: WavePageData }) {
  const subjects = await waveSubjects(actor, wave.waveId);
  const [steps, rollbacks, events] = await Promise.all([
    listWaveTransitions(actor, wave.waveId),
    listWaveRollbacks(actor, wave.waveId),
    historyOfAll(actor, subjects, 100),
  ]);
  return (
    <>
      <Attempts
        attempts={attemptsOf(wave, steps, rollbacks)}
        zone={actor.zone}
        recordHref={can(actor, "wave:transition") ? `${base}/rollback` : undefined}
      />
      <h2 className="grp">
        Changes <span>{events.length === 100 ? "the latest 100" : counted(events.length, "change")}</span>
      </h2>
      <WaveChanges events={events} zone={actor.zone} />
      <CommentsOn actor={actor} type="wave" id={wave.waveId} />
    </>
  );
}
