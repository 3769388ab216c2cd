import { formatDistance, groupDigest, type InstantLike, initials } from "@/components/ui/format";
import { Missing } from "@/components/ui/missing";
import { formatMinutes } from "@/lib/kernel/minutes";
import {
  formatClock,
  formatDate,
  formatDay,
  formatDayShort,
  formatMoment,
  zoneCity,
} from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";

export type MomentProps = {
  at: InstantLike;
  /** IANA zone the moment is shown in. */
  zone: string;
  /** full "Sat 21 Nov 2026, 22:00 GMT" (default), day "Sat 21 Nov 2026", short "Sat 21 Nov", clock "22:00" */
  show?: "full" | "day" | "short" | "clock";
  /** The reader's zone; where it differs, "· 17:00 your time" follows. */
  yourZone?: string;
  /** Adds "(London)". */
  city?: boolean;
  /** With `now`, ", in 2 days" follows. */
  now?: InstantLike;
};

const WRITE = { full: formatMoment, day: formatDay, short: formatDayShort, clock: formatClock };

/** A moment in words, with its machine-readable form. */
export function Moment({ at, zone, show = "full", yourZone, city, now }: MomentProps) {
  const moment = new Date(at);
  const yours = yourZone && yourZone !== zone ? ` · ${inYourZone(moment, zone, yourZone)} your time` : "";
  return (
    <time dateTime={moment.toISOString()}>
      <span className="nw">{WRITE[show](moment, zone)}</span>
      {city ? ` (${zoneCity(zone)})` : ""}
      {yours}
      {now === undefined ? "" : `, ${formatDistance(moment, now, zone)}`}
    </time>
  );
}

/** A calendar date `2026-11-21` as "21 Nov 2026"; null is said in words. */
export function Day({ on, missing = "no date" }: { on: string | null; missing?: string }) {
  if (on === null) return <Missing>{missing}</Missing>;
  return (
    <time className="nw" dateTime={on}>
      {formatDate(on)}
    </time>
  );
}

/** "6 h 42 min"; null is said in words. */
export function Duration({ minutes, missing = "not set" }: { minutes: number | null; missing?: string }) {
  if (minutes === null) return <Missing>{missing}</Missing>;
  return <time dateTime={`PT${minutes}M`}>{formatMinutes(minutes)}</time>;
}

/** "90 days"; null is said in words. */
export function Days({ count, missing = "not stated" }: { count: number | null; missing?: string }) {
  return count === null ? <Missing>{missing}</Missing> : counted(count, "day");
}

/** A SHA-256 in groups of eight. */
export function Digest({ hex, label = "SHA-256" }: { hex: string; label?: string | null }) {
  return (
    <p className="digest">
      {label ? (
        <>
          <span className="mute">{label}</span>
          <br />
        </>
      ) : null}
      {groupDigest(hex)}
    </p>
  );
}

/** Initials in a ring; the name must stand beside it or label the control. */
export function Avatar({ name }: { name: string }) {
  return (
    <i className="avatar" aria-hidden="true">
      {initials(name)}
    </i>
  );
}

/** A key of the keyboard. */
export function Kbd({ children }: { children: string }) {
  return <kbd>{children}</kbd>;
}

function inYourZone(at: Date, zone: string, yourZone: string): string {
  const clock = formatClock(at, yourZone);
  return formatDay(at, zone) === formatDay(at, yourZone)
    ? clock
    : `${formatDayShort(at, yourZone)}, ${clock}`;
}
