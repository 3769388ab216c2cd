import { mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLineWriter } from "./line-writer";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lines-"));
  file = path.join(folder, "deep", "lines");
});

afterEach(() => rm(folder, { recursive: true }));

it("makes the folder and a file for its owner alone", async () => {
  await openLineWriter(file)("one\n");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).toBe("one\n");
});

it("resolves only when the line is in the file, however many are written at once", async () => {
  const write = openLineWriter(file);
  const seen = Array.from({ length: 300 }, async (_, n) => {
    await write(`line ${n}\n`);
    return (await readFile(file, "utf8")).includes(`line ${n}\n`);
  });
  expect(await Promise.all(seen)).not.toContain(false);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(lines).toEqual(Array.from({ length: 300 }, (_, n) => `line ${n}`));
});

it("goes on in a new file when the old one was moved away or deleted", async () => {
  const write = openLineWriter(file);
  await write("old\n");
  await rename(file, `${file}.1`);
  await write("new\n");
  expect(await readFile(file, "utf8")).toBe("new\n");
  await rm(file);
  await write("newest\n");
  expect(await readFile(file, "utf8")).toBe("newest\n");
  expect(await readFile(`${file}.1`, "utf8")).toBe("old\n");
});

it("fails for what could not be written, and works again once it can", async () => {
  const write = openLineWriter(path.join(folder, "lines"));
  await write("one\n");
  await rm(folder, { recursive: true });
  await writeFile(folder, "in the way");
  await expect(write("lost\n")).rejects.toThrow();
  await rm(folder);
  await write("back\n");
  expect(await readFile(path.join(folder, "lines"), "utf8")).toBe("back\n");
});
