import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { inProject } from "@/scripts/lib/paths.mjs";
import { waitUntil } from "@/scripts/lib/processes.mjs";
import type { Said } from "./check-kept";
import { type Attempt, KEPT_BEFORE, type SeatPlan, signingLine } from "./plan";

/**
 * The process that signs, and the book of what it said: asked, acknowledged, refused, and what nobody knows. What was asked
 * without an answer is asked again by the next process.
 */
export class SigningProcess {
  readonly #work: string;
  readonly #seats: readonly SeatPlan[];
  readonly #env: () => NodeJS.ProcessEnv;
  readonly #asked = new Map<string, Attempt>();
  readonly #acknowledged = new Map<string, string | null>();
  readonly #refused = new Set<string>();
  readonly #open = new Map<string, Attempt>();
  readonly #wrong: string[] = [];
  #child: ChildProcess | null = null;
  #closed: Promise<unknown> = Promise.resolve();
  #complaints = "";

  constructor(folder: string, seats: readonly SeatPlan[], env: () => NodeJS.ProcessEnv) {
    this.#work = path.join(folder, "signing.json");
    this.#seats = seats;
    this.#env = env;
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** Those that were kept unheard, and acknowledged when they were asked for again. */
  get heardLate(): number {
    return [...this.#acknowledged.values()].filter((reference) => reference === null).length;
  }

  get refused(): number {
    return this.#refused.size;
  }

  /** What was said up to now: nothing that is said later changes it. */
  said(): Said {
    return {
      acknowledged: new Map(this.#acknowledged),
      refused: new Set(this.#refused),
      wrong: [...this.#wrong],
      asked: new Set(this.#asked.keys()),
    };
  }

  /** What was asked and has no answer. */
  unknown(): string[] {
    return [...this.#open.keys()];
  }

  /** Starts it unless it runs, and waits until it has been given a further acknowledgement. */
  async signs(): Promise<void> {
    if (this.#child === null) this.#start();
    const before = this.acknowledged;
    const signs = await waitUntil(() => this.#child === null || this.acknowledged > before, 60_000, 5);
    if (!signs || this.#child === null) throw new Error(`Nothing is signed any more.\n${this.#complaints}`);
  }

  /** Ends it without a word of warning; resolves when all it had said has been read. */
  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#closed;
  }

  #start(): void {
    writeFileSync(this.#work, JSON.stringify({ seats: this.#seats, open: [...this.#open.values()] }));
    const child = spawn(process.execPath, signOnArguments(this.#work), {
      ...{ cwd: inProject(), env: this.#env() },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#complaints = "";
    child.stderr.on("data", (text) => {
      this.#complaints = `${this.#complaints}${text}`.slice(-2000);
    });
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => this.#note(line));
    const read = new Promise((resolve) => lines.once("close", resolve));
    const ended = new Promise((resolve) => child.once("close", resolve));
    this.#closed = Promise.all([read, ended]).then(() => {
      this.#child = null;
    });
  }

  #note(line: string): void {
    const said = signingLine.parse(JSON.parse(line));
    if (said.said === "asked") {
      this.#asked.set(said.attempt.token, said.attempt);
      this.#open.set(said.attempt.token, said.attempt);
      return;
    }
    this.#open.delete(said.token);
    const again = said.said === "refused" && said.why === KEPT_BEFORE;
    const honest = this.#asked.get(said.token)?.honest === true;
    if (honest !== (said.said === "kept" || again)) this.#wrong.push(`${said.token} was answered ${line}`);
    if (said.said === "kept") this.#acknowledged.set(said.token, said.reference);
    // asked for again after it had been kept unheard: the answer acknowledges it
    else if (again) this.#acknowledged.set(said.token, null);
    else this.#refused.add(said.token);
  }
}

/** How Node runs the signing process: with a file of work, or without one to found what is signed. */
export function signOnArguments(...work: string[]): string[] {
  return ["--conditions=react-server", "--import", "tsx", inProject("scripts/cli/sign-on.ts"), ...work];
}
