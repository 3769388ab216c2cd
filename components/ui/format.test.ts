import { describe, expect, it } from "vitest";
import { formatDistance, groupDigest, initials } from "@/components/ui/format";
import { pagesShown } from "@/components/ui/pager";

const NOW = "2027-01-12T14:40:00Z";

describe("formatDistance", () => {
  it.each([
    ["2027-01-12T14:40:20Z", "now"],
    ["2027-01-12T14:26:00Z", "14 min ago"],
    ["2027-01-12T19:40:00Z", "in 5 h"],
    ["2027-01-14T17:00:00Z", "in 2 days"],
    ["2027-01-17T23:30:00Z", "in 5 days"],
    ["2027-01-06T14:40:00Z", "6 days ago"],
    ["2027-01-06T23:30:00Z", "6 days ago"],
  ])("%s is %s", (at, words) => {
    expect(formatDistance(at, NOW, "Europe/London")).toBe(words);
  });

  it("counts the days of the zone", () => {
    expect(formatDistance("2027-01-17T23:30:00Z", NOW, "Europe/Amsterdam")).toBe("in 6 days");
  });
});

describe("groupDigest", () => {
  it("parts a digest into eights", () => {
    expect(groupDigest("7f3a91c40be25d68")).toBe("7f3a91c4 0be25d68");
  });
});

describe("initials", () => {
  it.each([
    ["Marta Okafor", "MO"],
    ["Joost van Dijk", "JD"],
    ["Noor", "N"],
    ["", ""],
  ])("%s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe("pagesShown", () => {
  it("keeps the ends and the neighbours, with gaps between", () => {
    expect(pagesShown(4, 25)).toEqual([1, null, 3, 4, 5, null, 25]);
    expect(pagesShown(1, 2)).toEqual([1, 2]);
    expect(pagesShown(25, 25)).toEqual([1, null, 24, 25]);
  });
});
