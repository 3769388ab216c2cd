import { GateDecision } from "@/components/overview/gate-decision";
import { JudgementMark } from "@/components/recovery/judgement-mark";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Split } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { Actor } from "@/lib/access/model";
import type { GateSummary } from "@/lib/gates/model/judged";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { windowInWords } from "@/lib/gates/rules/agreement";
import { asksReader } from "@/lib/gates/rules/asks-reader";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatDay, formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import type { OwnedService } from "@/lib/overview/model";
import { myServices } from "@/lib/overview/queries/mine";
import { meetsSentence } from "@/lib/overview/rules/window-meets";
import type { WaveCalendar } from "@/lib/waves/model/window";
import { waveCalendars } from "@/lib/waves/queries/wave-calendar";

/** The business owner's home: what needs me, then each of my services in plain words. */
export async function MyServices({ actor }: { actor: Actor }) {
  const now = new Date();
  const base = `/p/${actor.programSlug}`;
  const [services, gates] = await Promise.all([myServices(actor, now), listOpenGates(actor, now)]);
  const asked = gates.filter(asksReader);
  const moving = new Map(services.flatMap(({ wave }) => (wave === null ? [] : [[wave.waveId, wave]])));
  const calendars = await waveCalendars(actor, [...moving.values()]);
  return (
    <>
      <PageHeader
        title="My services"
        eyebrow={formatMoment(now, actor.zone)}
        why={<span>{counted(services.length, "service")} of yours in this program</span>}
      />
      <Section
        title="Needs you"
        id="needs"
        finding={
          asked.length === 0
            ? "Nothing waits for you."
            : `${counted(asked.length, "signature")} asked of you.`
        }
      >
        {asked.length === 0 ? null : (
          <Split>
            {asked.map((gate) => (
              <Needed key={gate.gateId} gate={gate} base={base} zone={actor.zone} now={now} />
            ))}
          </Split>
        )}
      </Section>
      <Section
        title="Your services"
        id="services"
        finding="When they move, what was promised for each, and what a drill has proven."
      >
        {services.length === 0 ? (
          <EmptyState title="No service is in your name yet">
            A program manager names the business owner of each workload; yours appear here.
          </EmptyState>
        ) : (
          byWave(services).map((group) => (
            <Move key={group.at(0)?.id} services={group} {...{ base, calendars, now }} zone={actor.zone} />
          ))
        )}
      </Section>
    </>
  );
}

type NeededProps = { gate: GateSummary; base: string; zone: string; now: Date };

function Needed({ gate, base, zone, now }: NeededProps) {
  return (
    <GateDecision
      gate={gate}
      title={
        gate.mine === "asked-again"
          ? `Look again and sign: ${gate.waveName}`
          : `Confirm that ${gate.waveName} may move`
      }
      {...{ base, zone, now }}
    >
      {gate.windowStartAt && gate.windowEndAt
        ? `Services may be offline ${windowInWords(gate.windowStartAt, gate.windowEndAt, zone)}. `
        : "The time is not settled. "}
      {gate.mine === "asked-again"
        ? "Something changed since you signed, so your signature no longer counts."
        : ""}
    </GateDecision>
  );
}

type MoveProps = {
  services: readonly OwnedService[];
  /** What concerns each wave, by its id. */
  calendars: ReadonlyMap<string, WaveCalendar>;
  base: string;
  zone: string;
  now: Date;
};

