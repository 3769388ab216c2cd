import { counted, listed } from "@/lib/kernel/text";
import type { Request } from "../model";
import { CATALOGUE } from "./catalogue";

/** "14 facts of 6 subjects". */
export function requestTitle({ facts, subjects }: Pick<Request, "facts" | "subjects">): string {
  return `${counted(facts, "fact")} of ${counted(subjects.length, "subject")}`;
}

/** What is missing of one subject: "tier, criticality and recovery time target". */
export function lackWords(kinds: Request["subjects"][number]["kinds"]): string {
  const words = [...new Set(kinds)].map((kind) => CATALOGUE[kind].lacks);
  return listed(words, 20);
}

/** A request as plain text, to be pasted into a letter; one line a subject. */
export function requestText(request: Request, program: string): string {
  const lines = request.subjects.map(({ label, kinds }) => `- ${label}: ${lackWords(kinds)}`);
  const greeting = request.person.id === null ? "To the program manager," : `Dear ${request.person.name},`;
  return [greeting, "", `for ${program} we do not know these facts yet; please tell us:`, "", ...lines].join(
    "\n",
  );
}
