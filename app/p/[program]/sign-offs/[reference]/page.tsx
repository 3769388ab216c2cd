import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Day, Digest, Moment } from "@/components/ui/moment";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { ROLE_LABELS } from "@/lib/access/labels";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { DECIDED_LABELS } from "@/lib/gates/labels";
import type { SignOffRecord } from "@/lib/gates/queries/sign-off-record";
import { getSignOffRecord } from "@/lib/gates/queries/sign-off-record";
import { provenWords, signedBy } from "@/lib/gates/rules/record-words";
import { calendarDate } from "@/lib/kernel/time";

type Props = {
  params: Promise<{ program: string; reference: string }>;
  searchParams: Promise<{ signed?: string }>;
};

export const metadata = { title: "Sign-off record" };

export default async function SignOffPage({ params, searchParams }: Props) {
  const { program, reference } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read")) notFound();
  const record = await getSignOffRecord(actor, reference);
  if (record === null) notFound();
  const gate = `/p/${program}/waves/${record.waveNumber}/gate`;
  const justSigned = (await searchParams).signed === "1";
  return (
    <>
      <PageHeader
        large
        title={`${DECIDED_LABELS[record.decision]}: ${record.gateName}`}
        eyebrow={`Sign-off record ${record.reference}`}
      />
      {justSigned ? <WhatNext record={record} gate={gate} /> : null}
      <Section title="Who decided" id="who">
        <DefinitionList
          items={[
            { label: "Program", value: actor.programName },
            {
              label: "Gate",
              value: <Link href={gate}>{`Wave ${record.waveNumber}, ${record.gateName}`}</Link>,
            },
            {
              label: "Signer",
              value: signedBy({ userName: record.signer, onBehalfOf: record.onBehalfOf }),
            },
            { label: "Asked as", value: record.capacity },
            { label: "Role at that moment", value: ROLE_LABELS[record.role] },
            {
              label: "Decided",
              value: <Moment at={record.signedAt} zone={actor.programZone} yourZone={actor.zone} city />,
            },
            ...(record.backfilled ? [] : [{ label: "How the signer was known", value: provenWords(record) }]),
            { label: "Comment", value: record.comment === "" ? "None" : record.comment },
            ...(record.backfilled
              ? [
                  {
                    label: "How it came here",
                    value: "Brought in later; it counts for a closed attempt only",
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {record.conditions.length > 0 ? (
        <Section title="On these conditions" id="conditions">
          <ul className="rows dense">
            {record.conditions.map((condition) => (
              <li key={condition.text}>
                <span className="b">{condition.text}</span>, {condition.owner}, due{" "}
                <Day on={calendarDate(condition.dueOn)} />
                {condition.closedAt ? ", closed" : ", open"}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        title="What was signed"
        id="copy"
        finding="The frozen copy of the facts, letter by letter, and its digest."
      >
        <Digest hex={record.digest} />
        <p className="no-print">
          <Link className="go" href={`/p/${program}/gates/${record.gateId}/record`}>
            Everything that was signed at this gate
          </Link>
        </p>
        <details className="not-print">
          <summary>Open the copy</summary>
          <pre className="snapshot">{JSON.stringify(JSON.parse(record.snapshot), null, 2)}</pre>
        </details>
      </Section>
      <Section title="Where it stands in the audit trail" id="trail">
        {record.checkpoint ? (
          <>
            <p>
              Covered by the signed checkpoint of event {record.checkpoint.seq}, made{" "}
              <Moment at={record.checkpoint.signedAt} zone={actor.programZone} /> with key{" "}
              {record.checkpoint.keyId.slice(0, 16)}.
            </p>
            <Digest hex={record.checkpoint.hash} label="Head of the chain" />
          </>
        ) : (
          <p>No checkpoint has been signed since; it is made right after a decision.</p>
        )}
        {can(actor, "audit:read") ? (
          <p className="not-print" style={{ marginTop: 12 }}>
            <Link className="go" href={`/p/${program}/audit`}>
              Open the audit trail
            </Link>
          </p>
        ) : null}
      </Section>
    </>
  );
}

function WhatNext({ record, gate }: { record: SignOffRecord; gate: string }) {
  return (
    <Callout
      tone="done"
      title={`Recorded. Your reference is ${record.reference}`}
      actions={<Button href={gate}>Back to the gate</Button>}
    >
      {record.decision === "decline"
        ? "The wave cannot cut over while your decline stands. The lead sees your reason and comes back to you."
        : "If a fact that you relied on changes, your signature stops counting and you are asked again. You can print this page."}
    </Callout>
  );
}
