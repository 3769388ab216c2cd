import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/fields";
import { FilterBar, FilterChips } from "@/components/ui/filters";
import { Ticks } from "@/components/ui/measure";
import { Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Status } from "@/components/ui/status";
import { BulkBar, Count, Grid, Heads, SortTh, Tbl, Tools } from "@/components/ui/table";
import { SAMPLES, type Sample } from "./sample";

/** Both tables with everything around them. */
export function TableSpecimens() {
  return (
    <>
      <Section
        id="g-tables"
        title="Dense table"
        finding="Columns go by width; on a phone a row is three facts."
      >
        <FilterBar path="/gallery" keep={{ sort: "health" }}>
          <TextField name="q" label="Search" type="search" placeholder="Name or owner" />
          <SelectField
            name="wave"
            label="Wave"
            none="Any"
            options={[
              { value: "3", label: "3 EDI and portals" },
              { value: "4", label: "4 Tilbury WMS" },
            ]}
          />
        </FilterBar>
        <Tools
          count={
            <>
              <Count shown={64} total={180} filters={3} />
              &ensp;
              <a className="go" href="#g-tables">
                CSV of these 64
              </a>
            </>
          }
        >
          <FilterChips
            clearHref="/gallery"
            chips={[
              { label: "Wave", value: "3, 4, 5", removeHref: "/gallery?a" },
              { label: "Health", value: "off track, unknown, at risk", removeHref: "/gallery?b" },
            ]}
          />
        </Tools>
        <BulkBar count={1} clearHref="/gallery">
          <Button size="sm">Set owner</Button>
          <Button size="sm">Move to wave</Button>
          <span className="soft">Each shows what would change before it does.</span>
        </BulkBar>
        <SampleGrid />
        <Pager
          page={4}
          pageSize={50}
          total={1240}
          hrefFor={(page) => `/gallery?page=${page}`}
          sizes={[
            { size: 50, href: "/gallery?size=50" },
            { size: 100, href: "/gallery?size=100" },
          ]}
        />
      </Section>
      <WaveTable />
    </>
  );
}

function SampleGrid() {
  return (
    <Grid caption="Workloads, 1 to 5 of 64, sorted by health">
      <thead>
        <tr>
          <th scope="col">
            <input className="cb" type="checkbox" aria-label="Select all" />
          </th>
          <SortTh href="/gallery?sort=name">Workload</SortTh>
          <SortTh className="p2">Kind</SortTh>
          <SortTh className="p3" href="/gallery?sort=tier">
            Tier
          </SortTh>
          <SortTh href="/gallery?sort=owner">Owner</SortTh>
          <SortTh className="p4">Wave</SortTh>
          <SortTh className="g">RTO target</SortTh>
          <SortTh>RTO proven</SortTh>
          <SortTh className="g" href="/gallery?sort=-health" direction="ascending">
            Health
          </SortTh>
        </tr>
      </thead>
      <tbody>
        {SAMPLES.map((sample) => (
          <SampleRow key={sample.name} sample={sample} />
        ))}
      </tbody>
    </Grid>
  );
}

function SampleRow({ sample }: { sample: Sample }) {
  return (
    <tr className={sample.on ? "on" : undefined}>
      <td className="cbx">
        <input
          className="cb"
          type="checkbox"
          aria-label={`Select ${sample.name}`}
          defaultChecked={sample.on}
        />
      </td>
      <th scope="row">
        <a href="#g-tables">{sample.name}</a>
      </th>
      <td className="l2 p2">{sample.kind}</td>
      <td className="p3">{sample.tier}</td>
      <td className="m" data-l={`Wave ${sample.wave},`}>
        {sample.owner ?? <span className="miss">no owner</span>}
      </td>
      <td className="p4">{sample.wave}</td>
      <td className="g l2">{sample.target}</td>
      <td className="m" data-l={`Back in ${sample.target}:`}>
        {sample.proven === null ? (
          <span className="never">never tested</span>
        ) : (
          <span className={sample.missed ? "miss" : undefined}>
            {sample.proven}
            {sample.missed ? " missed" : ""}
          </span>
        )}
      </td>
      <td className="g hl">
        <Status health={sample.health} />
      </td>
    </tr>
  );
}

function WaveTable() {
  return (
    <Section id="g-waves" title="Reading table" finding="One is off track and pushes the two behind it.">
      <Tbl caption="Waves" roomy stack="cards">
        <Heads of={["Wave", ["State", "p4"], "Health", "Reason", "Forecast", "Gates passed"]} />
        <tbody>
          <tr>
            <th scope="row">
              <a href="#g-waves">
                <span className="mute">1</span>&ensp;Foundation
              </a>
            </th>
            <td className="p4 not-s">
              <Status lifecycle="complete" word="Closed" />
            </td>
            <td className="hl">
              <Status health="on-track" />
            </td>
            <td className="m">
              <a href="#g-waves">24 of 24 live; closed with no open conditions</a>
            </td>
            <td className="nw half" data-l="Cutover">
              Sat 14 Nov
            </td>
            <td className="nw half2">
              <Ticks ticks={["met", "met", "met", "met", "met"]} />
              &ensp;<span className="mute">5 of 5</span>
            </td>
          </tr>
          <tr>
            <th scope="row">
              <a href="#g-waves">
                <span className="mute">4</span>&ensp;Tilbury WMS, carriers
              </a>
            </th>
            <td className="p4 not-s">
              <Status lifecycle="blocked" />
            </td>
            <td className="hl">
              <Status health="off-track" />
            </td>
            <td className="m">
              <a href="#g-waves">Restore took 6 h 42 min against 4 h</a>
            </td>
            <td className="nw half" data-l="Cutover">
              Sat 20 Feb <span className="mute">14 days late</span>
            </td>
            <td className="nw half2">
              <Ticks ticks={["met", "failed", "ahead", "ahead", "ahead"]} />
              &ensp;<span className="mute">1 of 5</span>
            </td>
          </tr>
        </tbody>
      </Tbl>
    </Section>
  );
}
