import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { makeSplitter } from "./split-records";

function split(pieces: readonly string[], delimiter = ","): string[][] | string {
  const records: string[][] = [];
  const splitter = makeSplitter(delimiter, (cells) => records.push(cells));
  try {
    for (const piece of pieces) splitter.write(piece);
    splitter.end();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.message;
  }
  return records;
}

const csvish = fc.array(fc.constantFrom("a", "b", " ", ",", ",", "\n", "\r\n", "\r", '"', '""', "é", "😀"), {
  maxLength: 25,
});

describe("makeSplitter", () => {
  it.each([
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ['"a,1","b\r\n2"', [["a,1", "b\r\n2"]]],
    ['"say ""hi""",', [['say "hi"', ""]]],
    ['19" rack,"old" name', [['19" rack', '"old" name']]],
    ["a\r\rb\n\nc\r\n", [["a"], [""], ["b"], [""], ["c"]]],
    ['""', [[""]]],
    ["", []],
  ])("splits %j", (text, records) => {
    expect(split([text])).toEqual(records);
  });

  it("names the line on which a row with an open quotation mark begins", () => {
    expect(split(['a\n"b\nc",d\ne,"f\ng\n'])).toContain("in the row that begins on line 4 and never closed");
  });

  it("splits the same however the text is cut into pieces", () => {
    fc.assert(
      fc.property(csvish, (parts) => {
        const text = parts.join("");
        expect(split([...text])).toEqual(split([text]));
      }),
      { numRuns: 3_000 },
    );
  });

  it("agrees with csv-parse on whatever a writer may write", () => {
    const cell = fc.array(fc.constantFrom("a", " ", ",", "\n", "\r\n", '"', "é", "😀"), { maxLength: 6 });
    const quoted = cell.map((parts) => `"${parts.join("").replaceAll('"', '""')}"`);
    const plain = fc.constantFrom("", "x", " y z ", '19" rack', "é");
    const record = fc
      .array(fc.oneof(quoted, plain), { minLength: 1, maxLength: 5 })
      .map((cells) => cells.join(","));
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        (rows, end) => {
          const text = `${rows.join(end)}${end}`;
          const options = {
            relax_column_count: true,
            relax_quotes: true,
            record_delimiter: ["\r\n", "\n", "\r"],
          };
          expect(split([text])).toEqual(parse(text, options));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
