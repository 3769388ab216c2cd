import { ROLE_LABELS } from "@/lib/access/labels";
import { counted } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";
import type { GateTemplateContent, SeatTemplate } from "../model/template";

type Opening = { seats: readonly SeatTemplate[]; quorum: number };

/**
 * Why a gate may not be opened with these seats. The template is the least: a gate may ask for more signatures, never for
 * fewer. Whoever wants less changes the template, where everybody sees it.
 */
export function openingBlockers(
  template: Pick<GateTemplateContent, "seats" | "quorum">,
  { seats, quorum }: Opening,
): Violation[] {
  const missing = missingSeats(template.seats, seats);
  if (missing.length > 0) {
    return missing.map(({ role, capacity }) => ({
      code: "seat",
      message: `The template asks for the signature of “${capacity}” (${ROLE_LABELS[role].toLowerCase()}). A gate may ask for more than its template, never for less.`,
    }));
  }
  const least = leastQuorum(template, seats.length);
  if (quorum >= least) return [];
  const added = seats.length > template.seats.length ? ", and each one that is added" : "";
  return [
    {
      code: "quorum",
      message: `At least ${least} of ${counted(seats.length, "signature")} must approve: the ${template.quorum} that the template asks for${added}.`,
    },
  ];
}

/** How many of so many seats must approve at least: else added ones could stand in for those of the template. */
function leastQuorum(
  { seats, quorum }: Pick<GateTemplateContent, "seats" | "quorum">,
  asked: number,
): number {
  return quorum + Math.max(0, asked - seats.length);
}

/** The seats of the template that are not asked for, one for one. */
function missingSeats(wanted: readonly SeatTemplate[], asked: readonly SeatTemplate[]): SeatTemplate[] {
  const left = [...asked];
  return wanted.filter((seat) => {
    const at = left.findIndex(({ role, capacity }) => role === seat.role && capacity === seat.capacity);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
