import { Section } from "@/components/ui/page";
import { FreezesMet, SlotList } from "@/components/waves/window-calendar";
import { can } from "@/lib/access/policy";
import { proposeSlots } from "@/lib/calendar/rules/slots";
import type { WaveCalendar, WaveWindow } from "@/lib/waves/model/window";
import { freezesMet } from "@/lib/waves/rules/freezes";
import type { WavePageData } from "../load-page";

type Props = { data: WavePageData; calendar: WaveCalendar; window: WaveWindow; asked?: boolean };

/** The freezes that a window meets, and clean times instead of it; nothing where it meets none. */
export function Conflicts({ data, calendar: { periods, exceptions }, window, asked }: Props) {
  const { actor, base, program, now } = data;
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
