import type { Meeting, Period } from "@/lib/calendar/model";

/** A window as people said it, with its instants. `zone` is an IANA zone; locals are `YYYY-MM-DDTHH:mm`. */
export type WaveWindow = { startLocal: string; endLocal: string; zone: string; startAt: Date; endAt: Date };

export type WindowException = { reason: string; grantedBy: string; grantedAt: Date };

/** An executive lets the window of this attempt meet a freeze, at exactly the time that the freeze has then. */
export type FreezeException = WindowException & { periodId: string; startAt: Date; endAt: Date };

/** A freeze that a window meets; without an exception the window cannot be set there. */
export type FreezeMet = Meeting & { exception: FreezeException | null };

/** The periods that concern a wave: the program's, those of its workloads, those of the sites its workloads serve. */
export type WaveCalendar = { periods: readonly Period[]; exceptions: readonly FreezeException[] };
