import * as z from "zod";
import { PARTS } from "./model";

const id = z.uuid("This id is not one of ours.");
const local = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Enter a date and a time, such as 21 November 2026, 22:00.");
const fold = z.preprocess(
  (value) => (value === "" || value === null ? undefined : value),
  z.enum(["earlier", "later"]).optional(),
);
const ids = z
  .array(id)
  .max(2000)
  .default([])
  .transform((all) => [...new Set(all)]);

/** A new window and workloads that come or go, in one; `seen` is the seal of the consequences that were shown. */
export const replanWaveInput = z.object({
  waveId: id,
  version: z.coerce.number().int().positive(),
  window: z
    .object({
      startLocal: local,
      endLocal: local,
      zone: z.string().min(1, "Choose a time zone such as Europe/London."),
      fold,
      endFold: fold,
    })
    .nullable()
    .default(null),
  add: ids,
  remove: ids,
  seen: z.string().max(PARTS.length * 64, "This is no seal of ours."),
});
