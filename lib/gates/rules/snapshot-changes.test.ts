import { expect, it } from "vitest";
import { gateFacts, LINK, linksText } from "@/prisma/factories/gate-facts";
import { snapshotOf } from "./snapshot";
import { changedParts, idsInChanges } from "./snapshot-changes";

const ID = "01890000-0000-7000-8000-00000000000a";
const OTHER = "01890000-0000-7000-8000-00000000000b";
const textOf = (facts: Partial<ReturnType<typeof gateFacts>>) =>
  snapshotOf({ ...gateFacts(), ...facts }).snapshot;

it("is nothing between two texts that are the same", () => {
  expect(changedParts(textOf({}), textOf({}))).toEqual([]);
  expect(idsInChanges(textOf({}), textOf({}))).toEqual([]);
});

it("finds what differs, whether the links beside it are the same or not", () => {
  const risks = gateFacts().risks.map((risk) => ({ ...risk, likelihood: 5 as const }));
  const links = linksText([LINK, { ...LINK, id: ID, neededId: OTHER }]);
  const risk = expect.objectContaining({ of: "risks", id: "r1" });
  expect(changedParts(textOf({}), textOf({ risks }))).toEqual([risk]);
  expect(changedParts(textOf({ links }), textOf({ links, risks }))).toEqual([risk]);
  expect(changedParts(textOf({}), textOf({ links, risks }))).toEqual([
    { of: "links", id: ID, before: null, after: { ...LINK, id: ID, neededId: OTHER } },
    risk,
  ]);
  expect(idsInChanges(textOf({ risks }), textOf({ links })).sort()).toEqual([ID, OTHER]);
});

it("is not misled by somebody who writes what stands around the links", () => {
  const links = linksText([{ ...LINK, id: ID }]);
  const wave = { ...gateFacts().wave, impact: '"links":[ {"id":"r1"}] $& $1' };
  const criteria = gateFacts().criteria.map((one) => ({ ...one, id: `${one.id} "links":[` }));
  const parts = changedParts(textOf({ links, criteria }), textOf({ links, criteria, wave }));
  expect(parts).toEqual([expect.objectContaining({ of: "wave" })]);
});
