import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventRows } from "@/components/audit/event-rows";
import { TrustForm } from "@/components/questions/trust-form";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { historyOf } from "@/lib/audit/queries/events";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { TRUST_LABELS } from "@/lib/questions/labels";
import type { SourceView } from "@/lib/questions/model";
import { getSource } from "@/lib/questions/queries/sources";
import { changeTrustAction } from "../actions";

export const metadata: Metadata = { title: "Source" };

type Props = { params: Promise<{ program: string; id: string }> };

export default async function SourcePage({ params }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const source = await getSource(actor, id);
  if (source === null) notFound();
  const events = await historyOf(actor, "source", id, 50);
  const base = `/p/${program}`;
  return (
    <>
      <PageHeader
        eyebrow="Source"
        title={source.name}
        place={source}
        why={
          <>
            <span>{`Trusted ${source.trust} of 5: ${TRUST_LABELS[source.trust]?.toLowerCase()}`}</span>
            <span>{source.note}</span>
          </>
        }
      />
      <FiguresPart source={source} base={base} />
      {can(actor, "program:configure") ? (
        <Section
          id="trust"
          title="Change trust"
          finding={`${staysWords(source)} Trust rules only what later imports say anew.`}
        >
          <TrustForm source={source} action={changeTrustAction.bind(null, program)} />
        </Section>
      ) : null}
      <Section id="imports" title="Its latest files">
        {source.recent.length === 0 ? (
          <p className="soft dense">No file names it as its source.</p>
        ) : (
          <Rows dense>
            {source.recent.map((file) => (
              <li key={file.id}>
                {can(actor, "import:run") ? (
                  <Link href={`${base}/imports/${file.id}`}>{file.fileName}</Link>
                ) : (
                  file.fileName
                )}{" "}
                <span className="mute">
                  <Moment at={file.at} zone={actor.zone} />, {file.state}
                </span>
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <Section id="history" title="History">
        <EventRows events={events} zone={actor.zone} />
      </Section>
    </>
  );
}

/** What a change of trust leaves as it is. */
function staysWords({ standing, openQuestions }: SourceView): string {
  const facts = `${counted(standing, "fact")} ${standing === 1 ? "stands" : "stand"} on its word`;
  const open = `${counted(openQuestions, "question")} ${openQuestions === 1 ? "is" : "are"} open`;
  if (openQuestions === 0) return `Nothing that stands is changed: ${facts}, and stay so.`;
  return `Nothing that stands is changed: ${facts} and ${open}, and both stay so.`;
}

/** What it says something of; what it is silent on is left out. */
function Spoken({ source, base }: { source: SourceView; base: string }) {
  const { workloads, assets, name } = source;
  if (workloads + assets === 0) return <Missing>nothing yet</Missing>;
  return (
    <>
      {workloads > 0 ? counted(workloads, "workload") : null}
      {workloads > 0 && assets > 0 ? ", " : null}
      {assets > 0 ? (
        <Link href={`${base}/assets?source=${encodeURIComponent(name)}`}>{counted(assets, "asset")}</Link>
      ) : null}
    </>
  );
}

function FiguresPart({ source, base }: { source: SourceView; base: string }) {
  const questions = `${base}/questions?source=${encodeURIComponent(source.name)}`;
  return (
    <Facts
      facts={[
        {
          label: "Speaks of",
          value: <Spoken source={source} base={base} />,
        },
        { label: "Stands on its word", value: counted(source.standing, "fact") },
        {
          label: "Open questions",
          value: source.openQuestions === 0 ? "none" : <Link href={questions}>{source.openQuestions}</Link>,
        },
      ]}
    />
  );
}
