import { notFound } from "next/navigation";
import { DeputyLines } from "@/components/gates/deputy-lines";
import { SignatureSheet } from "@/components/gates/signature-sheet";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Digest, Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { GateRecord } from "@/lib/gates/model/record";
import { getGateRecord } from "@/lib/gates/queries/gate-record";
import { gatePath } from "@/lib/gates/rules/gate-path";
import { standingWords } from "@/lib/gates/rules/record-words";
import { counted } from "@/lib/kernel/text";
import { WAVE_STATE_LABELS } from "@/lib/waves/labels";

type Params = { params: Promise<{ program: string; gate: string }> };

export const metadata = { title: "Sign-off record of a gate" };

export default async function GateRecordPage({ params }: Params) {
  const { program, gate } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read")) notFound();
  const now = new Date();
  const record = await getGateRecord(actor, gate, now);
  if (record === null) notFound();
  const { facts, judged, signatures } = record;
  const zone = facts.wave.zone ?? actor.programZone;
  const back = `/p/${program}/waves/${facts.wave.number}/${gatePath(facts.gate.kind)}`;
  return (
    <div className="record">
      <PageHeader
        large
        eyebrow={`Sign-off record, ${actor.programName}`}
        title={facts.gate.name}
        actions={<Button href={back}>Back to the gate</Button>}
        why={
          <span>
            As of <Moment at={now} zone={zone} city />
          </span>
        }
      />
      <Callout
        level={2}
        tone={judged.holds ? "done" : "risk"}
        title={judged.holds ? "This gate holds now" : "This gate does not hold now"}
      >
        {standingWords(record)} It is judged anew at every moment: this sheet says how it stood when it was
        printed.
      </Callout>
      <Section title="What was decided on" id="what">
        <WhatFor record={record} zone={zone} />
      </Section>
      <Section
        title="Signatures"
        id="signatures"
        finding={
          signatures.length === 0
            ? "Nobody has signed yet."
            : `${counted(signatures.length, "signature")} in the order in which they were given; ${judged.approvals} of ${facts.gate.quorum} asked for ${judged.approvals === 1 ? "holds" : "hold"} now.`
        }
      >
        {signatures.map((one) => (
          <SignatureSheet
            key={one.id}
            signature={one}
            digest={judged.digest}
            zone={zone}
            href={`/p/${program}/sign-offs/${one.reference}`}
          />
        ))}
        <Missing record={record} />
        <DeputyLines deputies={facts.deputies} zone={zone} now={now} />
      </Section>
      <Section title="How to verify this offline" id="verify">
        <ol className="steps">
          <li>
            Export the audit trail, or ask whoever reads it for the file. It carries every event and every
            signed checkpoint.
          </li>
          <li>
            With the fingerprint that was written down when Wavegate was installed, run{" "}
            <code>node scripts/verify-audit.mjs FILE --key FINGERPRINT</code>. It needs Node and nothing else.
          </li>
          <li>
            Find the event by its number: its hash is the one above, and its text holds the decision, the
            criteria and the digest. The digest is the SHA-256 of the frozen copy, which the record of each
            signature shows letter by letter.
          </li>
        </ol>
        <p className="soft">
          A fingerprint on paper proves nothing by itself: compare it with the one that was written down.
          {can(actor, "audit:read") ? (
            <>
              {" "}
              <Link className="no-print" href={`/p/${program}/audit`}>
                Open the audit trail
              </Link>
            </>
          ) : null}
        </p>
      </Section>
    </div>
  );
}

function WhatFor({ record: { facts, judged }, zone }: { record: GateRecord; zone: string }) {
  const { wave } = facts;
  const window =
    wave.windowStartAt === null || wave.windowEndAt === null ? (
      "No window is set"
    ) : (
      <WindowSpan span={{ startAt: wave.windowStartAt, endAt: wave.windowEndAt }} zone={zone} />
    );
  return (
    <>
      <DefinitionList
        items={[
          { label: "Wave", value: `Wave ${wave.number}, ${wave.name}` },
          { label: "Attempt", value: String(facts.gate.attempt) },
          { label: "State of the wave", value: WAVE_STATE_LABELS[wave.state] },
          { label: "Window", value: window },
          { label: "Workloads", value: String(facts.workloads.length) },
          { label: "Signatures asked for", value: `${facts.gate.quorum} of ${facts.seats.length}` },
        ]}
      />
      <Digest hex={judged.digest} label="The facts as they are now, SHA-256" />
    </>
  );
}

function Missing({ record: { judged } }: { record: GateRecord }) {
  const missing = judged.seats.filter((seat) => seat.state === "waiting");
  if (missing.length === 0) return null;
  return (
    <p>
      Not signed:{" "}
      {missing.map((seat) => `${seat.userName ?? "anybody in this role"}, ${seat.capacity}`).join("; ")}.
    </p>
  );
}
