import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { inProject } from "@/scripts/lib/paths.mjs";
import { waitUntil } from "@/scripts/lib/processes.mjs";
import { type SeatPlan, signingLine } from "./plan";
import { SaidBook } from "./said-book";

/** The process that signs by the product's own command. What was asked without an answer is asked again by the next process. */
export class SigningProcess extends SaidBook {
  readonly #work: string;
  readonly #seats: readonly SeatPlan[];
  readonly #env: () => NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #closed: Promise<unknown> = Promise.resolve();
  #complaints = "";

  constructor(folder: string, seats: readonly SeatPlan[], env: () => NodeJS.ProcessEnv) {
    super();
    this.#work = path.join(folder, "signing.json");
    this.#seats = seats;
    this.#env = env;
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
    writeFileSync(this.#work, JSON.stringify({ seats: this.#seats, open: this.open }));
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
    lines.on("line", (line) => this.note(signingLine.parse(JSON.parse(line))));
    const read = new Promise((resolve) => lines.once("close", resolve));
    const ended = new Promise((resolve) => child.once("close", resolve));
    this.#closed = Promise.all([read, ended]).then(() => {
      this.#child = null;
    });
  }
}

/** How Node runs the signing process: with a file of work, or without one to found what is signed. */
export function signOnArguments(...work: string[]): string[] {
  return ["--conditions=react-server", "--import", "tsx", inProject("scripts/cli/sign-on.ts"), ...work];
}
