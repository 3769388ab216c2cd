import { RiskMap } from "@/components/charts/risk-map";
import { WaveTimeline } from "@/components/charts/wave-timeline";
import { Segment } from "@/components/ui/filters";
import { Score } from "@/components/ui/measure";
import { Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { CELLS, FREEZES, IMPACTS, LIKELIHOODS, TIMELINE } from "./sample";

/** What is drawn on the server. */
export function ChartSpecimens() {
  return (
    <>
      <Section
        id="g-charts"
        title="Risk"
        finding="7 of 41 risks stand above the appetite line; two crossed it since 5 Jan."
        actions={
          <>
            <Segment
              label="Score shown"
              items={[
                { label: "Inherent", href: "/gallery?score=i" },
                { label: "Current", href: "/gallery?score=c", current: true },
                { label: "Target", href: "/gallery?score=t" },
              ]}
            />
            <a className="go" href="#g-top">
              As list
            </a>
          </>
        }
      >
        <div className="cols c2">
          <RiskMap
            cells={CELLS}
            likelihoods={LIKELIHOODS}
            impacts={IMPACTS}
            asOf="Tue 12 Jan 2027, 14:40 GMT"
            caption="Current risk"
            since="5 Jan"
            unknown={{ count: 3, href: "/gallery?risks=unscored" }}
          />
          <TopRisks />
        </div>
      </Section>
      <Section
        id="g-timeline"
        title="Plan, forecast and actual"
        finding="Wave 4 slips 14 days; Wave 5 has no forecast."
      >
        <WaveTimeline
          waves={TIMELINE}
          freezes={FREEZES}
          now="2027-01-12"
          nowLabel="Now, Tue 12 Jan, 14:40 GMT"
          label="Four waves from November 2026 to March 2027"
        />
      </Section>
    </>
  );
}

function TopRisks() {
  return (
    <div id="g-top">
      <Tbl caption="Top risks" stack="lead">
        <Heads of={[["Score", { width: 64 }], "Risk", "Owner and next action"]} />
        <tbody>
          <tr>
            <td>
              <Score score={20} level={5} note="new" />
            </td>
            <th scope="row">
              <a href="#g-top">EDI orders booked twice during replay</a>
            </th>
            <td>
              Priya Raman<span className="sub">Test duplicate suppression, Thu 14 Jan</span>
            </td>
          </tr>
          <tr>
            <td>
              <Score score={16} level={4} note="was 12" />
            </td>
            <th scope="row">
              <a href="#g-top">Tilbury WMS cannot be restored inside 4 h</a>
            </th>
            <td>
              Joost van Dijk<span className="sub">Repeat restore, Fri 15 Jan</span>
            </td>
          </tr>
        </tbody>
      </Tbl>
    </div>
  );
}
