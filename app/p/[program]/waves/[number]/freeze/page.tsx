import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { scopeWord } from "@/lib/calendar/labels";
import { occurrencesIn } from "@/lib/calendar/rules/meetings";
import type { SearchParams } from "@/lib/kernel/search-params";
import { waveCalendar } from "@/lib/waves/queries/wave-calendar";
import { freezeExceptionBlockers } from "@/lib/waves/rules/changes";
import { freezeKey } from "@/lib/waves/rules/freezes";
import { one } from "@/lib/waves/rules/search";
import { windowSpan } from "@/lib/waves/rules/window-words";
import { grantFreezeExceptionAction } from "../../actions";
import { loadWavePage, type WavePageData } from "../load-page";

export const metadata = { title: "Let the window meet a freeze" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

/** How far ahead freezes are offered. */
const AHEAD_DAYS = 400;

export default async function FreezePage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:override-window")) notFound();
  const blockers = freezeExceptionBlockers({ ...wave, id: wave.waveId });
  const options = await freezeOptions(data);
  const why = blockers.map(({ message }) => message).join(" ");
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title="Let the window meet a freeze"
        why={
          <span>
            {wave.window === null ? (
              "There is no window yet."
            ) : (
              <>
                The window is <WindowSpan span={wave.window} zone={wave.window.zone} />
              </>
            )}
          </span>
        }
      />
      <Section
        title="What you allow"
        finding={`The window of attempt ${wave.attempt} may meet this one freeze, at the time it has now. Your reason is kept with your name.`}
      >
        {why !== "" || options.length === 0 ? (
          <Callout title="There is nothing to allow">
            {why || "No freeze of the next year concerns this wave."}
          </Callout>
        ) : (
          <ActionForm
            action={grantFreezeExceptionAction.bind(null, actor.programSlug)}
            submit="Allow it"
            hidden={{ waveId: wave.waveId, version: wave.version }}
            beside={
              <Button variant="ghost" href={base}>
                Leave it as it is
              </Button>
            }
          >
            <SelectField
              name="freeze"
              label="Freeze"
              none="Choose"
              options={options}
              defaultValue={one((await searchParams).freeze)}
            />
            <TextArea name="reason" label="Reason" required />
          </ActionForm>
        )}
      </Section>
    </>
  );
}

async function freezeOptions({ actor, wave, now }: WavePageData) {
  const { periods } = await waveCalendar(actor, wave);
  const freezes = periods.filter(({ kind }) => kind === "freeze");
  const range = { startAt: now, endAt: new Date(now.getTime() + AHEAD_DAYS * 86_400_000) };
  return occurrencesIn(freezes, range).map((found) => ({
    value: freezeKey(found),
    label: `${found.period.title}, ${scopeWord(found.period.scope)}: ${windowSpan(found, found.period.zone)}`,
  }));
}
