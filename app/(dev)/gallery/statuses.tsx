import type { ReactNode } from "react";
import { Figure, Figures, Meter, Score, Ticks } from "@/components/ui/measure";
import { Avatar, Day, Digest, Duration, Kbd, Moment } from "@/components/ui/moment";
import { DefinitionList, Section } from "@/components/ui/page";
import { Status, Verdict } from "@/components/ui/status";

/** Status vocabulary, measures, moments. */
export function StatusSpecimens() {
  return (
    <>
      <Section
        id="g-status"
        title="Status"
        finding="Squares are lifecycle, every other shape is health; a word always stands beside it."
      >
        <DefinitionList
          items={[
            {
              label: "Health",
              value: (
                <Spread>
                  <Status health="on-track" />
                  <Status health="at-risk" />
                  <Status health="off-track" />
                  <Status health="unknown" />
                </Spread>
              ),
            },
            { label: "Lifecycle", value: <Lifecycles /> },
            { label: "Verdicts", value: <Verdicts /> },
            {
              label: "Scores",
              value: (
                <Spread>
                  <Score score={2} level={1} />
                  <Score score={4} level={2} />
                  <Score score={9} level={3} />
                  <Score score={12} level={4} />
                  <Score score={20} level={5} />
                  <Score score={null} level={null} />
                </Spread>
              ),
            },
            {
              label: "Ticks",
              value: (
                <Spread>
                  <span>
                    <Ticks ticks={["met", "met", "waived", "failed", "ahead"]} /> 3 of 5
                  </span>
                  <Ticks
                    big
                    ticks={[
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "met",
                      "waived",
                      "failed",
                      "failed",
                      "failed",
                    ]}
                  />
                </Spread>
              ),
            },
            {
              label: "Meters",
              value: (
                <div style={{ display: "grid", gap: 16, maxWidth: 240, padding: "6px 0" }}>
                  <Meter value={0.32} target={0.344} />
                  <Meter value={0} target={0.5} />
                  <Meter value={1} target={1} />
                  <Meter value={null} />
                </div>
              ),
            },
            {
              label: "Moments",
              value: (
                <Spread>
                  <Moment at="2026-11-21T22:00:00Z" zone="Europe/London" city yourZone="America/New_York" />
                  <Moment at="2026-11-21T22:00:00Z" zone="Europe/London" show="short" />
                  <Day on="2026-11-21" />
                </Spread>
              ),
            },
            {
              label: "Durations",
              value: (
                <Spread>
                  <Duration minutes={402} />
                  <Duration minutes={15} />
                  <Duration minutes={null} />
                </Spread>
              ),
            },
            {
              label: "Small parts",
              value: (
                <Spread>
                  <span>
                    <Avatar name="Marta Okafor" /> Marta Okafor
                  </span>
                  <span>
                    <Kbd>J</Kbd> <Kbd>K</Kbd> move
                  </span>
                </Spread>
              ),
            },
            {
              label: "Digest",
              value: <Digest hex="7f3a91c40be25d68a1c7f04e93b2d8155e60c9aa41f7283db80e6c12d94f07a3" />,
            },
          ]}
        />
      </Section>
      <Section id="g-figures" title="Four numbers" finding="Changes since Tue 5 Jan.">
        <Figures>
          <Figure
            label="Workloads live"
            value="58"
            of="of 62 planned"
            meter={{ value: 0.322, target: 0.344 }}
            change={
              <>
                2 more than on 5 Jan. <a href="#g-tables">4 held back</a>
              </>
            }
          />
          <Figure
            label="Risks above appetite"
            value="7"
            of="target 3"
            meter={{ value: 0.17, target: 0.073 }}
            change={
              <>
                2 more than on 5 Jan. <a href="#g-charts">7 of 41 risks</a>
              </>
            }
          />
          <Figure
            label="Chance Wave 5 ends in its window"
            value={null}
            meter={{ value: null }}
            change={
              <>
                9 targets are missing. <a href="#g-tables">The rows</a>
              </>
            }
          />
          <Figure
            label="Live and proven recoverable"
            value="49"
            of="of 58 live"
            meter={{ value: 0.845, target: 1 }}
            change="3 more than on 5 Jan."
          />
        </Figures>
      </Section>
    </>
  );
}

function Lifecycles() {
  return (
    <Spread>
      <Status lifecycle="not-started" />
      <Status lifecycle="in-progress" />
      <Status lifecycle="in-progress" word="Rehearsing" />
      <Status lifecycle="blocked" />
      <Status lifecycle="complete" />
      <Status lifecycle="cancelled" />
    </Spread>
  );
}

function Verdicts() {
  return (
    <Spread>
      <Verdict tone="ok">Met</Verdict>
      <Verdict tone="risk">Waived</Verdict>
      <Verdict tone="acc">Accepted until Thu 3 Dec</Verdict>
      <Verdict tone="off">Not met</Verdict>
      <Verdict tone="unk">Waiting</Verdict>
      <Verdict tone="done">Approved, 1 condition</Verdict>
    </Spread>
  );
}

function Spread({ children }: { children: ReactNode }) {
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: "4px 24px", alignItems: "center" }}>{children}</div>
  );
}
