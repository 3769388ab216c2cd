import type { DemoRole } from "./fixtures";

/** What somebody asks, by which links from their home they come to the answer (two at most), and what it says there. */
export type Question = {
  who: Extract<DemoRole, "executive" | "platform engineer" | "business owner">;
  asks: string;
  /** Addresses below the program, each a link on the page before it; none: home answers. */
  clicks: readonly string[];
  says: RegExp;
};

const GATE = ["/waves/3", "/waves/3/gate"];

export const QUESTIONS: readonly Question[] = [
  ...of("executive", [
    [
      "Will we finish?",
      [],
      /workloads are live.* the last of the waves follows|workloads are live.* is not known/,
    ],
    ["How sure are we?", ["/waves"], /Forecast/],
    ["What changed?", [], /Changed in the last 7 days|Since you were last here/],
    ["What do you need me to decide?", [], /Decisions for you/],
    ["What could hurt customers?", [], /Risks above appetite, the worst first/],
    ["Which wave is in trouble, and why?", [], /Waves in their order.*(Off track|At risk|Unknown)/],
    ["Do the drills meet what was promised?", ["/recovery#coverage"], /Proven recoverable/],
    ["Who has not signed?", GATE, /\d of \d signatures hold|Who signs/],
    ["Can I trust these numbers?", [], /What is unknown.*How these numbers are made/],
    ["Can I have them as a pack?", ["/packs", "/packs/1"], /The numbers are as frozen on/],
  ]),
  ...of("platform engineer", [
    ["What is mine and due?", [], /Due from you/],
    ["What blocks me, and who unblocks it?", ["/waves/4"], /Blockers/],
    ["Is wave N ready, and what fails?", ["/waves/4"], /Readiness.*Missing \d+ of \d+/],
    [
      "What breaks if this moves?",
      ["/dependencies", "/dependencies?tab=radius"],
      /Choose a workload|is lost/,
    ],
    ["Does the window clash?", ["/waves"], /[Ff]reeze/],
    ["Which steps tonight, in which order?", ["/waves/4", "/waves/4?tab=checklist"], /By section.*By time/],
    ["Where is the point of no return?", ["/waves/4"], /Last moment to roll back/],
    ["Which evidence is missing or stale?", ["/evidence"], /[Ee]xpired/],
    ["What changed since yesterday?", [], /Changed since yesterday/],
    ["How do I load this?", ["/imports"], /CSV/],
  ]),
  ...of("business owner", [
    ["Which of my services move?", [], /Your services/],
    ["When, in my time?", [], /from \d\d:\d\d to \d\d:\d\d/],
    ["What will people notice, and for how long?", [], /The portals show a notice page/],
    ["Does it hit month end?", [], /It meets (no freeze and no caution|the )/],
    ["What must I do by when?", [], /Needs you/],
    ["Was it tested, and did I see it?", GATE, /Was it tested/],
    ["What if it goes wrong?", GATE, /If it goes wrong/],
    ["How much data could be lost?", [], /of entries lost/],
    ["What exactly am I signing?", GATE, /What you agree to/],
    ["Did it work?", [], /They have (not )?moved|They are moving now|The move was taken back/],
  ]),
];

function of(
  who: Question["who"],
  asked: readonly (readonly [string, readonly string[], RegExp])[],
): Question[] {
  return asked.map(([asks, clicks, says]) => ({ who, asks, clicks, says }));
}
