import type { SeatTemplate } from "@/lib/gates/model/template";
import type { PlaybookGate } from "../model";
import { asked, gate } from "./gate-parts";

const OWNER: SeatTemplate = { role: "business_owner", capacity: "Owner of order to dispatch" };
const FINANCE: SeatTemplate = { role: "business_owner", capacity: "Head of finance" };
const SPONSOR: SeatTemplate = { role: "executive", capacity: "Executive sponsor" };
const PLATFORM: SeatTemplate = { role: "platform_engineer", capacity: "Lead of the platform" };
const MANAGER: SeatTemplate = { role: "program_manager", capacity: "Program manager" };

/** What a distributor asks before it goes on; every other gate is as Wavegate brings it. */
export const P2_GATES: readonly PlaybookGate[] = [
  gate("foundation", "go_no_go", {
    why: "The owner of order to dispatch signs already here: a warehouse that loses its network does not ship.",
    seats: [OWNER, PLATFORM],
    more: [
      asked(
        "duties-split",
        "Business readiness",
        "The split of duties with the provider is signed, and one incident was rehearsed with both sides",
        "At night each side may wait for the other",
      ),
      asked(
        "second-way",
        "Rollback",
        "Every warehouse has a second way to the cloud, and it was tried",
        "One cut cable would stop a site",
      ),
    ],
  }),
  gate("non_production", "go_no_go", {
    why: "Test systems may wait, customers' data may not leak: the owner signs that the copy is masked and closed.",
    seats: [OWNER, PLATFORM],
    more: [
      asked(
        "copy-masked",
        "Security readiness",
        "The copy is masked, and sends no mail, no EDI and no payment",
        "A test might write to real customers or show their terms",
      ),
    ],
  }),
  gate("rehearsal", "go_no_go", {
    why: "A rehearsal takes a weekend of thirty people and touches production's data: it is decided like a cutover.",
    seats: [OWNER, MANAGER],
    more: [
      asked(
        "upgrade-clean",
        "Cutover",
        "The upgrade of the full database ran through without an error that nobody has explained",
        "The rehearsal would stop at what was known before",
      ),
    ],
  }),
  gate("rehearsal", "cutover_complete", {
    why: "What the rehearsal measured decides the window, so somebody signs the times before they are forgotten.",
    seats: [OWNER, PLATFORM],
    more: [
      asked(
        "times-measured",
        "Cutover",
        "Every step has a measured time, and the plan of the night uses it",
        "The plan of the night would be a guess",
      ),
    ],
  }),
  gate("production", "readiness", {
    why: "Six weeks before the night is the last cheap moment to find an owner, an alarm or a partner missing.",
    seats: [PLATFORM, MANAGER],
    more: [
      asked(
        "modules-decided",
        "Cutover",
        "Every installed module is kept, replaced or dropped, with an owner",
        "Something people work with may be missing",
      ),
    ],
  }),
  gate("production", "rehearsal", {
    why: "Nothing becomes ready that was not tried with production's data, at the real hours, up to the way back.",
    seats: [OWNER, PLATFORM],
    more: [
      asked(
        "scenarios-shown",
        "Performance baseline",
        "Every scenario on the wave's checklist was shown with its evidence",
        "A bad day might be the first one tried",
      ),
    ],
  }),
  gate("production", "go_no_go", {
    why: "Owner, finance and sponsor sign together, because stock is goods and money at once.",
    seats: [OWNER, FINANCE, SPONSOR],
    more: [
      asked(
        "tolerances-signed",
        "Data reconciliation",
        "Finance has signed in which tolerances stock, open orders and balances agree",
        "At four in the morning nobody could say what is near enough",
      ),
      asked(
        "cut-off-kept",
        "Cutover",
        "The window ends, with the way back inside it, before the next delivery cut-off that counts",
        "Turning back would already cost deliveries",
      ),
    ],
  }),
  gate("production", "cutover_complete", {
    why: "Before intake opens, the owner and finance sign that the figures agree: afterwards there is no way back.",
    seats: [OWNER, FINANCE],
    more: [
      asked(
        "shift-started",
        "Business readiness",
        "The first shift of every site has picked, labelled and loaded with the new system",
        "The system runs, and goods may still stand in the hall",
      ),
    ],
  }),
  gate("production", "hypercare_exit", {
    why: "A month-end and a cycle count are what a distributor must have lived through before the project leaves.",
    seats: [OWNER, SPONSOR],
    more: [
      asked(
        "month-end-closed",
        "Business readiness",
        "One month was closed and one cycle count booked on the new system without corrections by hand",
        "The hardest days of the month were not seen yet",
      ),
    ],
  }),
];
