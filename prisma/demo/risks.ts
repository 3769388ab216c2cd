import type { Level, Rating } from "@/lib/risks/model/rating";

export type DemoRisk = {
  title: string;
  domain: string | null;
  owner: string | null;
  inherent: Rating;
  current: Rating;
  target: Rating;
  treatment: "mitigate" | null;
  nextAction: string;
  /** Days from the demo's day; null is no date. */
  dueIn: number | null;
  wave: number | null;
  workloads: readonly string[];
  closed?: string;
};

/**
 * One line a risk: title | domain | owner | inherent | current | target (likelihood x impact) | due in days | wave |
 * workloads | next action. A dash is unknown, on purpose; "closed" as next action closes it.
 */
const REGISTER = `
EDI orders booked twice during replay | Data integrity | Priya Raman | 4x5 | 2x3 | 1x3 | 9 | 3 | EDI gateway, Order intake API | Duplicate suppression is live; repeat the replay with 17 partners
Partners keep the old address after the move | Integration | Tomas Lindqvist | 4x4 | 3x3 | 2x2 | 4 | 3 | Partner SFTP, EDI gateway | Ask the last three partners to open their allowlists
Portal sign-in fails for partner users | Identity & access | Ines Carvalho | 3x4 | 2x3 | 1x3 | 6 | 3 | Partner directory, Customer portal | Federate the last partner directories
Price cache answers with last week's prices | Data integrity | Helen Brandt | 3x3 | 1x4 | 1x3 | 5 | 3 | Price engine cache | Compare 500 prices after the warm-up
Message order is lost between old and new broker | Integration | Priya Raman | 3x4 | 2x4 | 1x4 | 3 | 3 | Message broker | Sequence check per partner in the rehearsal
Portal is slower from the United States | Performance & scalability | Priya Raman | 3x2 | 2x2 | 1x2 | 8 | 3 | Customer portal, Portal web front | Measure from Columbus after the rehearsal
Tilbury WMS cannot be restored inside 4 h | Business continuity | Joost van Dijk | 4x4 | 4x4 | 2x3 | 10 | 4 | Tilbury WMS | Repeat the restore with a parallel index build
Carrier labels stop when the print link splits | Integration | Tomas Lindqvist | 4x4 | 3x5 | 2x3 | 14 | 4 | Label print server, Carrier hub | Keep a print server on site until wave 5
Conveyor stops when the cloud link is slow | Availability | Tomas Lindqvist | 4x5 | 3x4 | 1x4 | 12 | 4 | Conveyor interface Tilbury | Run the buffer test with 400 ms of delay
Nobody owns the slotting optimiser | Operational resilience | - | 3x3 | 4x3 | 1x3 | -6 | 4 | Slotting optimiser | Name an owner
Voice picking has one engineer who knows it | Operational resilience | Joost van Dijk | 3x4 | 3x4 | 2x3 | 20 | 4 | Voice picking | Second engineer shadows two shifts
Customs filings pile up over the weekend | Compliance | Lena Fischer | 3x3 | 2x3 | 1x2 | 18 | 4 | Customs filing | Agree a manual route with the broker
Handhelds lose their session at shift change | Availability | Tomas Lindqvist | 3x3 | 2x3 | 1x3 | 16 | 4 | Tilbury scanner middleware | Extend the session and test with 60 devices
Norfrakt changes its interface in the same week | Integration | Tomas Lindqvist | 2x4 | 2x4 | 1x4 | 7 | 4 | Norfrakt connector | Ask Norfrakt for a date in writing
Stock counts differ between ERP and WMS | Data integrity | Helen Brandt | 4x4 | 3x4 | 1x4 | 11 | 4 | Tilbury WMS, ERP core | Reconcile nightly, tolerance 0.2 %
Cold store alarms are lost during the move | Availability | Joost van Dijk | 2x5 | 2x4 | 1x4 | 30 | 5 | Cold store monitor | Keep the old alarm path until hypercare ends
Columbus has no second network line | Availability | Sam Whitlock | 3x4 | 3x4 | 1x4 | 25 | 5 | Columbus WMS | Order the second line
Pick-by-light controllers have fixed addresses | Integration | Sam Whitlock | 3x3 | 3x3 | 1x2 | 22 | 5 | Pick-by-light Venlo | List the controllers and plan the change
Container tracking feed has no contract | - | - | - | - | - | - | 5 | Container tracking | Find out who signed for it
Venlo stock count falls into the window | Business continuity | Joost van Dijk | 3x4 | 2x4 | 1x3 | 19 | 5 | Venlo WMS | Agree the calendar with the warehouse
Labour plan arrives after the shift starts | Operational resilience | Sam Whitlock | 2x3 | 2x3 | 1x2 | 28 | 5 | Labour planning | Measure the run time in the rehearsal
TMS rating differs after the move | Data integrity | - | 3x4 | - | 1x3 | 15 | 5 | TMS rating engine | Score it with finance
Month-end close meets the ERP window | Business continuity | Dirk Achterberg | 4x5 | 2x5 | 1x4 | 33 | 6 | ERP core, General ledger | Agree the close calendar with finance
ERP restore has never been tried at full size | Business continuity | Clara Nyström | 4x5 | 3x5 | 1x5 | 21 | 6 | ERP database | Book a full restore
Payment files are sent twice | Security & governance | Lena Fischer | 2x5 | 1x5 | 1x4 | 40 | 6 | Payments interface | Bank confirms its duplicate check
Custom ERP modules break on the new version | Integration | Clara Nyström | 4x4 | 3x3 | 1x3 | 35 | 6 | ERP core | Finish the compatibility review
Lot numbers lose their history | Compliance | Lena Fischer | 3x5 | 1x5 | 1x4 | 38 | 6 | Lot traceability | Sample 200 lots before and after
Replenishment runs longer than its night | Performance & scalability | Clara Nyström | 3x4 | 2x4 | 1x3 | 36 | 6 | Replenishment batch | Load test with the December volume
Product texts are cut by the new field length | Data integrity | Lena Fischer | 2x2 | 1x2 | 1x1 | 31 | 6 | Product master | Run the length report
Returns cannot be booked for a day | Business continuity | Lena Fischer | 2x3 | 2x3 | 1x3 | 37 | 6 | Returns desk | Print the paper form
Cloud cost grows faster than planned | Security & governance | Dirk Achterberg | 3x3 | 2x3 | 2x2 | -2 | - | - | Weekly cost report to the steering group
Key engineers leave during the program | Operational resilience | Dirk Achterberg | 2x4 | 2x4 | 1x4 | 45 | - | - | Agree retention with HR
Logs are kept too short for an audit | Observability | Tomas Lindqvist | 3x3 | 2x2 | 1x2 | 17 | - | Central log store | Raise retention to 400 days
Backups are readable by too many people | Security & governance | Ines Carvalho | 3x4 | 1x4 | 1x3 | 24 | - | Backup vault | Review the roles every quarter
Scanner certificates expire in spring | Identity & access | Ines Carvalho | 4x3 | 2x3 | 1x3 | 26 | - | Certificate service | Automate the renewal
Fax orders from three customers are forgotten | Integration | - | 2x2 | - | - | - | - | Old fax server | Ask sales who still sends faxes
Quality lab works outside every plan | - | - | - | - | - | - | - | Quality lab register | Find its owner
Driver app has no technical owner | Operational resilience | - | 3x3 | 3x3 | 1x2 | -2 | - | Driver app backend | Name an owner
Landing zone quotas are too small | Performance & scalability | Priya Raman | 3x4 | 1x2 | 1x2 | - | 1 | Cloud landing zone | closed
Reports differ after the move | Data integrity | Ravi Menon | 3x3 | 1x2 | 1x2 | - | 2 | Sales reporting, Data warehouse | closed
`;

