import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FILE_KINDS, type FileKind } from "./file-kinds";
import { attachment, cleanFileName } from "./file-name";

describe("the name of a file", () => {
  it.each([
    ["Restore report.pdf", "pdf", "Restore report.pdf"],
    ["C:\\temp\\Restore.PDF", "pdf", "Restore.pdf"],
    ["../../etc/passwd", "text", "passwd.txt"],
    ["report.docx", "zip", "report.docx.zip"],
    ["photo.jpeg", "jpeg", "photo.jpeg"],
    ["invoice\u202efdp.exe", "png", "invoicefdp.exe.png"],
    ['a"b\r\nset-cookie: x.csv', "csv", "a_bset-cookie_ x.csv"],
    ["...", "text", "file.txt"],
    ["", "log", "file.log"],
    [".htaccess", "text", "htaccess.txt"],
    ["CON.txt", "text", "_CON.txt"],
    ["Prüfung e\u0301.txt", "text", "Prüfung é.txt"],
  ] as const)("%j of kind %s becomes %s", (given, kind, name) => {
    expect(cleanFileName(given, kind)).toBe(name);
  });

  it("is, whatever was given, short, in no folder, without what steers, and ends in what it is", () => {
    const kinds = Object.keys(FILE_KINDS) as FileKind[];
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom(...kinds), (given, kind) => {
        const name = cleanFileName(given, kind);
        expect(name).not.toMatch(/[/\\<>:"|?*%;\p{Cc}\p{Cf}]/u);
        expect([...name].length).toBeLessThanOrEqual(130);
        expect(name.startsWith(".")).toBe(false);
        expect(FILE_KINDS[kind].endings as readonly string[]).toContain(name.split(".").at(-1));
        expect(attachment(name)).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[!-~]+$/u);
      }),
    );
  });
});

it("a name beyond ASCII is given twice", () => {
  expect(attachment("Prüfung (1).txt")).toBe(
    `attachment; filename="Pr_fung (1).txt"; filename*=UTF-8''Pr%C3%BCfung%20%281%29.txt`,
  );
});
