import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailPreferencesForm } from "@/components/inbox/mail-preferences-form";
import { UndeliveredTable } from "@/components/inbox/undelivered-table";
import { UnwrittenTable } from "@/components/inbox/unwritten-table";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout, EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { mailPreferences, undeliveredMail, unwrittenMail } from "@/lib/inbox/queries/mail";
import { type MailStanding, mailStanding } from "@/lib/inbox/queries/mail-standing";
import { zoneCity } from "@/lib/kernel/moments";
import { listed } from "@/lib/kernel/text";
import { sendAgainAction, setMailPreferencesAction } from "../actions";

export const metadata: Metadata = { title: "When you get mail" };

type Props = { params: Promise<{ program: string }> };

export default async function MailSettingsPage({ params }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "history:read")) notFound();
  const [preferences, standing, undelivered, unwritten] = await Promise.all([
    mailPreferences(actor),
    mailStanding(actor),
    undeliveredMail(actor),
    unwrittenMail(actor),
  ]);
  return (
    <>
      <PageHeader
        title="When you get mail"
        why={
          <>
            <span>
              To {actor.email}, about {actor.programName}
            </span>
            <span>The inbox shows the same whether you get mail or not</span>
          </>
        }
      />
      <Standing standing={standing} />
      <Section
        id="preferences"
        title="Your choice"
        finding="For this program alone. Nothing is told twice, and nobody learns whether you read it."
      >
        <MailPreferencesForm
          action={setMailPreferencesAction.bind(null, program)}
          preferences={preferences}
          city={zoneCity(actor.zone)}
        />
      </Section>
      {can(actor, "member:manage") ? (
        <Section
          id="undelivered"
          title="Mail that could not be delivered"
          finding="Given up after ten tries in a day, or refused by the mail server for good."
        >
          {undelivered.length === 0 ? (
            <EmptyState title="All mail of this program was delivered or is on its way">
              What a mail server refuses for good appears here with its answer.
            </EmptyState>
          ) : (
            <UndeliveredTable
              mails={undelivered}
              zone={actor.zone}
              sendAgain={sendAgainAction.bind(null, program)}
            />
          )}
        </Section>
      ) : null}
      {unwritten.length === 0 ? null : (
        <Section
          id="unwritten"
          title="Mail that could not be written"
          finding="Nobody else waits for these. Each is tried again, after half a minute first and six hours at most; the inbox of these people may fail as well."
        >
          <UnwrittenTable mails={unwritten} zone={actor.zone} />
        </Section>
      )}
    </>
  );
}

function Standing({ standing }: { standing: MailStanding }) {
  switch (standing.state) {
    case "ready":
      return null;
    case "demo":
      return (
        <Callout title="The demo sends no mail" level={2}>
          Its people are invented. You may choose all the same.
        </Callout>
      );
    case "missing":
      return (
        <Callout title="Mail is not configured here" tone="risk" level={2}>
          {`Nobody gets mail from this installation; the inbox works without it. Whoever runs it sets ${listed(standing.missing)}. Your choice counts from then on.`}
        </Callout>
      );
    case "wrong":
      return (
        <Callout title="Mail is not configured rightly here" tone="risk" level={2}>
          {`Nobody gets mail from this installation; the inbox works without it. ${standing.problem}`}
        </Callout>
      );
  }
}