/** Forty risks; two are closed, some lack a score, an owner or a domain: on purpose. */
export const DEMO_RISKS: readonly DemoRisk[] = REGISTER.trim().split("\n").map(riskOf);

function riskOf(line: string): DemoRisk {
  const cells = line.split(" | ").map((cell) => (cell === "-" ? null : cell));
  const [title, domain, owner, inherent, current, target, dueIn, wave, workloads, nextAction] = cells;
  if (!title) throw new Error(`a risk of the demo has no title: ${line}`);
  const closed = nextAction === "closed";
  return {
    title,
    domain: domain ?? null,
    owner: owner ?? null,
    inherent: rating(inherent),
    current: rating(current),
    target: rating(target),
    treatment: current ? "mitigate" : null,
    nextAction: closed ? "" : (nextAction ?? ""),
    dueIn: dueIn ? Number(dueIn) : null,
    wave: wave ? Number(wave) : null,
    workloads: workloads?.split(", ") ?? [],
    ...(closed ? { closed: "Proven in hypercare: nothing of it was seen." } : {}),
  };
}

function rating(cell: string | null | undefined): Rating {
  const [likelihood, impact] = (cell ?? "").split("x").map(level);
  return { likelihood: likelihood ?? null, impact: impact ?? null };
}

function level(text: string): Level | null {
  const levels: readonly Level[] = [1, 2, 3, 4, 5];
  return levels.find((one) => String(one) === text) ?? null;
}