/** The services that move together: when and with what effect is said once, what is promised for each. */
function Move({ services, calendars, base, zone, now }: MoveProps) {
  const wave = services.at(0)?.wave ?? null;
  const calendar = wave === null ? undefined : calendars.get(wave.waveId);
  const ahead = wave !== null && wave.state !== "closed";
  return (
    <div style={{ marginBottom: 32 }}>
      <h3 className="h3">
        {wave ? (
          <Link href={`${base}/waves/${wave.number}`}>{`Wave ${wave.number}, ${wave.name}`}</Link>
        ) : (
          <Verdict tone="unk">In no wave yet</Verdict>
        )}
      </h3>
      <p className="read" style={{ maxWidth: 720, marginBlock: "4px 12px" }}>
        {ahead && wave.startAt && wave.endAt ? (
          <>
            <span className="b">{windowInWords(wave.startAt, wave.endAt, zone)}</span>.{" "}
            {calendar ? meetsSentence(calendar, { startAt: wave.startAt, endAt: wave.endAt }) : null}{" "}
          </>
        ) : null}
        {stateSentence(wave, now)} {ahead ? impactSentence(wave.impact) : null}
      </p>
      <Promises services={services} base={base} zone={zone} />
    </div>
  );
}

type PromisesProps = { services: readonly OwnedService[]; base: string; zone: string };

function Promises({ services, base, zone }: PromisesProps) {
  return (
    <Tbl caption="Your services that move together" roomy stack="plain">
      <Heads of={[["Service", "w-1/3"], "If it fails", "Proven by a drill"]} />
      <tbody>
        {services.map((service) => (
          <tr key={service.id}>
            <th scope="row">
              <Link href={`${base}/workloads/${service.id}`}>{service.name}</Link>
            </th>
            <td className="soft">
              {promise(service)}
              {service.unheld.length === 0 ? null : (
                <>
                  {". "}
                  <Link href={`${base}/recovery/${service.id}#protection`}>
                    {`Its design cannot hold this; ${service.unheld.join("; ")}`}
                  </Link>
                </>
              )}
            </td>
            <td className="soft" data-l="Proven by a drill:">
              <Proof service={service} base={base} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

/** One group a wave, in the order of the waves; what is in none comes last. */
function byWave(services: readonly OwnedService[]): OwnedService[][] {
  const groups = new Map<number, OwnedService[]>();
  for (const service of services) {
    const number = service.wave?.number ?? Number.POSITIVE_INFINITY;
    groups.set(number, [...(groups.get(number) ?? []), service]);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}

function impactSentence(impact: string): string {
  return impact === "" ? "What people will notice is not written down yet." : `${impact.replace(/\.$/, "")}.`;
}

function stateSentence(wave: OwnedService["wave"], now: Date): string {
  if (wave === null) return "Nobody has planned when these move.";
  switch (wave.state) {
    case "closed":
      return "They have moved, and the watched period is over.";
    case "hypercare":
      return "They have moved and are watched closely.";
    case "cutting_over":
      return "They are moving now.";
    case "rolled_back":
      return "The move was taken back; they run where they ran before.";
    case "cancelled":
      return "Their move was cancelled.";
    default:
      return wave.startAt !== null && wave.startAt < now
        ? "They were to move by now and have not."
        : "They have not moved yet.";
  }
}

function promise({ rtoMinutes, rpoMinutes }: OwnedService): string {
  if (rtoMinutes === null || rpoMinutes === null)
    return "Not promised yet how fast it is back and how much could be lost";
  return `Back within ${formatMinutes(rtoMinutes)}, with at most ${formatMinutes(rpoMinutes)} of entries lost`;
}

/** What the drill that counts has shown, in one sentence with its judgement; "never tested" where there is none. */
function Proof({ service, base, zone }: { service: OwnedService; base: string; zone: string }) {
  const { judged } = service;
  const mark = <JudgementMark judgement={judged.together} />;
  if (judged.drill === null) return mark;
  const { rto, rpo, declaredAt } = judged.drill;
  const back = rto === null ? "not back when it ended" : `back in ${formatMinutes(rto)}`;
  const lost = rpo === null ? "loss not measured" : `${formatMinutes(rpo)} lost`;
  return (
    <>
      {mark}{" "}
      <Link
        href={`${base}/recovery/${service.id}`}
      >{`${formatDay(declaredAt, zone)}: ${back}, ${lost}`}</Link>
    </>
  );
}
