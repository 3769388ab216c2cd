import type { Metadata } from "next";
import { OverruledMark, PeriodKindMark } from "@/components/calendar/period-kind-mark";
import { Button } from "@/components/ui/button";
import { Facts, PageHeader, Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Callout } from "@/components/ui/states";
import { WindowSpan } from "@/components/waves/window-span";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { PERIOD_KIND_MEANINGS, scopeWord } from "@/lib/calendar/labels";
import type { PeriodView } from "@/lib/calendar/model";
import { listPeriods } from "@/lib/calendar/queries/periods";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import { freezesBeside, overruling } from "@/lib/calendar/rules/overruled";
import { recurrenceWords } from "@/lib/calendar/rules/repeat";
import { formatMoment } from "@/lib/kernel/moments";
import { BesideHistory } from "../../audit/beside-history";
import { loadPeriod } from "../load-period";

type Props = { params: Promise<{ program: string; period: string }> };

/** How many coming times are listed, and how far ahead they are looked for. */
const COMING = 6;
const AHEAD_DAYS = 732;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, period } = await params;
  return { title: (await loadPeriod(program, period)).period.title };
}

export default async function PeriodPage({ params }: Props) {
  const { program, period: id } = await params;
  const { actor, period } = await loadPeriod(program, id);
  const calendar = `/p/${program}/calendar`;
  const writes = can(actor, "calendar:write") && period.endedAt === null;
  return (
    <>
      <PageHeader
        eyebrow="Period of the calendar"
        title={period.title}
        place={{ id: period.id, name: period.title }}
        why={
          <>
            <PeriodKindMark kind={period.kind} />
            <span>{PERIOD_KIND_MEANINGS[period.kind]}</span>
            {period.source === null ? null : <span>brought in from a calendar file</span>}
          </>
        }
        actions={
          writes ? (
            <>
              <Button href={`${calendar}/${id}/edit`}>Edit</Button>
              <Button href={`${calendar}/${id}/end`}>Take it out</Button>
            </>
          ) : undefined
        }
      />
      {period.endedAt === null ? null : (
        <Callout title={`Taken out of the calendar ${formatMoment(period.endedAt, actor.zone)}`} level={2}>
          {period.endedReason ?? ""}
        </Callout>
      )}
      <Facts
        facts={[
          { label: "About", value: scopeWord(period.scope) },
          { label: "Repeats", value: recurrenceWords(period.recurrence, period.zone) },
          { label: "Time zone", value: period.zone },
          { label: "Reason", value: period.reason === "" ? "none given" : period.reason },
        ]}
      />
      <BesideHistory actor={actor} type="period" id={period.id}>
        <Coming period={period} actor={actor} />
      </BesideHistory>
    </>
  );
}

async function Coming({ period, actor }: { period: PeriodView; actor: Actor }) {
  const now = new Date();
  const { zone } = actor;
  const range = { startAt: now, endAt: new Date(now.getTime() + AHEAD_DAYS * 86_400_000) };
  const coming = occurrencesIn([period], range).slice(0, COMING);
  const freezes =
    period.kind === "preferred" ? freezesBeside(await listPeriods(actor, now), coming, now) : [];
  return (
    <Section
      id="coming"
      title="When it takes place"
      finding={coming.length === 0 ? "Not again within two years." : undefined}
    >
      {coming.length === 0 ? null : (
        <Rows>
          {coming.map((one) => (
            <li key={one.startAt.toISOString()}>
              <WindowSpan span={one} zone={period.zone} />{" "}
              <OverruledMark overruled={overruling(one, freezes)} />
              {period.zone === zone ? null : (
                <p className="soft">
                  <WindowSpan span={one} zone={zone} />, your time
                </p>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  );
}
