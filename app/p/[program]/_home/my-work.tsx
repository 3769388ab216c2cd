import { EventRows } from "@/components/audit/event-rows";
import { BlockedByYou } from "@/components/overview/blocked-by-you";
import { UpcomingList } from "@/components/overview/upcoming-list";
import { Link } from "@/components/ui/link";
import { Day, Moment } from "@/components/ui/moment";
import { PageHeader, Section, WithSide } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { WaveList } from "@/components/waves/wave-list";
import type { Actor } from "@/lib/access/model";
import { recentChanges } from "@/lib/audit/queries/events";
import type { GateSummary } from "@/lib/gates/model/judged";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import type { OwnedRisk, WaitingItem } from "@/lib/overview/model";
import { listJudgedWaves } from "@/lib/overview/queries/judged-waves";
import { myChecklist, myRisks } from "@/lib/overview/queries/mine";
import { upcoming } from "@/lib/overview/rules/upcoming";

/** The platform engineer's home: what is due from me, which gates fail and why, my risks, what changed. */
export async function MyWork({ actor }: { actor: Actor }) {
  const now = new Date();
  const base = `/p/${actor.programSlug}`;
  const [items, risks, gates, waves, changes] = await Promise.all([
    myChecklist(actor),
    myRisks(actor),
    listOpenGates(actor, now),
    listJudgedWaves(actor, now),
    recentChanges(actor, 2, 8),
  ]);
  const open = waves.filter((wave) => wave.state !== "closed" && wave.state !== "cancelled");
  return (
    <>
      <PageHeader
        title="My work"
        eyebrow={formatMoment(now, actor.zone)}
        why={<span>{summary(items, risks)}</span>}
      />
      <WithSide
        label="What comes and what changed"
        side={<Side {...{ gates, waves, changes, now, base, actor }} />}
      >
        <Section
          title="Due from you"
          id="due"
          actions={
            <Link className="go" href={`${base}/inbox`}>
              All that waits for you
            </Link>
          }
          finding={
            items.length === 0
              ? "Nothing on a checklist waits for you."
              : `${counted(items.length, "checklist item")} of waves under way.`
          }
        >
          <Items items={items} base={base} zone={actor.zone} />
        </Section>
        <BlockedByYou items={items} base={base} now={now} />
        <Section title="Gates" id="gates" finding="What still fails before each cutover.">
          <Gates gates={gates} base={base} />
        </Section>
        <Section
          title="Your risks"
          id="risks"
          finding={`${counted(risks.length, "open risk")} you own.`}
          actions={
            <Link className="go" href={`${base}/risks`}>
              All risks
            </Link>
          }
        >
          <RiskLines risks={risks} base={base} />
        </Section>
        <Section title="Waves under way" id="waves">
          <WaveList waves={open} base={`${base}/waves`} zone={actor.zone} />
        </Section>
      </WithSide>
    </>
  );
}

function summary(items: readonly WaitingItem[], risks: readonly OwnedRisk[]): string {
  const failed = items.filter((item) => item.state === "failed").length;
  return `${counted(items.length, "item")} due from you, ${failed} failed; ${counted(risks.length, "risk")} of yours`;
}

function Items({ items, base, zone }: { items: readonly WaitingItem[]; base: string; zone: string }) {
  if (items.length === 0) {
    return (
      <EmptyState title="Your list is empty">
        Items appear here when somebody names you as their owner on a wave's checklist.
      </EmptyState>
    );
  }
  return (
    <Tbl caption="Checklist items that wait for you" roomy stack="plain">
      <Heads of={["State", "Item", "Wave", "Due"]} />
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="nw">
              {item.state === "failed" ? (
                <Verdict tone="off">Failed</Verdict>
              ) : (
                <Verdict tone="unk">Open</Verdict>
              )}
            </td>
            <th scope="row">
              <Link href={`${base}/waves/${item.waveNumber}?tab=checklist`}>{item.title}</Link>
              {item.reason === "" ? null : <span className="sub">{item.reason}</span>}
            </th>
            <td>
              {item.waveNumber}&ensp;{item.waveName}
            </td>
            <td className="min-w-[104px]">
              {item.dueAt ? (
                <Moment at={item.dueAt} zone={zone} />
              ) : (
                <span className="mute">
                  {item.offset === null ? "before the window" : `${item.offset}, once the window is set`}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Gates({ gates, base }: { gates: readonly GateSummary[]; base: string }) {
  if (gates.length === 0) return <p className="soft">No gate is open.</p>;
  return (
    <Rows>
      {gates.map((gate) => (
        <li key={gate.gateId}>
          {gate.holds ? <Verdict tone="done">Holds</Verdict> : <Verdict tone="risk">Does not hold</Verdict>}{" "}
          <Link className="b" href={`${base}/waves/${gate.waveNumber}/${gatePath(gate.kind)}`}>
            {gate.name}
          </Link>
          <p className="soft dense">
            {gate.holds ? "Every criterion is met and the signatures are complete." : gate.reasons.join(" ")}
          </p>
        </li>
      ))}
    </Rows>
  );
}

function RiskLines({ risks, base }: { risks: readonly OwnedRisk[]; base: string }) {
  if (risks.length === 0) return <p className="soft">You own no open risk.</p>;
  return (
    <Rows dense>
      {risks.map((risk) => (
        <li key={risk.code}>
          <Link className="b" href={`${base}/risks/${risk.code}`}>
            {risk.code} {risk.title}
          </Link>
          <p className="soft">
            {risk.score === null ? "Not scored yet" : `Score ${risk.score}`}.{" "}
            {risk.nextAction === "" ? "No next action" : risk.nextAction}
            {risk.dueOn ? (
              <>
                , due <Day on={risk.dueOn} />
              </>
            ) : null}
            .
          </p>
        </li>
      ))}
    </Rows>
  );
}

type SideProps = {
  gates: readonly GateSummary[];
  waves: Awaited<ReturnType<typeof listJudgedWaves>>;
  changes: Awaited<ReturnType<typeof recentChanges>>;
  now: Date;
  base: string;
  actor: Actor;
};

function Side({ gates, waves, changes, now, base, actor }: SideProps) {
  return (
    <>
      <h2>Next 14 days</h2>
      <UpcomingList items={upcoming(waves, gates, { now, days: 14, base })} zone={actor.zone} days={14} />
      <h2>Changed since yesterday</h2>
      <EventRows events={changes} zone={actor.zone} />
    </>
  );
}
