import type * as z from "zod";
import { AppError } from "@/lib/kernel/errors";
import { readLocal } from "@/lib/kernel/read-local";
import type { lendSeatInput, openGateInput, signGateInput } from "../schema";

/** A text field of a form; empty when it is absent or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** A signing form as the command's input; conditions travel as JSON, and what is not JSON is no condition. */
export function readSigning(form: FormData): z.input<typeof signGateInput> {
  return {
    gateId: textOf(form, "gateId"),
    decision: decisionOf(textOf(form, "decision")),
    comment: textOf(form, "comment"),
    conditions: listOf(textOf(form, "conditions")),
    digest: textOf(form, "digest"),
  };
}

/** The seats of a gate form: `role-0`, `user-0`, `capacity-0`, … up to the first row without a role. */
export function readSeats(form: FormData): z.input<typeof openGateInput>["seats"] {
  const seats: z.input<typeof openGateInput>["seats"] = [];
  for (let index = 0; index < 20; index += 1) {
    const role = seatRole(textOf(form, `role-${index}`));
    if (role === null) continue;
    const userId = textOf(form, `user-${index}`);
    seats.push({ role, userId: userId === "" ? null : userId, capacity: textOf(form, `capacity-${index}`) });
  }
  return seats;
}

/** Whether a criterion is said to be met. @throws INVALID when the form says neither. */
export function readMet(form: FormData): boolean {
  const said = textOf(form, "met");
  if (said === "yes" || said === "no") return said === "yes";
  const message = "Say whether the criterion is met.";
  throw new AppError("INVALID", message, { fields: { met: message } });
}

/** The end of the day that a waiver holds to, in UTC; an invalid date when none was given. */
export function readWaiverEnd(form: FormData): Date {
  return new Date(`${textOf(form, "expiresAt")}T23:59:59Z`);
}

/** How a seat is lent; its times are wall-clock times in the zone of the one who lends it. @throws INVALID */
export function readLending(form: FormData, zone: string): z.input<typeof lendSeatInput> {
  const startAt = readLocal(textOf(form, "startAt"), zone, "earlier");
  const endAt = readLocal(textOf(form, "endAt"), zone, "earlier");
  if (typeof startAt === "string" || typeof endAt === "string") {
    const fields = {
      ...(typeof startAt === "string" ? { startAt } : {}),
      ...(typeof endAt === "string" ? { endAt } : {}),
    };
    throw new AppError("INVALID", "Correct the times. Nothing was changed.", { fields });
  }
  return {
    seatId: textOf(form, "seatId"),
    toUserId: textOf(form, "toUserId"),
    startAt,
    endAt,
    reason: textOf(form, "reason"),
  };
}

const DECISIONS = ["approve", "approve_with_conditions", "decline"] as const;

function decisionOf(text: string): (typeof DECISIONS)[number] {
  const decision = DECISIONS.find((one) => one === text);
  if (decision === undefined) throw new AppError("INVALID", "Choose approve or decline. Nothing was signed.");
  return decision;
}

function seatRole(text: string) {
  const known = ["executive", "platform_engineer", "business_owner", "program_manager"] as const;
  return known.find((role) => role === text) ?? null;
}

function listOf(text: string): z.input<typeof signGateInput>["conditions"] {
  if (text === "") return [];
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new AppError("INVALID", UNREADABLE, { cause });
  }
  throw new AppError("INVALID", UNREADABLE);
}

const UNREADABLE = "The conditions could not be read. Open the page again and write them once more.";
