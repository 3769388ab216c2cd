import { AppError } from "@/lib/kernel/errors";
import { addDays, resolveLocal } from "@/lib/kernel/time";

/** The forms of the members pages as the commands take them. */
export function readAddMember(form: FormData, zone: string) {
  return { email: textOf(form, "email"), name: textOf(form, "name"), ...readTerms(form, zone) };
}

export function readChangeMember(form: FormData, zone: string) {
  return { ...readTarget(form), ...readTerms(form, zone) };
}

export function readEndMember(form: FormData) {
  return { ...readTarget(form), endReason: textOf(form, "endReason") };
}

export function readGiveRights(form: FormData) {
  return {
    membershipId: textOf(form, "membershipId"),
    rights: textOf(form, "rights"),
    hours: textOf(form, "hours"),
    why: textOf(form, "why"),
  };
}

export function readEndRights(form: FormData) {
  return { elevationId: textOf(form, "elevationId") };
}

export function readLink(form: FormData) {
  const userId = textOf(form, "userId");
  return { personId: textOf(form, "personId"), userId: userId === "" ? null : userId };
}

export function readGrant(form: FormData) {
  return { userId: textOf(form, "userId"), workloadId: textOf(form, "workloadId") };
}

/**
 * The end of a membership whose last day is `day`: the first instant of the next day in the program's zone.
 * No day is no end.
 */
export function endAfter(day: string, zone: string): Date | null {
  if (day === "") return null;
  const next = nextDay(day);
  for (const clock of ["00:00", "01:00"]) {
    const found = next === null ? null : resolveLocal(`${next}T${clock}`, zone);
    if (found?.kind === "instant") return found.at;
    if (found?.kind === "twice") return found.earlier;
  }
  throw refused("endsAt", "This is not a date.");
}

function nextDay(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  try {
    return addDays(day, 1);
  } catch {
    return null;
  }
}

function readTarget(form: FormData) {
  return { membershipId: textOf(form, "membershipId"), version: Number(textOf(form, "version")) };
}

function readTerms(form: FormData, zone: string) {
  return {
    role: textOf(form, "role"),
    reason: textOf(form, "reason"),
    endsAt: endAfter(textOf(form, "endsAt"), zone),
  };
}

function refused(field: string, message: string): AppError {
  return new AppError("INVALID", message, { fields: { [field]: message } });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
