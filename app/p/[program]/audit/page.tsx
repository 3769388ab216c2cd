import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EventChips, EventFilters, eventChips } from "@/components/audit/event-filters";
import { EventTable } from "@/components/audit/event-table";
import { IntegrityFacts, VerifiedSentence } from "@/components/audit/integrity";
import { TrailActions, VerifyForm } from "@/components/audit/integrity-actions";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { CardsSkeleton, EmptyState, TableSkeleton } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { listEventFilters, listEvents } from "@/lib/audit/queries/events";
import { chainStanding } from "@/lib/audit/queries/standing";
import { eventHref } from "@/lib/audit/rules/event-address";
import { type EventSearch, eventSearch } from "@/lib/audit/schema";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { requestCheckpointAction, verifyTrailAction } from "./actions";

export const metadata: Metadata = { title: "Audit trail" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function AuditPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "audit:read")) notFound();
  const search = eventSearch.parse(await searchParams);
  return (
    <>
      <PageHeader
        title="Audit trail"
        why={
          <span>
            Every change with who made it, when it happened and when it was recorded. Nothing here can be
            edited or deleted; what somebody changes behind Wavegate’s back is found by verifying.
          </span>
        }
      />
      <Suspense fallback={<CardsSkeleton label="Loading the standing of the chain" />}>
        <Integrity actor={actor} />
      </Suspense>
      <Suspense fallback={<TableSkeleton label="Loading the events" />}>
        <Events actor={actor} search={search} />
      </Suspense>
    </>
  );
}

async function Integrity({ actor }: { actor: Actor }) {
  const standing = await chainStanding(actor);
  const slug = actor.programSlug;
  return (
    <Section
      id="integrity"
      title="Integrity"
      finding={<VerifiedSentence standing={standing} zone={actor.zone} />}
      actions={
        <TrailActions
          checkpoint={can(actor, "audit:checkpoint") ? requestCheckpointAction.bind(null, slug) : null}
          exportHref={can(actor, "audit:export") ? `/api/p/${slug}/audit/export` : null}
        />
      }
    >
      <IntegrityFacts standing={standing} zone={actor.zone} />
      <VerifyForm action={verifyTrailAction.bind(null, slug)} />
    </Section>
  );
}

async function Events({ actor, search }: { actor: Actor; search: EventSearch }) {
  const path = `/p/${actor.programSlug}/audit`;
  const [page, choices] = await Promise.all([listEvents(actor, search), listEventFilters(actor)]);
  const { events, total, everything, newerThan, olderThan } = page;
  const list = { path, search, choices };
  return (
    <Section id="events" title="Events">
      <EventFilters {...list} />
      <Tools count={<Count shown={total} total={everything} filters={eventChips(list).length} />}>
        <EventChips {...list} />
      </Tools>
      {events.length === 0 ? (
        <EmptyState title="No event fits these filters">Take a filter off to see more.</EmptyState>
      ) : (
        <EventTable events={events} zone={actor.zone} />
      )}
      <nav className="acts-row" aria-label="Pages of events">
        {newerThan === null ? null : (
          <Button href={`${eventHref(path, search, { after: newerThan })}#events`}>Newer</Button>
        )}
        {olderThan === null ? null : (
          <Button href={`${eventHref(path, search, { before: olderThan })}#events`}>Older</Button>
        )}
      </nav>
    </Section>
  );
}
