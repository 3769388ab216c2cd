import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KindChoices, ScopeFields, ZoneField } from "@/components/calendar/period-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { icsRefusalWords } from "@/lib/calendar/labels";
import { scopeChoices } from "@/lib/calendar/queries/periods";
import type { SearchParams } from "@/lib/kernel/search-params";

export const metadata: Metadata = { title: "Bring a calendar file in" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function BringInPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "calendar:write")) notFound();
  const { refused, at } = await searchParams;
  const event = typeof at === "string" && /^\d{1,4}$/u.test(at) ? Number(at) : null;
  const why = icsRefusalWords(typeof refused === "string" ? refused : undefined, event);
  return (
    <>
      <PageHeader
        title="Bring a calendar file in"
        why={<span>Every event becomes a period; the same file twice changes nothing.</span>}
      />
      <Section id="file" title="The file" finding="All of its events come in, or none of them.">
        <form
          className="form"
          action={`/api/p/${program}/calendar/bring-in`}
          method="post"
          encType="multipart/form-data"
        >
          {why === null ? null : <ErrorSummary fields={{ file: why }} />}
          <TextField
            name="file"
            label="Calendar file (.ics)"
            type="file"
            accept=".ics,text/calendar"
            hint="At most 1 MB and 1,000 events."
            error={why ?? undefined}
            required
          />
          <KindChoices />
          <ZoneField zone={actor.programZone} zones={Intl.supportedValuesOf("timeZone")} />
          <ScopeFields
            choices={await scopeChoices(actor)}
            namesSource={`/api/p/${program}/workloads/names`}
          />
          <div className="acts-row">
            <button className="btn pri" type="submit">
              Bring it in
            </button>
            <Button variant="ghost" href={`/p/${program}/calendar`}>
              Cancel
            </Button>
          </div>
        </form>
      </Section>
    </>
  );
}
