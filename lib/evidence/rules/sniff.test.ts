import { describe, expect, it } from "vitest";
import { sniff, sniffParts, sniffTextName } from "./sniff";

const of = (text: string) => sniff(Buffer.from(text, "latin1"));

describe("the first bytes of a file", () => {
  it.each([
    ["%PDF-1.7\n", { kind: "pdf" }],
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", { kind: "png" }],
    ["\xff\xd8\xff\xe0\0\x10JFIF", { kind: "jpeg" }],
    ["GIF89a\x01\0", { kind: "gif" }],
    ["RIFF\x10\0\0\0WEBPVP8 ", { kind: "webp" }],
    ["PK\x03\x04\x14\0", "archive"],
    ["2027-01-10 restore took 52 min\n", "text"],
    ["\xef\xbb\xbfname;site\r\n", "text"],
    ["MZ,the initials of a person\n", "text"],
  ])("%j say what it is", (start, found) => {
    expect(of(start)).toEqual(found);
  });

  it.each([
    ["a web page", "<!DOCTYPE html><script>alert(1)</script>", "markup"],
    ["a web page after blanks", "\xef\xbb\xbf \r\n\t<html>", "markup"],
    ["a web page after a comment", "<!-- %PDF-1.7 --><body onload=x>", "markup"],
    ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "markup"],
    ["a drawing with a prolog", '<?xml version="1.0"?><svg/>', "markup"],
    ["PHP", "<?php system($_GET[0]);", "markup"],
    ["a script of a shell", "#!/bin/sh\nrm -rf /\n", "program"],
    ["a script of Windows", "@ECHO OFF\r\ndel *.*", "program"],
    ["a program of Windows", "MZ\x90\0\x03\0\0\0", "program"],
    ["a program of Linux", "\x7fELF\x02\x01\x01\0", "program"],
    ["a program of macOS", "\xcf\xfa\xed\xfe\x07\0\0\x01", "program"],
    ["classes of Java", "\xca\xfe\xba\xbe\0\0\0\x34", "program"],
    ["WebAssembly", "\0asm\x01\0\0\0", "program"],
    ["an old Office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"],
    ["PDF after a kilobyte of text", `${"x".repeat(1024)}%PDF-1.7`, "two-kinds"],
    ["PDF after three kilobytes of script", `//${" ".repeat(3000)}%PDF-1.7`, "two-kinds"],
    ["bytes before a PDF", `\x01\x00${"x".repeat(1024)}%PDF-1.7`, "not-kept"],
    ["a sound", "RIFF\x10\0\0\0WAVEfmt ", "not-kept"],
    ["text in UTF-16", "\xff\xfeh\0i\0", "not-kept"],
    ["RTF", "{\\rtf1\\ansi", "not-kept"],
    ["PostScript", "%!PS-Adobe-3.0", "not-kept"],
    ["an archive of nothing", "PK\x05\x06\0\0", "empty"],
  ])("refuse %s", (_name, start, refused) => {
    expect(of(start)).toEqual({ refused });
  });
});

describe("text", () => {
  it.each([
    ["rows.csv", "csv"],
    ["Plan.JSON", "json"],
    ["backup.log", "log"],
    ["notes", "text"],
    ["plan.tf", "text"],
    ["report.docx", "text"],
  ])("called %s is of kind %s", (name, kind) => {
    expect(sniffTextName(name)).toBe(kind);
  });

  it.each([
    ["run.sh", "program"],
    ["invoice.pdf.js", "program"],
    ["a.BAT. ", "program"],
    ["page.html", "markup"],
    ["drawing.svg", "markup"],
  ])("called %s is refused", (name, refused) => {
    expect(sniffTextName(name)).toEqual({ refused });
  });
});

describe("the parts of an archive", () => {
  const office = ["[Content_Types].xml", "_rels/.rels"];
  it.each([
    [[...office, "word/document.xml"], "docx"],
    [[...office, "xl/workbook.xml"], "xlsx"],
    [[...office, "ppt/presentation.xml"], "pptx"],
    [["report.pdf", "pictures/a.png"], "zip"],
    [["word/document.xml"], "zip"],
  ])("%j make it that", (names, kind) => {
    expect(sniffParts(names)).toBe(kind);
  });

  it.each([
    ["macros", [...office, "word/document.xml", "word\\vbaProject.bin"]],
    ["program", ["META-INF/MANIFEST.MF", "Main.class"]],
    ["empty", []],
  ])("are refused for %s", (refused, names) => {
    expect(sniffParts(names)).toEqual({ refused });
  });
});
