import { Link } from "@/components/ui/link";
import { Criterion, CriterionHead, MetList } from "@/components/ui/sheet-parts";
import { Shape, type Tone } from "@/components/ui/status";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { CriterionStatus, JudgedCriterion, JudgedSeat } from "@/lib/gates/model/judged";
import { mendOf } from "@/lib/gates/rules/mend";

const GROUPS: readonly { status: CriterionStatus; title: string; tone: Tone; id?: string }[] = [
  { status: "not_met", title: "Not met", tone: "off", id: "notmet" },
  { status: "unknown", title: "Unknown", tone: "unk" },
  { status: "waived", title: "Waived", tone: "risk" },
];

/** The gate's signatures and criteria: what fails first, each with what was found and the one way to mend it. */
export function GateReadiness({
  criteria,
  seats,
  base,
}: {
  criteria: readonly JudgedCriterion[];
  seats: readonly JudgedSeat[];
  base: string;
}) {
  const of = criteria.length;
  const met = criteria.filter(({ status }) => status === "met");
  const gaps = seats.filter(({ state }) => state !== "approved" && state !== "approved_with_conditions");
  return (
    <>
      {GROUPS.map(({ status, title, tone, id }) => {
        const rows = criteria.filter((criterion) => criterion.status === status);
        if (rows.length === 0) return null;
        return (
          <section key={status}>
            <GroupTitle {...{ title, tone, id }} count={`${rows.length} of ${of}`} />
            <CriterionHead heads={["Criterion and what was found", "Who says so", ""]} />
            {rows.map((criterion) => (
              <CriterionRow key={criterion.id} criterion={criterion} tone={tone} base={base} />
            ))}
          </section>
        );
      })}
      {gaps.length > 0 ? <Signatures gaps={gaps} of={seats.length} base={base} /> : null}
      {met.length > 0 ? (
        <section>
          <GroupTitle title="Met" tone="ok" count={`${met.length} of ${of}`} />
          <MetList
            items={met.map((criterion) => ({
              id: criterion.id,
              title: criterion.title,
              detail: criterion.finding,
              when:
                criterion.source === "computed" ? (
                  <span className="not-s">checked now</span>
                ) : (
                  (criterion.attestation?.userName ?? "")
                ),
            }))}
          />
        </section>
      ) : null}
    </>
  );
}

const SEATS: Record<string, { tone: Tone; detail: string }> = {
  waiting: { tone: "unk", detail: "Not given yet." },
  stale: {
    tone: "risk",
    detail: "What was signed has changed since; it must be looked at and signed again.",
  },
  declined: { tone: "off", detail: "Declined." },
};

function Signatures({ gaps, of, base }: { gaps: readonly JudgedSeat[]; of: number; base: string }) {
  const worst = gaps.some(({ state }) => state === "declined") ? "off" : "risk";
  return (
    <section>
      <GroupTitle title="Signatures that do not hold" tone={worst} count={`${gaps.length} of ${of}`} />
      {gaps.map((seat) => {
        const look = SEATS[seat.state] ?? { tone: "unk" as const, detail: "Not given yet." };
        const signed = seat.signOff;
        return (
          <Criterion
            key={seat.id}
            tone={look.tone}
            title={`${seat.capacity.slice(0, 1).toUpperCase()}${seat.capacity.slice(1)}`}
            detail={
              signed !== null && signed.comment !== "" && seat.state === "declined"
                ? `Declined: ${signed.comment}`
                : look.detail
            }
            who={signed?.userName ?? seat.userName ?? "nobody yet"}
            whoRole={ROLE_LABELS[seat.role].toLowerCase()}
            action={
              <Link className="btn sm" href={`${base}/gate`}>
                Open the gate
              </Link>
            }
          />
        );
      })}
    </section>
  );
}

function CriterionRow({ criterion, tone, base }: { criterion: JudgedCriterion; tone: Tone; base: string }) {
  const place = mendOf(criterion, { kind: "go_no_go", base, program: base.replace(/\/waves\/\d+$/, "") });
  return (
    <Criterion
      tone={tone}
      title={criterion.title}
      detail={criterion.finding}
      who={criterion.source === "computed" ? "Wavegate" : (criterion.attestation?.userName ?? "nobody yet")}
      whoRole={criterion.source === "computed" ? "checked now" : "attested"}
      action={
        <Link className="btn sm" href={place.href}>
          {place.word}
        </Link>
      }
    />
  );
}

/** A group of the readiness list, with its shape. */
export function GroupTitle({
  title,
  tone,
  count,
  id,
}: {
  title: string;
  tone: Tone;
  count: string;
  id?: string;
}) {
  return (
    <h2 className="grp" id={id}>
      <Shape kind={tone} />
      {title} <span>{count}</span>
    </h2>
  );
}

export type Missing = { id: string; tone: Tone; title: string; detail: string; href: string; word: string };

/** What a wave without a gate has and lacks. */
export function PlanReadiness({ rows }: { rows: readonly Missing[] }) {
  const lacking = rows
    .filter(({ tone }) => tone !== "ok")
    .sort((a, b) => Number(b.tone === "off") - Number(a.tone === "off"));
  const fine = rows.filter(({ tone }) => tone === "ok");
  return (
    <>
      {lacking.length > 0 ? (
        <section>
          <GroupTitle
            title="Missing"
            tone={lacking.some(({ tone }) => tone === "off") ? "off" : "unk"}
            count={`${lacking.length} of ${rows.length}`}
          />
          {lacking.map((row) => (
            <Criterion
              key={row.id}
              tone={row.tone}
              title={row.title}
              detail={row.detail}
              action={
                <Link className="btn sm" href={row.href}>
                  {row.word}
                </Link>
              }
            />
          ))}
        </section>
      ) : null}
      {fine.length > 0 ? (
        <section>
          <GroupTitle title="There" tone="ok" count={`${fine.length} of ${rows.length}`} />
          <MetList items={fine.map(({ id, title, detail }) => ({ id, title, detail }))} />
        </section>
      ) : null}
    </>
  );
}
