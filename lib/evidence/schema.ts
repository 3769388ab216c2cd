import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { isPlausible } from "@/lib/kernel/time";
import { EVIDENCE_SUBJECTS } from "./model";

const id = z.uuid("There is no such evidence.");

const title = z
  .string("Give it a title.")
  .transform(cleanName)
  .pipe(z.string().min(1, "Give it a title.").max(200, "Keep the title under 200 characters."));

const url = z
  .string("Enter the address.")
  .trim()
  .max(2000, "The address is longer than 2,000 characters.")
  .transform((text, ctx) => {
    const problem = problemWith(text);
    if (problem === null) return new URL(text).href;
    ctx.addIssue({ code: "custom", message: problem });
    return z.NEVER;
  });

const aboutRevision = {
  note: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(2000, "Keep the note under 2,000 characters."))
    .default(""),
  validUntil: z
    .union([
      z.literal("").transform(() => null),
      z.null(),
      z.iso.date("Enter a day such as 21 November 2026.").refine(isPlausible, "Enter a day of this century."),
    ])
    .default(null),
};

const subjectType = z
  .string()
  .pipe(
    z.enum(
      EVIDENCE_SUBJECTS,
      "Evidence is attached to risks, exit criteria, drills, checklist items and controls.",
    ),
  );
const subjectId = z.uuid("There is no such thing to attach it to.");

/** Where new evidence is attached at once; both or neither. */
const attachTo = { attachType: subjectType.optional(), attachId: subjectId.optional() };

export const evidenceInput = z.object({ title, ...aboutRevision, ...attachTo });
export const addLinkInput = evidenceInput.extend({ url });

export const revisionInput = z.object({ evidenceId: id, ...aboutRevision });
export const reviseByLinkInput = revisionInput.extend({ url });

export const renameInput = z.object({
  evidenceId: id,
  version: z.coerce.number<number | string>().int().min(1),
  title,
});

export const attachInput = z.object({
  evidenceId: z.uuid("Choose a piece of evidence."),
  attachType: subjectType,
  attachId: subjectId,
});

export const detachInput = z.object({ useId: z.uuid("This is not attached.") });

function problemWith(text: string): string | null {
  if (text === "") return "Enter the address.";
  if (!URL.canParse(text)) return "Enter a full web address that begins with https://.";
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== "https:") return "Only addresses that begin with https:// are taken.";
  if (username !== "" || password !== "")
    return "Leave name and password out of the address: everybody here would read them.";
  return hostname === "" ? "Enter a full web address that begins with https://." : null;
}

const first = z.preprocess((given) => (Array.isArray(given) ? given[0] : given), z.string().optional());

/** The address of the page that adds evidence: as a file or a link, and what it is attached to. */
export const newSearch = z.object({
  as: first.pipe(z.enum(["file", "link"])).catch("file"),
  refused: first,
  attachType: first.pipe(z.enum(EVIDENCE_SUBJECTS).optional()).catch(undefined),
  attachId: first.pipe(z.uuid().optional()).catch(undefined),
});
