import { describe, expect, it } from "vitest";
import { gateFacts } from "@/prisma/factories/gate-facts";
import type { GateFacts } from "../model/facts";
import { agreement } from "./agreement";

const END = new Date("2027-02-10T18:00:00Z");
const ACCEPTED = {
  id: "a1",
  decision: "accepted" as const,
  decidedAt: new Date("2027-01-10T09:00:00Z"),
  revokedAt: null,
  expiresAt: END,
  upToScore: 16,
  acceptedBy: "Marta Okafor",
  zone: "Europe/London",
};

/** What a signer reads of the risks, at that instant. */
function risksSentence(facts: GateFacts, now: Date): string {
  const { before, strong, after } = agreement(facts, "Europe/London", now)[4] ?? {
    before: "",
    strong: "",
    after: "",
  };
  return `${before}${strong}${after}`;
}

describe("what a signer agrees to about risks", () => {
  const above: GateFacts = {
    ...gateFacts(),
    risks: gateFacts().risks.map((one) => ({ ...one, likelihood: 4, impact: 4, acceptances: [ACCEPTED] })),
  };

  it("names what is accepted as above the limit all the same, and who lives with it while it lasts", () => {
    expect(risksSentence(above, new Date(END.getTime() - 1))).toBe(
      "These risks stand above the agreed limit: R-014 Orders booked twice (accepted by Marta Okafor).",
    );
    expect(risksSentence(above, END)).toBe(
      "These risks stand above the agreed limit: R-014 Orders booked twice.",
    );
  });

  it("does not say that nothing stands above it where no risk is recorded", () => {
    expect(risksSentence({ ...gateFacts(), risks: [] }, END)).toBe("No open risk is recorded for this move.");
    expect(risksSentence(gateFacts(), END)).toBe("No open risk stands above the agreed limit.");
  });
});
