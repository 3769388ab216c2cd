import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { formatMoment } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { carriedWorkloads, foldOf, typedWindow } from "@/lib/replanning/rules/search";
import { waveCalendar } from "@/lib/waves/queries/wave-calendar";
import { windowBlockers } from "@/lib/waves/rules/changes";
import { readWindow } from "@/lib/waves/rules/window";
import { loadWavePage, type WavePageData } from "../load-page";
import { Conflicts } from "./conflicts";
import { Preview } from "./preview";
import { WindowForm } from "./window-form";

export const metadata = { title: "The window of a wave" };

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function WindowPage({ params, searchParams }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (wave.facts === null) notFound();
  const search = await searchParams;
  const typed = typedWindow(search, {
    startLocal: wave.window?.startLocal ?? "",
    endLocal: wave.window?.endLocal ?? "",
    zone: wave.window?.zone ?? actor.programZone,
  });
  const asked = search.startLocal !== undefined;
  const answer = asked
    ? readWindow({ ...typed, fold: foldOf(typed.fold), endFold: foldOf(typed.endFold) })
    : null;
  const blockers = windowBlockers({ ...wave, id: wave.waveId });
  const refused = !can(actor, "wave:plan") || blockers.length > 0;
  const { window } = wave;
  const calendar = await waveCalendar(actor, wave);
  const carried = carriedWorkloads(search);
  return (
    <>
      <Head data={data} />
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
            <Preview data={data} calendar={calendar} window={answer.window} typed={typed} carried={carried} />
          ) : null}
          <Section title={answer?.ok ? "Another time" : "When the wave cuts over"}>
            <WindowForm
              typed={typed}
              base={base}
              errors={answer !== null && !answer.ok ? answer.fields : {}}
              carried={carried}
            />
          </Section>
        </>
      )}
    </>
  );
}

/** The window as it is, what was allowed of it, and the ways to allow more. */
function Head({ data: { actor, wave, base } }: { data: WavePageData }) {
  const { window, exception } = wave;
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title={window === null ? "Set the window" : "Move the window"}
        why={
          <span>
            {window === null ? (
              "There is no window yet."
            ) : (
              <>
                Now <WindowSpan span={window} zone={window.zone} />
              </>
            )}
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
              <Link className="go" href={`${base}/exception`}>
                Allow cutting over outside the window
              </Link>{" "}
            </>
          )}
          <Link className="go" href={`${base}/freeze`}>
            Let the window meet a freeze
          </Link>
        </p>
      ) : null}
    </>
  );
}
