import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PaperFailure } from "../model";

const LONGEST_COMPLAINT = 2000;

/** Nothing is loaded, reported or kept: the page brings all it needs, and no name of a host is looked up. */
const QUIET = [
  "--headless",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-breakpad",
  "--no-first-run",
  "--no-pdf-header-footer",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

type Printing = { chromium: string; folder: string; deadlineMs: number };

/**
 * Has Chromium print a page, tagged, in an empty folder of its own, which the caller takes away. What stands in the page is
 * in a file and never in the command line; the environment of the server is not handed on. At the deadline the process and
 * all it started are killed.
 * @throws PaperFailure
 */
export async function runChromium(html: string, { chromium, folder, deadlineMs }: Printing): Promise<Buffer> {
  const page = path.join(folder, "page.html");
  const made = path.join(folder, "page.pdf");
  await writeFile(page, html, { mode: 0o600 });
  const args = [
    ...QUIET,
    // as root Chromium refuses to begin with its sandbox; the page holds no script
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--user-data-dir=${path.join(folder, "profile")}`,
    `--print-to-pdf=${made}`,
    pathToFileURL(page).href,
  ];
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: "C.UTF-8" } as const;
  const child = spawn(/* turbopackIgnore: true */ chromium, args, {
    cwd: folder,
    detached: true,
    env: { ...env, NODE_ENV: process.env.NODE_ENV },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaint = await ended(child, deadlineMs);
  const pdf = await readFile(made).catch(() => null);
  if (pdf === null || !pdf.subarray(0, 5).equals(Buffer.from("%PDF-")))
    throw new PaperFailure("failed", complaint);
  if (!pdf.includes("/StructTreeRoot")) throw new PaperFailure("untagged", complaint);
  return pdf;
}

/** @returns the end of what it wrote to standard error */
function ended(child: ChildProcess, deadlineMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let complaint = "";
    child.stderr?.on("data", (part: Buffer) => {
      complaint = `${complaint}${part.toString("utf8")}`.slice(-LONGEST_COMPLAINT);
    });
    const deadline = setTimeout(() => {
      killAll(child);
      reject(new PaperFailure("late", complaint));
    }, deadlineMs);
    child.once("error", (error) => {
      clearTimeout(deadline);
      reject(new PaperFailure("not-started", error.message));
    });
    child.once("exit", (code) => {
      clearTimeout(deadline);
      killAll(child);
      if (code === 0) resolve(complaint);
      else reject(new PaperFailure("failed", complaint));
    });
  });
}

/** The process leads a group of its own: helpers that outlived it go with it. */
function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // nobody of the group is left
  }
}
