import { expect, it } from "vitest";
import type { SeatTemplate } from "../model/template";
import { openingBlockers } from "./opening-blockers";

const OWNER: SeatTemplate = { role: "business_owner", capacity: "Owner of the services that move" };
const FINANCE: SeatTemplate = { role: "business_owner", capacity: "Head of finance" };
const SPONSOR: SeatTemplate = { role: "executive", capacity: "Executive sponsor" };
const template = { seats: [OWNER, FINANCE, SPONSOR], quorum: 2 };

it.each<[string, SeatTemplate[], number, string[]]>([
  ["the template as it is", [OWNER, FINANCE, SPONSOR], 2, []],
  ["in another order", [SPONSOR, OWNER, FINANCE], 2, []],
  ["a higher quorum", [OWNER, FINANCE, SPONSOR], 3, []],
  ["a lower quorum", [OWNER, FINANCE, SPONSOR], 1, ["quorum"]],
  ["a seat more and a signature more", [OWNER, FINANCE, SPONSOR, OWNER], 3, []],
  [
    "a seat more that could stand in for one of the template",
    [OWNER, FINANCE, SPONSOR, OWNER],
    2,
    ["quorum"],
  ],
  ["a seat less", [OWNER, SPONSOR], 2, ["seat"]],
  ["the same role twice in place of another capacity", [OWNER, OWNER, SPONSOR], 2, ["seat"]],
  ["none of the seats", [{ role: "program_manager", capacity: "Me" }], 1, ["seat", "seat", "seat"]],
])("%s", (_what, seats, quorum, codes) => {
  expect(openingBlockers(template, { seats, quorum }).map(({ code }) => code)).toEqual(codes);
});
