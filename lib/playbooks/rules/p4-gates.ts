import type { SeatTemplate } from "@/lib/gates/model/template";
import type { PlaybookGate } from "../model";
import { asked, gate } from "./gate-parts";

const STORES: SeatTemplate = { role: "business_owner", capacity: "Head of store operations" };
const FINANCE: SeatTemplate = { role: "business_owner", capacity: "Head of finance" };
const SPONSOR: SeatTemplate = { role: "executive", capacity: "Executive sponsor" };
const PLATFORM: SeatTemplate = { role: "platform_engineer", capacity: "Lead of the platform" };
const MANAGER: SeatTemplate = { role: "program_manager", capacity: "Program manager" };

/** What a retailer asks before it goes on; every other gate is as Wavegate brings it. */
export const P4_GATES: readonly PlaybookGate[] = [
  gate("foundation", "go_no_go", {
    why: "Store operations sign the landing zone, because every later wave runs over the lines that it sets.",
    seats: [STORES, PLATFORM],
    more: [
      asked(
        "probes-report",
        "Observability coverage",
        "A probe reports from every store, and failing ones are named",
        "On the morning nobody could tell a bad line from a bad system",
      ),
      asked(
        "built-again",
        "Backup and restore",
        "The landing zone was built again from its definition in an empty account, and timed",
        "After a disaster somebody would rebuild from memory",
      ),
    ],
  }),
  gate("non_production", "go_no_go", {
    why: "Test data of a retailer is customers: store operations and platform sign that nobody is readable in it.",
    seats: [STORES, PLATFORM],
    more: [
      asked(
        "copy-masked",
        "Security readiness",
        "Customers, cards and employees are masked, and nothing leaves to the outside",
        "A test might show or write to real customers",
      ),
    ],
  }),
  gate("rehearsal", "go_no_go", {
    why: "Ten stores give a shift, so their head decides when.",
    seats: [STORES, MANAGER],
    more: [
      asked(
        "formats-chosen",
        "Business readiness",
        "Every store format takes part, with its own staff",
        "The format that was left out is the one that fails",
      ),
    ],
  }),
  gate("rehearsal", "cutover_complete", {
    why: "What was measured decides whether one night is enough, and it is signed before it is forgotten.",
    seats: [STORES, PLATFORM],
    more: [
      asked(
        "night-fits",
        "Cutover",
        "The measured night fits between the last web order and the first opening, with the way back inside it",
        "Stores might open into an unfinished night",
      ),
    ],
  }),
  gate("production", "readiness", {
    why: "Six weeks before the night, stores, partners and payment providers can still be moved; two weeks before, they cannot.",
    seats: [STORES, PLATFORM, MANAGER],
    more: [
      asked(
        "same-definition",
        "Cutover",
        "Production is built from the definition that was rehearsed, and every difference has a reason",
        "The night would meet what the rehearsal did not",
      ),
    ],
  }),
  gate("production", "rehearsal", {
    why: "Nothing becomes ready that ten stores have not opened with.",
    seats: [STORES, PLATFORM],
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
    why: "Stores, finance and sponsor sign together: the first answers for the doors, the second for the takings, the third for the date.",
    seats: [STORES, FINANCE, SPONSOR],
    more: [
      asked(
        "stores-told",
        "Communications",
        "Every store confirmed its page per role, its named colleague and what to do by hand",
        "Store teams might meet the change on the morning itself",
      ),
      asked(
        "payments-tried",
        "Business readiness",
        "One payment and one refund went through in every store format in the rehearsal",
        "Stores might be able to take cash only",
      ),
      asked(
        "no-campaign",
        "Cutover",
        "Marketing confirmed that no campaign begins in the week after the window",
        "The first campaign would be the load test",
      ),
    ],
  }),
  gate("production", "cutover_complete", {
    why: "Before the first doors open somebody signs that prices agree: customers are the next to look.",
    seats: [STORES, FINANCE],
    more: [
      asked(
        "prices-agree",
        "Data reconciliation",
        "Two hundred articles agree on shelf, till and shop in ten stores",
        "Customers might be charged what the shelf does not say",
      ),
      asked(
        "takings-agree",
        "Data reconciliation",
        "Receipts and takings of the last day agree per store between tills and ledger",
        "The first day would start from a wrong figure",
      ),
    ],
  }),
  gate("production", "hypercare_exit", {
    why: "Two month-ends, a campaign and a full replenishment cycle are what a retailer has to have lived through.",
    seats: [STORES, FINANCE, SPONSOR],
    more: [
      asked(
        "campaign-lived",
        "Business readiness",
        "One campaign was sold on the new system with stock, price and shop in order",
        "The next campaign would be the first",
      ),
    ],
  }),
];
