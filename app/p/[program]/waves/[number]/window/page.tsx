import Form from "next/form";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/fields";
import { DefinitionList, PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { AfterList } from "@/components/waves/after-list";
import { FreezesMet, metWords, SlotList } from "@/components/waves/window-calendar";
import { WindowZones } from "@/components/waves/window-zones";
import { can } from "@/lib/access/policy";
import { meetings } from "@/lib/calendar/rules/meetings";
import { overruling } from "@/lib/calendar/rules/overruled";
import { proposeSlots } from "@/lib/calendar/rules/slots";
import { formatMoment, zoneCity } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, listed } from "@/lib/kernel/text";
import type { WaveCalendar, WaveWindow } from "@/lib/waves/model";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { waveCalendar } from "@/lib/waves/queries/wave-calendar";
import { windowBlockers } from "@/lib/waves/rules/changes";
import { freezesMet } from "@/lib/waves/rules/freezes";
import { one } from "@/lib/waves/rules/search";
import { readWindow } from "@/lib/waves/rules/window";
import { clockChanges, durationWords, windowSpan, zoneLines } from "@/lib/waves/rules/window-words";
import { setWindowAction } from "../../actions";
import { loadWavePage, type WavePageData } from "../load-page";

export const metadata = { title: "The window of a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};
type Typed = { startLocal: string; endLocal: string; zone: string; fold: string; endFold: string };

export default async function WindowPage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave } = data;
  if (wave.facts === null) notFound();
  const search = await searchParams;
  const typed = typedIn(search, data);
  const asked = search.startLocal !== undefined;
  const answer = asked
    ? readWindow({ ...typed, fold: foldOf(typed.fold), endFold: foldOf(typed.endFold) })
    : null;
  const blockers = windowBlockers({ ...wave, id: wave.waveId });
  const refused = !can(actor, "wave:plan") || blockers.length > 0;
  const { window, exception } = wave;
  const calendar = await waveCalendar(actor, wave);
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={window === null ? "Set the window" : "Move the window"}
        why={
          <span>
            {window === null ? "There is no window yet." : `Now ${windowSpan(window, window.zone)}`}
          </span>
        }
      />
      {exception === null ? null : (
        <Callout title={`${exception.grantedBy} allowed cutting over outside the window`} tone="risk">
          {`${exception.reason} Recorded ${formatMoment(exception.grantedAt, actor.zone)}.`}
        </Callout>
      )}
      {can(actor, "wave:override-window") ? (
        <p style={{ marginTop: 16 }}>
          {window === null ? null : (
            <>
              <Link className="go" href={`${data.base}/exception`}>
                Allow cutting over outside the window
              </Link>{" "}
            </>
          )}
          <Link className="go" href={`${data.base}/freeze`}>
            Let the window meet a freeze
          </Link>
        </p>
      ) : null}
      {window === null || answer?.ok ? null : <Conflicts data={data} calendar={calendar} window={window} />}
      {refused ? (
        <Section title="The window stays">
          <p>
            {blockers.length > 0
              ? blockers.map(({ message }) => message).join(" ")
              : "Program managers and platform engineers move windows."}
          </p>
        </Section>
      ) : (
        <>
          {answer?.ok ? (
            <Preview data={data} calendar={calendar} window={answer.window} typed={typed} />
          ) : null}
          <Section title={answer?.ok ? "Another time" : "When the wave cuts over"}>
            <WindowForm
              typed={typed}
              base={data.base}
              errors={answer !== null && !answer.ok ? answer.fields : {}}
            />
          </Section>
        </>
      )}
    </>
  );
}

function WindowForm({ typed, base, errors }: { typed: Typed; base: string; errors: Record<string, string> }) {
  const folds = [
    { value: "earlier", label: "The first, before the clocks go back" },
    { value: "later", label: "The second, after the clocks went back" },
  ];
  const twice = (field: string) => /twice/.test(errors[field] ?? "");
  return (
    <Form action={`${base}/window`} className="form">
      {Object.keys(errors).length > 0 ? <ErrorSummary fields={errors} /> : null}
      <TextField
        name="startLocal"
        label="Starts"
        type="datetime-local"
        narrow
        defaultValue={typed.startLocal}
        error={errors.startLocal}
      />
      {typed.fold !== "" || twice("startLocal") ? (
        <SelectField
          name="fold"
          label="Which start"
          none="Choose"
          options={folds}
          defaultValue={typed.fold}
        />
      ) : null}
      <TextField
        name="endLocal"
        label="Ends"
        type="datetime-local"
        narrow
        defaultValue={typed.endLocal}
        error={errors.endLocal}
      />
      {typed.endFold !== "" || twice("endLocal") ? (
        <SelectField
          name="endFold"
          label="Which end"
          none="Choose"
          options={folds}
          defaultValue={typed.endFold}
        />
      ) : null}
      <TextField
        name="zone"
        label="Time zone"
        list="zones"
        defaultValue={typed.zone}
        error={errors.zone}
        hint="The clocks these times are read from, such as Europe/London."
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="acts-row">
        <button className="btn" type="submit">
          Check this window
        </button>
        <Button variant="ghost" href={base}>
          Leave it as it is
        </Button>
      </div>
    </Form>
  );
}

