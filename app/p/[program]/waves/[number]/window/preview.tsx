import { Section } from "@/components/ui/page";
import { WindowZones } from "@/components/waves/window-zones";
import { zoneCity } from "@/lib/kernel/moments";
import { counted, listed } from "@/lib/kernel/text";
import type { PlanChange } from "@/lib/replanning/model";
import { previewReplan } from "@/lib/replanning/queries/preview-replan";
import type { TypedWindow } from "@/lib/replanning/rules/search";
import type { WaveCalendar, WaveWindow } from "@/lib/waves/model/window";
import { freezesMet } from "@/lib/waves/rules/freezes";
import { clockChanges, durationWords, zoneLines } from "@/lib/waves/rules/window-words";
import type { WavePageData } from "../load-page";
import { ReplanForm } from "../replan-form";
import { Conflicts } from "./conflicts";

type Props = {
  data: WavePageData;
  calendar: WaveCalendar;
  window: WaveWindow;
  typed: TypedWindow;
  carried: Omit<PlanChange, "window">;
};

/** What the window would mean, before anybody sets it. */
export async function Preview({ data, calendar, window, typed, carried }: Props) {
  const { actor, wave, now } = data;
  const lines = zoneLines(window, { wave: window.zone, program: actor.programZone, mine: actor.zone });
  const met = freezesMet(calendar.periods, calendar.exceptions, window);
  const changing = clockChanges(window, [window.zone, actor.programZone, actor.zone]).map(zoneCity);
  const preview = await previewReplan(actor, wave.waveId, { change: { window, ...carried }, now });
  const along = preview.joining.length + preview.leaving.length;
  const act = wave.window === null ? "Set this window" : "Move the window";
  return (
    <>
      <Section title="What this means" finding="Nothing has changed yet.">
        <ReplanForm
          data={data}
          preview={preview}
          typed={typed}
          lead={[
            {
              label: `Window, ${durationWords(window.startAt, window.endAt)}`,
              value: <WindowZones lines={lines} />,
            },
            {
              label: "Clocks",
              value: changing.length === 0 ? "do not change" : `change in ${listed(changing)}`,
            },
            ...(window.endAt <= now
              ? [{ label: "Past", value: "This window is already over; the wave would be off track." }]
              : []),
          ]}
          submit={along === 0 ? act : `${act} and change ${counted(along, "workload")}`}
          refused={met.some(({ exception }) => exception === null)}
        />
      </Section>
      <Conflicts data={data} calendar={calendar} window={window} asked />
    </>
  );
}
