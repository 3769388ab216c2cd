import { WaveRail } from "@/components/charts/wave-rail";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filters";
import { Ticks } from "@/components/ui/measure";
import { Moment } from "@/components/ui/moment";
import { Facts, Group, Lede, Section, WithSide } from "@/components/ui/page";
import {
  Agenda,
  AgreeList,
  Criterion,
  CriterionHead,
  Decision,
  DiffTable,
  MetList,
  Rows,
  Split,
} from "@/components/ui/sheet-parts";
import { Status } from "@/components/ui/status";
import { RAIL } from "./sample";

/** The parts that make a page a briefing. */
export function SheetSpecimens() {
  return (
    <>
      <Section id="g-lede" title="The answer" finding="The largest thing on a home page.">
        <Lede
          why={
            <>
              <span>Computed from 6 waves, worst one counts.</span>
              <a className="go" href="#g-facts">
                How this is made
              </a>
            </>
          }
        >
          <Status health="off-track" word="Off track." /> 58 of 180 workloads are live, 4 fewer than planned.
          The next cutover is <a href="#g-facts">EDI and portals</a> on Saturday 16 January. We finish on 17
          April, 7 days late.
        </Lede>
        <WaveRail
          waves={RAIL}
          today="2027-01-12"
          label="Six cutovers from November 2026 to April 2027; the same facts stand in the table below"
        />
      </Section>
      <Decisions />
      <Workspace />
      <SignOff />
    </>
  );
}

function Decisions() {
  return (
    <Section
      id="g-decisions"
      title="Decisions for you"
      finding="Three are open; the first holds up Thursday’s go/no-go."
    >
      <Split>
        <Decision
          due={
            <>
              Due <b>Thu 14 Jan, 17:00 GMT</b>, in 2 days
            </>
          }
          title="Accept the EDI duplicate risk until 28 Feb, or stop Wave 3"
          action={
            <Button variant="pri" href="/gallery">
              Decide on R-014
            </Button>
          }
        >
          Waiting costs: the go/no-go cannot close and 27 workloads lose the 16 Jan window.
        </Decision>
        <Decision
          due={
            <>
              Due <b>Fri 15 Jan, 12:00 GMT</b>, in 3 days
            </>
          }
          title="Move Tilbury WMS from 6 Feb to 20 Feb"
          action={<Button href="/gallery">Compare both plans</Button>}
        >
          Waiting costs: £38,000 a week for two hosting contracts.
        </Decision>
        <Decision
          due={
            <>
              Due <b>Fri 29 Jan, 17:00 GMT</b>, in 17 days
            </>
          }
          title="Allow Wave 5 to cut over during the Venlo stock count"
          action={<Button href="/gallery">Read the exception</Button>}
        >
          Waiting costs: no other weekend before Easter.
        </Decision>
      </Split>
    </Section>
  );
}

function Workspace() {
  return (
    <Section id="g-facts" title="Workspace" finding="Facts, tabs, criteria, side column.">
      <Facts
        facts={[
          { label: "Window, 8 h", value: <span className="big">Sat 16 Jan, 20:00 GMT</span> },
          { label: "Starts in", value: <span className="big">4 d 5 h 20 min</span> },
          {
            label: "Go/no-go gate",
            value: (
              <>
                <span className="big">11 of 14</span>
                <br />
                <Ticks big ticks={["met", "met", "met", "waived", "failed"]} />
              </>
            ),
          },
          {
            label: "Next transition",
            value: (
              <>
                <p className="big">Rehearsing → Ready</p>
                <Button
                  size="sm"
                  disabledReason={
                    <>
                      Not possible yet: <a href="#g-crit">3 criteria are not met</a>.
                    </>
                  }
                >
                  Move to Ready
                </Button>
              </>
            ),
          },
        ]}
      />
      <Tabs
        label="Wave"
        items={[
          { label: "Readiness", href: "/gallery?tab=1", count: "11 of 14", current: true },
          { label: "Runbook", href: "/gallery?tab=2", count: 64 },
          { label: "Workloads", href: "/gallery?tab=3", count: 27 },
          { label: "History", href: "/gallery?tab=4" },
        ]}
      />
      <WithSide label="Around this wave" side={<Around />}>
        <Group
          id="g-crit"
          tone="off"
          title="Not met"
          count="2 of 14"
          actions={
            <a className="go" href="#g-crit">
              Check again now
            </a>
          }
        />
        <CriterionHead heads={["Criterion and what is missing", "Owner", "Failing for"]} />
        <Criterion
          tone="off"
          title="EDI replay rehearsed in the last 30 days"
          detail="Checked by the system. Last drill Thu 12 Nov, 61 days ago."
          who="Priya Raman"
          whoRole="you"
          age="31 days"
          ageLabel="failing"
          action={
            <Button size="sm" variant="pri">
              Book the drill
            </Button>
          }
        />
        <Criterion
          tone="risk"
          title="Load test at three times peak"
          detail="Tested at 2.4×. Waived by Dirk Achterberg until Sun 31 Jan."
          who="Ines Carvalho"
          whoRole="performance"
          age="19 days left"
          action={<Button size="sm">See the waiver</Button>}
        />
        <Group tone="ok" title="Met" count="2 of 14" />
        <MetList
          items={[
            {
              id: "a",
              title: "Scan without critical findings",
              detail: "Image scan, Mon 11 Jan",
              when: "14 min ago",
            },
            { id: "b", title: "Rollback rehearsed and timed", detail: "52 min", when: "Sun 10 Jan" },
          ]}
        />
      </WithSide>
    </Section>
  );
}

function Around() {
  return (
    <>
      <h2>
        Blockers <span>1</span>
      </h2>
      <Rows dense>
        <li>
          <b className="b">Norfrakt has not opened its allowlist</b>
          <br />
          <span className="soft">Tomas Lindqvist unblocks. Open 6 days.</span>
        </li>
      </Rows>
      <h2>Next 14 days</h2>
      <Agenda
        items={[
          {
            id: "1",
            when: <Moment at="2027-01-14T17:00:00Z" zone="Europe/London" show="short" />,
            title: "Go/no-go, Wave 3",
            detail: "17:00 GMT. 2 of 5 signers missing",
          },
        ]}
      />
    </>
  );
}

function SignOff() {
  return (
    <Section id="g-letter" title="The letter" finding="What the business owner reads.">
      <div style={{ maxWidth: 720 }}>
        <AgreeList
          sentences={[
            <span key="1">
              The portal may be <b>offline on Sat 16 Jan from 15:00 to 23:00</b> your time.
            </span>,
            <span key="2">
              If it goes wrong, <b>at most 15 minutes</b> of entries are typed again.
            </span>,
          ]}
        />
        <DiffTable
          rows={[
            { label: "Offline from", before: "14:00", after: "15:00", note: "your time" },
            { label: "Partner allowlists", before: "Met", after: "Not met" },
          ]}
        />
      </div>
    </Section>
  );
}
