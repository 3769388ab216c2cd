import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { environment } from "@/lib/kernel/environment";
import { PaperFailure } from "../model";
import { runChromium } from "./run-chromium";

const DEADLINE_MS = 60_000;
const MOST_WAITING = 3;
const KEPT_MS = 30 * 86_400_000;
/** What is that old is nobody's any more: printing ends after the deadline. */
const LEFT_MS = 3_600_000;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Whether a Chromium is named; whether it runs shows when it is asked. */
export function makesPaper(): boolean {
  return environment().WAVEGATE_CHROMIUM !== "";
}

/**
 * A page as a tagged PDF. The same page is printed once and kept under its digest in the data folder (`paper`, 30 days);
 * one is printed at a time, three wait, others are told to come back.
 * @throws PaperFailure with what went wrong
 */
export async function paperOf(html: string, deadlineMs = DEADLINE_MS): Promise<Buffer> {
  const chromium = environment().WAVEGATE_CHROMIUM;
  if (chromium === "") throw new PaperFailure("off");
  const name = `${createHash("sha256").update(html, "utf8").digest("hex")}.pdf`;
  const place = path.join(paperFolder(), name);
  return (await kept(place)) ?? inTurn(async () => (await kept(place)) ?? make(html, place, deadlineMs));
}

/** Where printed pages lie. */
export function paperFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ environment().WAVEGATE_DATA_DIR, "paper");
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting > MOST_WAITING) throw new PaperFailure("busy");
  waiting += 1;
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

async function make(html: string, place: string, deadlineMs: number): Promise<Buffer> {
  const chromium = environment().WAVEGATE_CHROMIUM;
  await access(chromium, constants.X_OK).catch(() => {
    throw new PaperFailure("not-started", "no file that may be run lies there");
  });
  await mkdir(paperFolder(), { recursive: true, mode: 0o700 });
  await sweep(paperFolder(), /^/, KEPT_MS);
  await sweep(tmpdir(), /^wavegate-print-/, LEFT_MS);
  // Chromium puts a socket there, whose path may have about a hundred characters: the data folder can be too deep
  const folder = await mkdtemp(path.join(tmpdir(), "wavegate-print-"));
  try {
    const pdf = await runChromium(html, { chromium, folder, deadlineMs });
    await keep(pdf, place);
    return pdf;
  } catch (error) {
    if (error instanceof PaperFailure) note(error);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function kept(place: string): Promise<Buffer | null> {
  return readFile(place).catch(() => null);
}

/** Whole or not at all. */
async function keep(pdf: Buffer, place: string): Promise<void> {
  const draft = `${place}.${randomUUID()}`;
  await writeFile(draft, pdf, { mode: 0o600 });
  await rename(draft, place);
}

/** Takes away what is old, as what a killed server left behind; what is not ours to take stays. */
async function sweep(folder: string, names: RegExp, olderThanMs: number): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => names.test(one))) {
    const place = path.join(folder, name);
    const changed = await stat(place).catch(() => null);
    if (changed === null || changed.mtimeMs > Date.now() - olderThanMs) continue;
    await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
}

function note({ why, complaint }: PaperFailure): void {
  const line = { level: "error", event: "paper.failed", at: new Date().toISOString(), why, complaint };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
