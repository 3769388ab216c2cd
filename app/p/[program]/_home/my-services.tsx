import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { Decision, Split } from "@/components/ui/sheet-parts";
import { EmptyState } from "@/components/ui/states";
import { Verdict } from "@/components/ui/status";
import type { Actor } from "@/lib/access/model";
import type { GateSummary } from "@/lib/gates/model";
import { listOpenGates } from "@/lib/gates/queries/waiting-signatures";
import { windowInWords } from "@/lib/gates/rules/agreement";
import { formatMinutes } from "@/lib/kernel/minutes";
import { formatMoment } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import type { OwnedService } from "@/lib/overview/model";
import { myServices } from "@/lib/overview/queries/mine";

/** The business owner's home: what needs me, then each of my services in plain words. */
export async function MyServices({ actor }: { actor: Actor }) {
  const now = new Date();
  const base = `/p/${actor.programSlug}`;
  const [services, gates] = await Promise.all([myServices(actor), listOpenGates(actor, now)]);
  const asked = gates.filter((gate) => gate.mine === "asked" || gate.mine === "asked-again");
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
        finding="When each one moves, in your time, and what was promised."
      >
        {services.length === 0 ? (
          <EmptyState title="No service is in your name yet">
            A program manager names the business owner of each workload; yours appear here.
          </EmptyState>
        ) : (
          <ul className="rows">
            {services.map((service) => (
              <Service key={service.id} service={service} base={base} zone={actor.zone} now={now} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

type NeededProps = { gate: GateSummary; base: string; zone: string; now: Date };

function Needed({ gate, base, zone, now }: NeededProps) {
  return (
    <Decision
      due={
        gate.closesAt ? (
          <>
            Due{" "}
            <b>
              <Moment at={gate.closesAt} zone={zone} now={now} />
            </b>
          </>
        ) : (
          "No closing time is set"
        )
      }
      title={
        gate.mine === "asked-again"
          ? `Look again and sign: ${gate.waveName}`
          : `Confirm that ${gate.waveName} may move`
      }
      action={
        <Button href={`${base}/waves/${gate.waveNumber}/gate`} variant="pri">
          Read and decide
        </Button>
      }
    >
      {gate.windowStartAt && gate.windowEndAt
        ? `Services may be offline ${windowInWords(gate.windowStartAt, gate.windowEndAt, zone)}. `
        : "The time is not settled. "}
      {gate.mine === "asked-again"
        ? "Something changed since you signed, so your signature no longer counts."
        : ""}
    </Decision>
  );
}

type ServiceProps = { service: OwnedService; base: string; zone: string; now: Date };

function Service({ service, base, zone, now }: ServiceProps) {
  const { wave } = service;
  return (
    <li>
      <h3 className="h3">
        <Link href={`${base}/workloads/${service.id}`}>{service.name}</Link>
      </h3>
      <p>{stateSentence(wave, now)}</p>
      {wave?.startAt && wave.endAt && wave.state !== "closed" ? (
        <p>
          <span className="b">{windowInWords(wave.startAt, wave.endAt, zone)}</span>, your time.{" "}
          {wave.impact === "" ? "What people will notice is not written down yet." : `${wave.impact}.`}
        </p>
      ) : null}
      <p className="soft">{promise(service)}</p>
      {wave ? (
        <p className="dense">
          <Link className="go" href={`${base}/waves/${wave.number}`}>
            Wave {wave.number}, {wave.name}
          </Link>
        </p>
      ) : (
        <Verdict tone="unk">In no wave yet</Verdict>
      )}
    </li>
  );
}

function stateSentence(wave: OwnedService["wave"], now: Date): string {
  if (wave === null) return "Nobody has planned when this moves.";
  switch (wave.state) {
    case "closed":
      return "It has moved, and the watched period is over.";
    case "hypercare":
      return "It has moved and is being watched closely.";
    case "cutting_over":
      return "It is moving now.";
    case "rolled_back":
      return "The move was taken back; it runs where it ran before.";
    case "cancelled":
      return "Its move was cancelled.";
    default:
      return wave.startAt !== null && wave.startAt < now
        ? "It was to move by now and has not."
        : "It has not moved yet.";
  }
}

function promise({ rtoMinutes, rpoMinutes }: OwnedService): string {
  if (rtoMinutes === null || rpoMinutes === null)
    return "Nobody has promised yet how fast it is back and how much could be lost.";
  return `Promised back within ${formatMinutes(rtoMinutes)}, with at most ${formatMinutes(rpoMinutes)} of entries lost. No drill has proven it yet.`;
}
