import type { PaperProblem } from "./model";

const ELSE = "Print this page and choose “Save as PDF”: it makes the same file.";
const OPERATOR = "Whoever runs Wavegate finds the cause in its log.";

/** Why there is no PDF, and what to do instead. */
export const PAPER_PROBLEMS: Record<PaperProblem, string> = {
  off: `This installation makes no PDF itself, because no Chromium is named to it. ${ELSE} Whoever runs Wavegate names one in WAVEGATE_CHROMIUM.`,
  busy: `Several PDFs are being made. Ask again in a minute. ${ELSE}`,
  late: `Making the PDF took longer than a minute and was ended. Ask again, or do it yourself: ${ELSE.charAt(0).toLowerCase()}${ELSE.slice(1)}`,
  "not-started": `The Chromium that WAVEGATE_CHROMIUM names could not be started. ${ELSE} ${OPERATOR}`,
  failed: `Chromium ended without making the PDF. ${ELSE} ${OPERATOR}`,
  untagged: `Chromium made a PDF without tags, which is not given out. ${ELSE} ${OPERATOR}`,
};
