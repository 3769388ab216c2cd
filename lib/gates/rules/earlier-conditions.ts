import { counted, listed } from "@/lib/kernel/text";
import type { GateFacts } from "../model/facts";
import type { Finding } from "../model/judged";

/** What earlier gates of the attempt were approved with is done: their open conditions block this gate. */
export function conditionsClosed({ earlierConditions: open }: GateFacts): Finding {
  if (open === null)
    return { result: "unknown", finding: "Nobody has looked at the earlier gates.", subjects: [] };
  if (open.length === 0) {
    return {
      result: "met",
      finding: "No condition of an earlier gate of this attempt is open.",
      subjects: [],
    };
  }
  const words = open.map(({ text, gateName }) => `“${text}” (${gateName})`);
  return {
    result: "not_met",
    finding: `${counted(open.length, "condition")} of earlier gates ${open.length === 1 ? "is" : "are"} open: ${listed(words)}.`,
    subjects: open.map(({ id, text }) => ({ type: "condition", id, label: text })),
  };
}

type Signed = { id: string; userId: string; round: number };

/** The sign-offs whose conditions count: everybody's last. Whoever signs again settles their own earlier ones. */
export function standingSignOffs(signOffs: readonly Signed[]): ReadonlySet<string> {
  const last = new Map<string, Signed>();
  for (const signOff of signOffs) {
    const known = last.get(signOff.userId);
    if (known === undefined || signOff.round > known.round) last.set(signOff.userId, signOff);
  }
  return new Set([...last.values()].map(({ id }) => id));
}
