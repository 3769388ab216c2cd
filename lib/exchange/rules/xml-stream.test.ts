import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { attribute, makeXmlReader } from "./xml-stream";

/** What a reader tells of a text that arrives in the given pieces; a refusal as its message. */
function told(pieces: readonly string[]): string {
  const said: string[] = [];
  const reader = makeXmlReader("part", {
    open: (name, attributes) => said.push(`<${name}${attributes}>`),
    close: (name) => said.push(`</${name}>`),
    wantsText: () => true,
    text: (text) => said.push(text),
  });
  try {
    for (const piece of pieces) reader.write(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.message;
  }
  return said.join("");
}

const markup = fc
  .array(
    fc.constantFrom(
      "<a>",
      "</a>",
      "<a b='>'/>",
      '<x:a c="<">',
      "</x:a>",
      "t",
      "&amp;",
      "&#65;",
      "&",
      " ",
      "<!--<x>-->",
      "<![CDATA[&<a>]]>",
      "<?p ?>",
      "<!D",
      "é",
      "<",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("makeXmlReader", () => {
  it("hands on tags without prefix, text with its signs, and passes over comments", () => {
    expect(told(['<?xml v?><x:a b="1>2"><!-- <no> --><c/>R&amp;D<![CDATA[<&]]></x:a>'])).toBe(
      '<a b="1>2"><c></c>R&D<&</a>',
    );
  });

  it("tells the same however the text is cut into pieces", () => {
    fc.assert(
      fc.property(markup, fc.array(fc.nat(40), { maxLength: 5 }), (inner, cuts) => {
        const text = `<root>${inner}</root>`;
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b),
          text.length,
        ];
        const pieces = places.slice(1).map((to, at) => text.slice(places[at] ?? 0, to));
        expect(told(pieces)).toBe(told([text]));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("attribute", () => {
  it("finds a value by its name, with or without prefix, in either kind of quotation marks", () => {
    const text = ` sheetId="7" r:id='rId1' name="R&amp;D"`;
    expect([attribute(text, "id"), attribute(text, "name"), attribute(text, "state")]).toEqual([
      "rId1",
      "R&D",
      null,
    ]);
  });
});
