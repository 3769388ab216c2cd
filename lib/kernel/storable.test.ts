import * as fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { isStorable, searchable, unstorableTexts } from "./storable";

it("names every field whose text cannot be kept", () => {
  const input = {
    name: "a\u0000b",
    note: "fine \u{1F600}",
    conditions: [{ text: "\ud800" }],
    at: new Date(0),
  };
  expect(Object.keys(unstorableTexts(input))).toEqual(["name", "conditions.0.text"]);
  expect(Object.keys(unstorableTexts("\udc00"))).toEqual(["form"]);
});

it("looks into no bytes", () => {
  expect(unstorableTexts({ content: new Uint8Array([0, 1]) })).toEqual({});
});

it("what is storable goes into canonical JSON, and an address is always made so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      if (isStorable(text)) expect(() => canonicalJson(text)).not.toThrow();
      expect(isStorable(searchable(text))).toBe(true);
    }),
  );
});
