import type { PlaybookRisk } from "../model";

/** What goes wrong when a distributor's Odoo moves to a managed cloud, whatever it sells. */
export const P2_RISKS: readonly PlaybookRisk[] = [
  {
    key: "stock-differs",
    title: "Stock and open orders differ between old and new ERP after the cutover",
    domain: "Data integrity",
    failure:
      "Moves that were booked during the copy, reservations without a picking, and units of measure that round differently.",
    impact: "Goods are sold that are not there; the warehouse counts instead of shipping.",
    control:
      "Compare quantity and value per product, location and lot, and open orders per customer, in every rehearsal and on the night, against tolerances that finance has signed.",
  },
  {
    key: "custom-modules",
    title: "A custom or third-party Odoo module does not run on the target version",
    domain: "Operational resilience",
    failure:
      "Modules that change core views or tables, belong to nobody any more, or need extensions that the managed database does not offer.",
    impact: "A step of order entry or picking is missing on Monday and is done in spreadsheets.",
    control:
      "List every installed module with its owner and fate (keep, replace, drop), and run the company's own transactions on the target version before the rehearsal.",
  },
  {
    key: "batch-jobs",
    title: "Scheduled jobs run twice, or not at all",
    domain: "Integration",
    failure:
      "Scheduled actions of the copied database start by themselves; jobs outside the ERP still call the old address.",
    impact:
      "Invoices, order proposals and price lists go out twice, or replenishment stands still over a weekend.",
    control:
      "Start the copy with scheduled actions off, keep one list of jobs inside and outside the ERP, and switch them on by name after reconciliation.",
  },
  {
    key: "peak-performance",
    title: "The managed database is slower at the daily peak than the server in the building",
    domain: "Performance & scalability",
    failure:
      "Storage and connection limits of the chosen size, lock contention on stock moves, and round trips from the warehouse to the cloud.",
    impact: "Handhelds wait, pick rates fall, and the last pick misses the delivery cut-off.",
    control:
      "Replay a measured peak hour from the warehouse network in the rehearsal, and compare pick confirmation times with those of today.",
  },
  {
    key: "floor-devices",
    title: "Label printers and scanners do not reach the new system",
    domain: "Business continuity",
    failure:
      "Print routes, fixed addresses, old encryption on handhelds and drivers that live on one server.",
    impact: "Goods are picked and cannot be labelled; trucks leave half full.",
    control:
      "Print and scan one real order at every site over the new path before the night, and keep one printer per site that works without the network.",
  },
  {
    key: "provider-split",
    title: "Provider and company each believe that the other does the backup, the patch or the call at night",
    domain: "Operational resilience",
    failure: "The contract names services, and not who does what at two in the morning.",
    impact: "A failure waits until office hours; a restore is asked for that nobody has ever made.",
    control:
      "Agree the split per duty (platform, patching, backup, monitoring, incidents, releases), and rehearse one incident with both sides on call.",
  },
  {
    key: "restore-unproven",
    title: "The restore of database and documents together is not proven",
    domain: "Business continuity",
    failure:
      "The database comes back to one minute, and the document store to another night; attachments of orders and certificates are missing.",
    impact: "The ERP runs, and proof of delivery and customs papers are gone.",
    control:
      "Restore database and document store to one point in a drill, and open ten documents of the last hour.",
  },
  {
    key: "month-end-collides",
    title: "The move collides with the month-end close",
    domain: "Compliance",
    failure: "A window slips by a week, and postings of the old month meet two systems.",
    impact: "The close is late, and the auditor asks which ledger counted.",
    control:
      "Keep the close frozen in the calendar, and agree with finance before the window which system takes postings into the old period.",
  },
  {
    key: "prices-and-terms",
    title: "Customer prices and terms are not what they were",
    domain: "Data integrity",
    failure:
      "Price lists with overlapping dates, discounts by customer group and rounding that the new version resolves differently.",
    impact: "Customers are invoiced wrongly for weeks and stop paying whole invoices.",
    control:
      "Price last month's order lines again in the target, and have sales explain every line that differs by more than a cent.",
  },
  {
    key: "access-too-wide",
    title: "Everybody gets more access than before, to be on the safe side",
    domain: "Identity & access",
    failure: "Roles are granted widely for the first week, and nobody takes them back.",
    impact: "Prices, terms and payment data are open to people who should not see or change them.",
    control:
      "Map the roles before the rehearsal, sign in as each of them on the night, and date every widened right so that it ends with hypercare.",
  },
];
