import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Day, Moment } from "@/components/ui/moment";
import { Shape, type Tone } from "@/components/ui/status";
import { CRITERION_STATUS_LABELS, SEAT_STATE_LABELS } from "@/lib/gates/labels";
import type { GateFacts } from "@/lib/gates/model/facts";
import type { CriterionStatus, JudgedCriterion, JudgedGate, JudgedSeat } from "@/lib/gates/model/judged";
import { byGroup } from "@/lib/gates/rules/groups";
import { counted } from "@/lib/kernel/text";
import type { WaveRisk } from "@/lib/waves/model/wave";
import type { FreezeMet } from "@/lib/waves/model/window";
import { freezeKey, freezeWords, overlapWords } from "@/lib/waves/rules/freezes";
import { CRITERION_TONES } from "./criterion-tones";
import { SEAT_TONES } from "./seat-tones";

/** What fails comes first, then what nobody knows, then what was let pass. */
const ORDER: Record<CriterionStatus, number> = { not_met: 0, unknown: 1, waived: 2, met: 3 };

/** The criteria by group, the group with the worst first; in it what fails first. */
export function MeetingCriteria({ judged }: { judged: JudgedGate }) {
  const worst = (of: readonly JudgedCriterion[]) => Math.min(...of.map((one) => ORDER[one.status]));
  const groups = byGroup(judged.criteria).sort((one, other) => worst(one.of) - worst(other.of));
  const fine = groups.filter(({ of }) => of.every((one) => one.status === "met"));
  const open = groups.filter((one) => !fine.includes(one));
  return (
    <>
      {open.map((one) => (
        <OpenGroup key={one.group} {...one} />
      ))}
      {fine.length === 0 ? null : (
        <ul>
          {fine.map(({ group, of }) => (
            <Line key={group} tone="ok" word="Met">
              {group}, {counted(of.length, "check")}
              <small>{of.map((one) => one.title).join("; ")}</small>
            </Line>
          ))}
        </ul>
      )}
    </>
  );
}

/** A group in which something is not met, unknown or waived; that comes first. */
function OpenGroup({ group, of }: { group: string; of: readonly JudgedCriterion[] }) {
  return (
    <section aria-label={group}>
      <h3>
        {group}{" "}
        <span className="mute">
          {of.filter((one) => one.status === "met" || one.status === "waived").length} of {of.length}
        </span>
      </h3>
      <ul>
        {[...of]
          .sort((one, other) => ORDER[one.status] - ORDER[other.status])
          .map((one) => (
            <Line key={one.id} tone={CRITERION_TONES[one.status]} word={CRITERION_STATUS_LABELS[one.status]}>
              {one.title}
              {one.status === "met" ? null : <small>{detailOf(one)}</small>}
            </Line>
          ))}
      </ul>
    </section>
  );
}

function detailOf({ status, finding, waiver }: JudgedCriterion): string {
  if (status === "waived" && waiver !== null) return `Waived by ${waiver.grantedBy}: ${waiver.reason}`;
  return finding;
}

/** Who has signed, who is missing, and who may sign in whose stead now. */
export function MeetingSeats({ judged, zone }: { judged: JudgedGate; zone: string }) {
  const rank: Record<JudgedSeat["state"], number> = {
    declined: 0,
    stale: 1,
    waiting: 2,
    approved_with_conditions: 3,
    approved: 4,
  };
  return (
    <ul>
      {[...judged.seats]
        .sort((one, other) => rank[one.state] - rank[other.state])
        .map((seat) => (
          <Line key={seat.id} tone={SEAT_TONES[seat.state]} word={SEAT_STATE_LABELS[seat.state]}>
            {signerOf(seat)}, {seat.capacity}
            {seat.signOff === null ? null : (
              <small>
                <Moment at={seat.signOff.signedAt} zone={zone} />
                {seat.signOff.comment === "" ? "" : `: “${seat.signOff.comment}”`}
              </small>
            )}
            {seat.signOff === null && seat.deputy !== null ? (
              <small>{seat.deputy.toName} may sign in their stead now</small>
            ) : null}
          </Line>
        ))}
    </ul>
  );
}

function signerOf({ signOff, userName }: JudgedSeat): string {
  if (signOff === null) return userName ?? "Anybody in this role";
  return signOff.onBehalfOf === null ? signOff.userName : `${signOff.userName} for ${signOff.onBehalfOf}`;
}

/** The conditions that are open, those due before the cutover first. */
export function MeetingConditions({ facts }: { facts: GateFacts }) {
  const open = facts.conditions.filter((one) => one.closedAt === null);
  if (open.length === 0) return <p>No condition is open.</p>;
  return (
    <ul>
      {[...open]
        .sort((one, other) => Number(one.due !== "before_cutover") - Number(other.due !== "before_cutover"))
        .map((one) => (
          <Line
            key={one.id}
            tone={one.due === "before_cutover" ? "off" : "risk"}
            word={one.due === "before_cutover" ? "Before the cutover" : "After the cutover"}
          >
            {one.text}
            <small>
              {one.owner}, due <Day on={one.dueOn} />
            </small>
          </Line>
        ))}
    </ul>
  );
}

/** The risks above the agreed limit, accepted ones as accepted, and how many nobody can judge. */
export function MeetingRisks({ risks, path }: { risks: readonly WaveRisk[]; path: string }) {
  const shown = risks.filter((one) => one.standing === "above" || one.standing === "accepted");
  const unknown = risks.filter((one) => one.standing === "unknown").length;
  return (
    <>
      {shown.length === 0 ? <p>No open risk stands above its limit.</p> : null}
      <ul>
        {shown.map((one) => (
          <Line
            key={one.code}
            tone={one.standing === "above" ? "off" : "risk"}
            word={one.standing === "above" ? "Above" : "Accepted"}
          >
            <Link href={`${path}/${one.code}`}>{one.code}</Link> {one.title}
            <small>
              {one.score === null ? "Score unknown" : `Score ${one.score}`}
              {one.appetite === null ? ", no limit is set" : `, limit ${one.appetite}`},{" "}
              {one.owner ?? "no owner"}
            </small>
          </Line>
        ))}
        {unknown > 0 ? (
          <Line tone="unk" word="Unknown">
            {counted(unknown, "open risk")} cannot be held against a limit
          </Line>
        ) : null}
      </ul>
    </>
  );
}

/** The freezes that the window meets, with their exceptions. */
export function MeetingFreezes({ met, hasWindow }: { met: readonly FreezeMet[]; hasWindow: boolean }) {
  if (!hasWindow) return <p>Without a window nobody can tell.</p>;
  if (met.length === 0) return <p>The window meets no freeze.</p>;
  return (
    <ul>
      {met.map((one) => (
        <Line
          key={freezeKey(one)}
          tone={one.exception === null ? "off" : "risk"}
          word={one.exception === null ? "In the way" : "Exception"}
        >
          It meets {freezeWords(one)}
          <small>
            {overlapWords(one)}
            {one.exception === null ? "" : `. ${one.exception.reason}`}
          </small>
        </Line>
      ))}
    </ul>
  );
}

function Line({ tone, word, children }: { tone: Tone; word: string; children: ReactNode }) {
  return (
    <li>
      <Shape kind={tone} />
      <b>{word}</b>
      <span>{children}</span>
    </li>
  );
}
