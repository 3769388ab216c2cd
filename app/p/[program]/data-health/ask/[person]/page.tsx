import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RequestTable } from "@/components/findings/request-table";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import { requestFor } from "@/lib/findings/queries/finding-rows";
import { requestText, requestTitle, SUBJECTS_SHOWN } from "@/lib/findings/rules/request-text";

export const metadata: Metadata = { title: "Ask" };

type Props = { params: Promise<{ program: string; person: string }> };

export default async function AskPage({ params }: Props) {
  const { program, person } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const request = await requestFor(actor, person === "program-manager" ? null : person);
  if (request === null) notFound();
  const base = `/p/${program}`;
  const csv = `/api/p/${program}/data-health/export.csv?person=${person}`;
  return (
    <>
      <PageHeader
        place={{ id: person, name: request.person.name }}
        eyebrow="Data health"
        title={`Ask ${request.person.id === null ? "the program manager" : request.person.name}`}
        why={
          <>
            <span>{requestTitle(request)}</span>
            <Link href={`${base}/data-health`}>All findings</Link>
          </>
        }
      />
      {request.facts === 0 ? (
        <EmptyState title="Nothing is asked of them">Everything they own is known.</EmptyState>
      ) : (
        <>
          <Section
            title="What is missing"
            actions={<ExportLinks href={csv} count={request.subjects.length} />}
          >
            <RequestTable request={request} base={base} />
          </Section>
          <Section
            title="As a letter"
            finding={
              request.subjects.length > SUBJECTS_SHOWN
                ? "Copy it into a message and attach the CSV, which holds all of it; nothing is sent from here."
                : "Copy it into a message; nothing is sent from here."
            }
          >
            <textarea
              className="input"
              aria-label="The request as plain text"
              readOnly
              rows={Math.min(14, request.subjects.length + 5)}
              value={requestText(request, actor.programName)}
            />
          </Section>
        </>
      )}
    </>
  );
}
