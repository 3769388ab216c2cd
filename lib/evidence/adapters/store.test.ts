import { createHash } from "node:crypto";
import { appendFile, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "../model";
import { incomingFolder, keepFile, readKept, storeFolder } from "./store";

const PROGRAM = "018f0000-0000-7000-8000-000000000001";

beforeAll(async () => {
  process.env.DATABASE_URL ??= "postgresql://nowhere";
  process.env.WAVEGATE_EVIDENCE_DIR = await mkdtemp(path.join(tmpdir(), "wavegate-store-"));
});

afterAll(() => rm(storeFolder(), { recursive: true, force: true }));

async function* pieces(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const keep = (name: string, ...parts: (string | Uint8Array)[]) => keepFile(PROGRAM, name, pieces(...parts));

async function textOf(bytes: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (bytes === null) return null;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

const placeOf = (sha256: string) => path.join(storeFolder(), PROGRAM, sha256.slice(0, 2), sha256);

it("keeps a file by its content, hashed while it comes, and gives it out again", async () => {
  const content = await keep("Restore.log", "took 52 ", "min\n");
  expect(content).toEqual({
    kind: "file",
    fileName: "Restore.log",
    mediaType: "text/plain",
    bytes: 12,
    sha256: createHash("sha256").update("took 52 min\n").digest("hex"),
  });
  expect(await textOf(await readKept(PROGRAM, content))).toBe("took 52 min\n");
  const again = await keep("Other name.txt", "took 52 min\n");
  expect(again.sha256).toBe(content.sha256);
  expect(await readdir(path.dirname(placeOf(content.sha256)))).toEqual([content.sha256]);
  expect((await stat(placeOf(content.sha256))).mode & 0o777).toBe(0o600);
  expect(await readdir(incomingFolder())).toEqual([]);
});

it("tells a character that two pieces share from what is no text", async () => {
  const bytes = Buffer.from("Prüfung");
  await expect(keep("a.txt", bytes.subarray(0, 3), bytes.subarray(3))).resolves.toMatchObject({ bytes: 8 });
});

it.each([
  ["a web page called PDF", "Report.pdf", "<!doctype html><script>alert(1)</script>", /web page/],
  ["a drawing called PNG", "Picture.png", "<svg onload=alert(1)>", /web page/],
  ["text in another coding", "a.txt", Buffer.from("Pr\xfcfung", "latin1"), /none of the kinds/],
  ["a character cut at the end", "a.txt", Buffer.from("Prü").subarray(0, 3), /none of the kinds/],
  ["a zero far behind", "a.csv", `${"x".repeat(9000)}\0`, /none of the kinds/],
  ["a PDF behind a kilobyte", "a.pdf", `${"x".repeat(1024)}%PDF-1.7`, /two kinds/],
  ["nothing", "a.txt", "", /empty/],
  ["an archive that was cut", "a.zip", zipOf(["a.txt"]).subarray(0, -4), /cannot be read/],
  ["an archive whose list lies elsewhere", "a.zip", stretched(zipOf(["a.txt"])), /cannot be read/],
  ["a program in Java", "a.zip", zipOf(["META-INF/MANIFEST.MF"]), /program/],
])("refuses %s and keeps nothing", async (_name, fileName, content, words) => {
  const before = await readdir(path.join(storeFolder(), PROGRAM));
  await expect(keep(fileName, content)).rejects.toMatchObject({
    code: "INVALID",
    fields: { file: expect.stringMatching(words) },
  });
  expect(await readdir(incomingFolder())).toEqual([]);
  expect(await readdir(path.join(storeFolder(), PROGRAM))).toEqual(before);
});

it("an archive called document is kept as the archive it is", async () => {
  await expect(keep("Report.docx", zipOf(["evil/run.sh"]))).resolves.toMatchObject({
    fileName: "Report.docx.zip",
    mediaType: "application/zip",
  });
  await expect(keep("Report", zipOf(["[Content_Types].xml", "word/document.xml"]))).resolves.toMatchObject({
    fileName: "Report.docx",
  });
});

it("keeps nothing of what is too large or breaks off", async () => {
  const piece = Buffer.alloc(1 << 20, "x");
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield piece;
  }
  await expect(keepFile(PROGRAM, "a.txt", endless())).rejects.toMatchObject({
    fields: { file: expect.stringMatching(/larger than 50 MB/) },
  });
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield piece;
    throw new Error("the line broke");
  }
  await expect(keepFile(PROGRAM, "a.txt", breaking())).rejects.toThrow("the line broke");
  expect(await readdir(incomingFolder())).toEqual([]);
  expect(MAX_FILE_BYTES).toBe(50 * 1024 * 1024);
});

it("gives out nothing that is gone or of another size, and never the end of what was changed", async () => {
  const content = await keep("a.txt", "one");
  expect(await readKept(PROGRAM, { ...content, sha256: "0".repeat(64) })).toBeNull();
  await appendFile(placeOf(content.sha256), "!");
  expect(await readKept(PROGRAM, content)).toBeNull();
  await expect(textOf(await readKept(PROGRAM, { ...content, bytes: 4 }))).rejects.toThrow("not what was put");
});

/** An archive of empty parts. */
function zipOf(names: readonly string[]): Buffer {
  const local = Buffer.concat(
    names.map((name) => Buffer.concat([header(0x04034b50, 30, name, 26), Buffer.from(name)])),
  );
  const list = Buffer.concat(
    names.map((name) => Buffer.concat([header(0x02014b50, 46, name, 28), Buffer.from(name)])),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(list.byteLength, 12);
  end.writeUInt32LE(local.byteLength, 16);
  return Buffer.concat([local, list, end]);
}

function header(signature: number, length: number, name: string, lengthAt: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(Buffer.byteLength(name), lengthAt);
  return bytes;
}

/** The same with something between its list and its end. */
function stretched(zip: Buffer): Buffer {
  return Buffer.concat([zip.subarray(0, -22), Buffer.from("more"), zip.subarray(-22)]);
}
