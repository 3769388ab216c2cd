import { notFound } from "next/navigation";
import {
  MeetingConditions,
  MeetingCriteria,
  MeetingFreezes,
  MeetingRisks,
  MeetingSeats,
} from "@/components/gates/meeting-board";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Shape } from "@/components/ui/status";
import { WindowZones } from "@/components/waves/window-zones";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { GateFacts } from "@/lib/gates/model/facts";
import { getGateById } from "@/lib/gates/queries/get-gate";
import { lastMomentToGoBack } from "@/lib/gates/rules/agreement";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { waveCalendar } from "@/lib/waves/queries/wave-calendar";
import { listWaveRisks } from "@/lib/waves/queries/wave-risks";
import { freezesMet } from "@/lib/waves/rules/freezes";
import { countdown, zoneLines } from "@/lib/waves/rules/window-words";

type Params = { params: Promise<{ program: string; gate: string }> };

export const metadata = { title: "Gate meeting" };

export default async function MeetingPage({ params }: Params) {
  const { program, gate } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read")) notFound();
  const now = new Date();
  const view = await getGateById(actor, gate, now);
  if (view === null) notFound();
  const { facts, judged } = view;
  const { wave } = facts;
  const [risks, calendar] = await Promise.all([
    listWaveRisks(actor, wave.id, now),
    waveCalendar(actor, { waveId: wave.id, attempt: facts.gate.attempt }),
  ]);
  const span = spanOf(facts);
  const met = span === null ? [] : freezesMet(calendar.periods, calendar.exceptions, span);
  const zone = wave.zone ?? actor.programZone;
  const base = `/p/${program}`;
  return (
    <div className="meeting">
      <header>
        <p className="eyebrow">
          Wave {wave.number}, attempt {facts.gate.attempt}, as of <Moment at={now} zone={actor.zone} city />
        </p>
        <h1>{facts.gate.name}</h1>
        <p className="verdict">
          <Shape kind={judged.holds ? "done" : "risk"} />
          {judged.holds ? "The gate holds" : "The gate does not hold"}
        </p>
        {judged.holds ? null : <p className="reasons">{judged.reasons.join(" ")}</p>}
      </header>
      <When facts={facts} actor={actor} now={now} />
      <div className="board">
        <section aria-labelledby="criteria">
          <h2 id="criteria">
            Criteria{" "}
            <span className="mute">
              {judged.score.met + judged.score.waived} of {judged.score.total}
            </span>
          </h2>
          <MeetingCriteria judged={judged} />
        </section>
        <div>
          <section aria-labelledby="seats">
            <h2 id="seats">
              Signatures{" "}
              <span className="mute">
                {judged.approvals} of {facts.gate.quorum}
              </span>
            </h2>
            <MeetingSeats judged={judged} zone={zone} />
          </section>
          <section aria-labelledby="open">
            <h2 id="open">Conditions</h2>
            <MeetingConditions facts={facts} />
          </section>
          <section aria-labelledby="risks">
            <h2 id="risks">Risks above appetite</h2>
            <MeetingRisks risks={risks} path={`${base}/risks`} />
          </section>
          <section aria-labelledby="freezes">
            <h2 id="freezes">Freezes</h2>
            <MeetingFreezes met={met} hasWindow={span !== null} />
          </section>
        </div>
      </div>
      <p className="acts-row no-print">
        <Button href={`${base}/waves/${wave.number}/${gatePath(facts.gate.kind)}`}>
          Open the gate to sign
        </Button>
        <Button href={`${base}/gates/${facts.gate.id}/record`}>Open the record</Button>
      </p>
    </div>
  );
}

function spanOf({ wave }: GateFacts): { startAt: Date; endAt: Date } | null {
  if (wave.windowStartAt === null || wave.windowEndAt === null) return null;
  return { startAt: wave.windowStartAt, endAt: wave.windowEndAt };
}

/** The window in the zones of the wave, the program and the reader, the countdown, and the last moment to go back. */
function When({ facts, actor, now }: { facts: GateFacts; actor: Actor; now: Date }) {
  const span = spanOf(facts);
  const zone = facts.wave.zone ?? actor.programZone;
  const last = lastMomentToGoBack(facts);
  const counting = span === null ? null : countdown(span, now);
  return (
    <dl className="when">
      <div>
        <dt>Window</dt>
        <dd>
          {span === null ? (
            <Unknown>No window is set</Unknown>
          ) : (
            <WindowZones
              lines={zoneLines(span, { wave: zone, program: actor.programZone, mine: actor.zone })}
            />
          )}
        </dd>
      </div>
      <div>
        <dt>{counting?.label ?? "Starts in"}</dt>
        <dd className="huge">{counting?.value ?? <Unknown>Unknown</Unknown>}</dd>
      </div>
      <div>
        <dt>Last moment to go back</dt>
        <dd>
          {last === null ? (
            <Unknown>Unknown</Unknown>
          ) : (
            <Moment at={last} zone={zone} yourZone={actor.zone} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function Unknown({ children }: { children: string }) {
  return (
    <>
      <Shape kind="unk" /> {children}
    </>
  );
}
