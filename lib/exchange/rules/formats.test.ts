import { describe, expect, it } from "vitest";
import { defaultMapping, mappingProblems, recogniseFormat, unrecognisedHeader } from "./formats";
import { templateTable } from "./templates";

describe("recogniseFormat", () => {
  it.each([
    ["workloads", templateTable("workloads")[0]],
    ["dependencies", templateTable("dependencies")[0]],
    ["risks", templateTable("risks")[0]],
    ["recovery-targets", templateTable("recovery-targets")[0]],
    ["sites", templateTable("sites")[0]],
    ["processes", templateTable("processes")[0]],
    ["assets", templateTable("assets")[0]],
    ["konveyor", ["Record Type 1", "Application Name", "Tag Type 1", "Tag 1"]],
    ["workloads", ["NAME", "Business-Owner"]],
    ["assets", ["Name", "OS", "Workload"]],
    ["sites", ["name", "country", "zone"]],
    ["processes", ["name", "fallback", "owner"]],
    ["aws-migration-factory", ["wave_name", "app_name", "server_name", "r_type"]],
    ["azure-migrate", ["Machine Name", "Environment", "Operating System", "Cores", "Machine ID"]],
    ["azure-dependencies", ["Timeslot", "Source server name", "Destination server name"]],
    ["rvtools", ["VM", "Powerstate", "Template", "CPUs", "Memory", "Folder"]],
    [null, ["VM", "Powerstate", "Template", "Disk", "Capacity MiB"]],
    [null, ["Wave Name", "Wave Date", "Source Namespace"]],
    [null, ["Application Name", "Description", "Comments"]],
    [null, ["", ""]],
  ])("knows %s", (format, header) => {
    expect(recogniseFormat(header ?? [])).toBe(format);
  });

  it("says what was found and what was expected", () => {
    const words = unrecognisedHeader(["Application Name", "Description", "Comments"]);
    expect(words).toContain("Found: “Application Name”, “Description” and “Comments”");
    expect(words).toContain("Konveyor application inventory (“record type 1” and “application name”)");
    expect(words).toContain("Download a template");
  });
});

describe("defaultMapping", () => {
  it("maps numbered tag columns of both spellings", () => {
    const header = [
      "Record Type 1",
      "Application Name",
      "Tag Category 1",
      "Tag 1",
      "Tag Type 2",
      "Tag 2",
      "Comments",
    ];
    const fields = ["record_type", "name", "tag_category", "tag", "tag_category", "tag", null];
    expect(defaultMapping("konveyor", header)).toEqual(fields);
  });

  it("maps by other words when the format is chosen by hand", () => {
    expect(defaultMapping("workloads", ["Application Name", "Owner", "Comments"])).toEqual([
      "name",
      "business_owner",
      null,
    ]);
  });

  it("prefers the exact head to another word for the same field", () => {
    expect(defaultMapping("risks", ["Risk", "Title"])).toEqual([null, "title"]);
  });
});

describe("mappingProblems", () => {
  it("asks for what every row needs, and for one column for each field", () => {
    expect(mappingProblems("workloads", [null, "site", "site"])).toEqual([
      "No column is mapped to “Name”, which every row needs.",
      "2 columns are mapped to “Site”; choose one.",
    ]);
  });

  it("lets tags come from several columns", () => {
    expect(mappingProblems("konveyor", ["record_type", "name", "tag", "tag"])).toEqual([]);
  });
});