type PreviewProps = { data: WavePageData; calendar: WaveCalendar; window: WaveWindow; typed: Typed };

async function Preview({ data, calendar, window, typed }: PreviewProps) {
  const { actor, wave, base } = data;
  const lines = zoneLines(window, { wave: window.zone, program: actor.programZone, mine: actor.zone });
  const met = freezesMet(calendar.periods, calendar.exceptions, window);
  const refused = met.some(({ exception }) => exception === null);
  return (
    <>
      <Section title="What this means" finding="Nothing has changed yet.">
        <DefinitionList
          items={[
            {
              label: `Window, ${durationWords(window.startAt, window.endAt)}`,
              value: <WindowZones lines={lines} />,
            },
            ...calendarLines(calendar, window),
            ...(await consequences(data, window)),
          ]}
        />
        {refused ? null : (
          <AfterList>
            <ActionForm
              action={setWindowAction.bind(null, actor.programSlug)}
              submit={wave.window === null ? "Set this window" : "Move the window"}
              hidden={{ waveId: wave.waveId, version: wave.version, ...typed }}
              beside={
                <Button variant="ghost" href={base}>
                  Leave it as it is
                </Button>
              }
            />
          </AfterList>
        )}
      </Section>
      <Conflicts data={data} calendar={calendar} window={window} asked />
    </>
  );
}

/** The freezes that a window meets, and clean times instead of it; nothing where it meets none. */
function Conflicts({
  data: { actor, base, program, now },
  calendar: { periods, exceptions },
  window,
  asked,
}: {
  data: WavePageData;
  calendar: WaveCalendar;
  window: WaveWindow;
  asked?: boolean;
}) {
  const met = freezesMet(periods, exceptions, window);
  if (met.length === 0) return null;
  const open = met.filter(({ exception }) => exception === null).length;
  const finding = asked
    ? "The window cannot be set here unless an executive excepts the freeze."
    : "The freeze came after the window and keeps the wave from cutting over. Move the window, or ask an executive for an exception.";
  return (
    <>
      <Section title="Freezes it meets" id="freezes" finding={open === 0 ? "Each is excepted." : finding}>
        <FreezesMet
          met={met}
          calendar={`${program}/calendar`}
          exceptHref={can(actor, "wave:override-window") ? `${base}/freeze` : undefined}
        />
      </Section>
      {open === 0 ? null : (
        <Section
          title="Clean times instead"
          id="slots"
          finding="Of the same length, from the same time of day."
        >
          <SlotList slots={proposeSlots(window, periods, now)} path={`${base}/window`} zone={actor.zone} />
        </Section>
      )}
    </>
  );
}

function calendarLines({ periods, exceptions }: WaveCalendar, window: WaveWindow) {
  const freezes = freezesMet(periods, exceptions, window);
  const cautions = meetings(periods, "caution", window);
  const preferred = meetings(periods, "preferred", window).filter((one) => overruling(one, freezes) === null);
  return [
    { label: "Freezes", value: freezes.length === 0 ? "none is met" : `meets ${metWords(freezes)}` },
    { label: "Cautions", value: cautions.length === 0 ? "none is met" : `mind ${metWords(cautions)}` },
    ...(preferred.length === 0 ? [] : [{ label: "Preferred", value: metWords(preferred) }]),
  ];
}

async function consequences({ actor, wave, gate, now }: WavePageData, window: WaveWindow) {
  const waves = await listWaves(actor, now);
  const met = waves.filter(
    (other) =>
      other.waveId !== wave.waveId &&
      other.state !== "cancelled" &&
      other.window !== null &&
      other.window.startAt < window.endAt &&
      window.startAt < other.window.endAt,
  );
  const changing = clockChanges(window, [window.zone, actor.programZone, actor.zone]).map(zoneCity);
  const signed = gate?.judged.approvals ?? 0;
  const late = window.endAt <= now;
  return [
    { label: "Clocks", value: changing.length === 0 ? "do not change" : `change in ${listed(changing)}` },
    {
      label: "Other waves",
      value:
        met.length === 0
          ? "none has a window at that time"
          : `meets ${listed(met.map((other) => `wave ${other.number}, ${other.name}`))}`,
    },
    {
      label: "Signatures",
      value:
        signed === 0
          ? "none rests on the present window"
          : `${counted(signed, "signature")} will be stale and must be given again`,
    },
    ...(late ? [{ label: "Past", value: "This window is already over; the wave would be off track." }] : []),
  ];
}

function typedIn(search: SearchParams, { wave, actor }: WavePageData): Typed {
  const { window } = wave;
  return {
    startLocal: one(search.startLocal) || (window?.startLocal ?? ""),
    endLocal: one(search.endLocal) || (window?.endLocal ?? ""),
    zone: one(search.zone) || (window?.zone ?? actor.programZone),
    fold: one(search.fold),
    endFold: one(search.endFold),
  };
}

function foldOf(text: string): "earlier" | "later" | undefined {
  return text === "earlier" || text === "later" ? text : undefined;
}
