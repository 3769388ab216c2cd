import { counted } from "@/lib/kernel/text";
import type { SubjectType, Validity } from "./model";
import type { Refusal } from "./rules/sniff";

const KEPT = "PDF, PNG, JPEG, WebP, GIF, DOCX, XLSX, PPTX, ZIP, and text in UTF-8 (TXT, CSV, JSON, LOG, MD)";

/** Why a file was not taken, in words. */
export const REFUSALS: Record<Refusal, string> = {
  "no-file": "Choose a file first.",
  empty: "The file is empty.",
  "too-large": "The file is larger than 50 MB. Keep it where it is and name it by a link.",
  incomplete: "The file did not arrive whole. Nothing was kept; try again.",
  markup:
    "The file is a web page or another document in markup (HTML, SVG, XML), which can carry scripts. Save it as PDF or as an image.",
  program: "The file is a program or a script. Those are not kept as evidence; save what it printed as text.",
  "old-office":
    "The file is an Office document of the old format, or protected by a password. Save it as DOCX, XLSX or PDF without one.",
  macros: "The document carries macros. Save it without them, or as PDF.",
  "two-kinds": "The file is of two kinds at once. Save it anew as one of them.",
  "broken-zip": "The archive or document cannot be read: it is cut or damaged. Save it anew.",
  "not-kept": `The file is none of the kinds that are kept: ${KEPT}.`,
};

const FORM_REFUSED = "Something in the form was missing or too long. Nothing was kept.";

/** What an address says of a refusal, for a page without script. */
export function refusalCode(message: string): string {
  for (const [code, words] of Object.entries(REFUSALS)) if (words === message) return code;
  return "form";
}

/** The words of a refusal named in an address; null for anything else. */
export function refusalWords(code: string | undefined): string | null {
  if (code === "form") return FORM_REFUSED;
  for (const [name, words] of Object.entries(REFUSALS)) if (name === code) return words;
  return null;
}

export const VALIDITY_LABELS: Record<Validity, string> = {
  fresh: "Fresh",
  expiring: "Expires within 30 days",
  expired: "Expired",
  open: "No end stated",
};

/** "2 risks, 1 drill"; null for nothing. */
export function usedByWords({
  risk,
  criterion,
  drill,
  item,
  control,
}: Record<SubjectType, number>): string | null {
  const parts = [
    risk > 0 && counted(risk, "risk"),
    criterion > 0 && counted(criterion, "exit criterion", "exit criteria"),
    drill > 0 && counted(drill, "drill"),
    item > 0 && counted(item, "checklist item"),
    control > 0 && counted(control, "control"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}

export const SUBJECT_LABELS: Record<SubjectType, string> = {
  risk: "Risk",
  criterion: "Exit criterion",
  drill: "Drill",
  item: "Checklist item",
  control: "Control",
};
