import { counted, formatCount, listed } from "@/lib/kernel/text";
import type { Request } from "../model";
import { CATALOGUE } from "./catalogue";

/** "14 facts about 6 things". */
export function requestTitle({ facts, subjects }: Pick<Request, "facts" | "subjects">): string {
  return `${counted(facts, "fact")} about ${counted(subjects.length, "thing")}`;
}

/** What is missing of one subject: "tier, criticality and recovery time target". */
export function lackWords(kinds: Request["subjects"][number]["kinds"]): string {
  const words = [...new Set(kinds)].map((kind) => CATALOGUE[kind].lacks);
  return listed(words, 20);
}

/** What a letter holds, and the page that shows it: the table beside it has everything. */
export const SUBJECTS_SHOWN = 200;

/** A request as plain text, to be pasted into a letter; one line a subject, the first two hundred. */
export function requestText(request: Request, program: string): string {
  const lines = request.subjects
    .slice(0, SUBJECTS_SHOWN)
    .map(({ label, kinds }) => `- ${label}: ${lackWords(kinds)}`);
  const more = request.subjects.length - lines.length;
  if (more > 0) lines.push(`- and ${formatCount(more)} more, which the attached table holds`);
  const greeting = request.person.id === null ? "To the program manager," : `Dear ${request.person.name},`;
  return [greeting, "", `For ${program} we do not know these facts yet. Please tell us:`, "", ...lines].join(
    "\n",
  );
}
