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
import { WindowZones } from "@/components/waves/window-zones";
import { can } from "@/lib/access/policy";
import { formatMoment, zoneCity } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, listed } from "@/lib/kernel/text";
import type { WaveWindow } from "@/lib/waves/model";
import { listWaves } from "@/lib/waves/queries/list-waves";
import { windowBlockers } from "@/lib/waves/rules/changes";
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
      {can(actor, "wave:override-window") && window !== null ? (
        <p style={{ marginTop: 16 }}>
          <Link className="go" href={`${data.base}/exception`}>
            Allow cutting over outside the window
          </Link>
        </p>
      ) : null}
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
          {answer?.ok ? <Preview data={data} window={answer.window} typed={typed} /> : null}
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

async function Preview({ data, window, typed }: { data: WavePageData; window: WaveWindow; typed: Typed }) {
  const { actor, wave, base } = data;
  const lines = zoneLines(window, { wave: window.zone, program: actor.programZone, mine: actor.zone });
  return (
    <Section title="What this means" finding="Nothing has changed yet.">
      <DefinitionList
        items={[
          {
            label: `Window, ${durationWords(window.startAt, window.endAt)}`,
            value: <WindowZones lines={lines} />,
          },
          ...(await consequences(data, window)),
        ]}
      />
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
    </Section>
  );
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
