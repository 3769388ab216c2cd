import * as z from "zod";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import type { EventBody } from "../model";

const json: z.ZodType<Json> = z.json();
const record = z.record(z.string(), json);

const eventBody = z.strictObject({
  action: z.string(),
  actor: z.strictObject({
    id: z.string().nullable(),
    name: z.string(),
    role: z.string(),
    via: z.string(),
  }),
  after: record.nullable(),
  backfill: z
    .strictObject({
      source: z.string(),
      reason: z.string(),
      by: z.strictObject({ id: z.string(), name: z.string() }),
    })
    .nullable(),
  before: record.nullable(),
  note: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  requestId: z.string(),
  subject: z.strictObject({ id: z.string(), label: z.string(), type: z.string() }),
}) satisfies z.ZodType<EventBody>;

/** The hashed text of an event as what it says; null when it is not the canonical text of an event. */
export function readBody(text: string): EventBody | null {
  const value = parsedJson(text);
  const read = eventBody.safeParse(value);
  return read.success && canonicalJson(read.data) === text ? read.data : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
