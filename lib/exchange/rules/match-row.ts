import type { ReadRow } from "../model/reading";
import { matchAsset } from "./match-asset";
import { matchMembership } from "./match-membership";
import { matchProcess, matchRisk, matchSite, matchTarget } from "./match-others";
import { matchDependency, matchWorkload } from "./match-workload";
import type { Book, Match } from "./plan-book";

/** What a row of the file is about; rows of traffic are resolved to links before, waves are planned apart. */
export function matchRow(book: Book, row: ReadRow): Match {
  switch (row.entity) {
    case "workload":
      return matchWorkload(book, row);
    case "site":
      return matchSite(book, row);
    case "process":
      return matchProcess(book, row);
    case "asset":
      return matchAsset(book, row);
    case "membership":
      return matchMembership(book, row);
    case "dependency":
      return matchDependency(book, row);
    case "risk":
      return matchRisk(book, row);
    case "target":
      return matchTarget(book, row);
    case "wave":
    case "external-link":
    case "flow":
      throw new Error(`rows of ${row.entity} are planned by their own rules`);
  }
}
