import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LentSeats } from "@/components/gates/lent-seats";
import { ChangedList } from "@/components/inbox/changed-list";
import { WaitingList } from "@/components/inbox/waiting-list";
import { ActionForm } from "@/components/ui/action-form";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { lentSeats } from "@/lib/gates/queries/lent-seats";
import { KIND_LABELS, KIND_MEANINGS } from "@/lib/inbox/labels";
import type { ChangedGroup } from "@/lib/inbox/model";
import { CHANGED_DAYS, changedFor, MOST_CHANGES } from "@/lib/inbox/queries/changed";
import { waitingFor } from "@/lib/inbox/queries/waiting";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import { markReadAction } from "./actions";

export const metadata: Metadata = { title: "Inbox" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function InboxPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "history:read")) notFound();
  const which = (await searchParams).show === "all" ? "all" : "unread";
  const now = new Date();
  const [{ action, late }, lent, groups] = await Promise.all([
    waitingFor(actor, now),
    lentSeats(actor, now),
    changedFor(actor, now, which),
  ]);
  const base = `/p/${program}`;
  const lists = { base, zone: actor.zone };
  return (
    <>
      <PageHeader
        title="Inbox"
        why={
          <>
            <span>{counted(action.length + late.length, "thing")} waiting for you</span>
            <span>{counted(unreadOf(groups), "unread change")} on what you own</span>
            <Link href={`${base}/inbox/settings`}>When you get mail</Link>
          </>
        }
      />
      {late.length === 0 ? null : (
        <Section id="late" title={KIND_LABELS.late} finding={KIND_MEANINGS.late}>
          <WaitingList items={late} caption="What you are late with" late {...lists} />
        </Section>
      )}
      <Section
        id="action"
        title={KIND_LABELS.action}
        finding={action.length === 0 ? undefined : "What is due first stands first."}
      >
        {action.length === 0 ? (
          <EmptyState title="Nothing waits for you">
            A gate that asks for your signature appears here, a risk you may accept, a question you are asked,
            and what of yours is due or has ended.
          </EmptyState>
        ) : (
          <WaitingList items={action} caption="What waits for you" {...lists} />
        )}
      </Section>
      {lent.length === 0 ? null : (
        <Section id="lent" title="Signing in another’s stead">
          <LentSeats seats={lent} now={now} {...lists} />
        </Section>
      )}
      <ChangedPart {...{ actor, groups, which, base }} />
    </>
  );
}

type ChangedProps = { actor: Actor; groups: readonly ChangedGroup[]; which: "unread" | "all"; base: string };

function ChangedPart({ actor, groups, which, base }: ChangedProps) {
  const markRead = markReadAction.bind(null, actor.programSlug);
  const shown = groups.reduce((sum, group) => sum + group.changes.length, 0);
  const upTo = Math.max(0, ...groups.map((group) => group.upTo));
  return (
    <Section
      id="changed"
      title={KIND_LABELS.changed}
      finding={findingOf(shown, which)}
      actions={
        <>
          <Link className="go" href={which === "all" ? `${base}/inbox` : `${base}/inbox?show=all`}>
            {which === "all" ? "Show unread only" : "Show read ones too"}
          </Link>
          {unreadOf(groups) > 0 ? (
            <ActionForm
              action={markRead}
              className="inline-form"
              submit="Mark all read"
              submitLook={{ size: "sm" }}
              hidden={{ upTo }}
              aria-label="Mark all changes read"
            />
          ) : null}
        </>
      }
    >
      {groups.length === 0 ? (
        <EmptyState title={which === "unread" ? "Nothing unread" : "Nothing was changed"}>
          What others do to workloads and risks you own, waves you lead and gates you sign appears here.
        </EmptyState>
      ) : (
        <ChangedList groups={groups} base={base} zone={actor.zone} markRead={markRead} />
      )}
    </Section>
  );
}

function findingOf(shown: number, which: "unread" | "all"): string {
  const days = `in the last ${CHANGED_DAYS} days`;
  if (shown >= MOST_CHANGES) return `The newest ${MOST_CHANGES} ${days}.`;
  return which === "unread" ? `Unread, ${days}.` : `Read and unread, ${days}.`;
}

function unreadOf(groups: readonly ChangedGroup[]): number {
  return groups.reduce((sum, group) => sum + group.unread, 0);
}
