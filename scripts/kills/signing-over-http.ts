import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as rest } from "node:timers/promises";
import * as z from "zod";
import { inProject } from "@/scripts/lib/paths.mjs";
import { waitUntil } from "@/scripts/lib/processes.mjs";
import { type Attempt, KEPT_BEFORE, nextAttempt, type SeatPlan } from "./plan";
import { SaidBook } from "./said-book";
import { WebSigner } from "./web-signer";

/** A person who got no answer looks again after so long, in ms. */
const PAUSE = 100;

/**
 * The people of the seats at browsers, and the built product that serves them, started anew whenever it was killed. Whoever got no
 * answer opens the page again: what stands there in their name was kept; else they sign once more.
 */
export class SigningOverHttp extends SaidBook {
  readonly #seats: readonly SeatPlan[];
  readonly #password: string;
  readonly #env: () => NodeJS.ProcessEnv;
  #base = "";
  #child: ChildProcess | null = null;
  #closed: Promise<unknown> = Promise.resolve();
  #complaints = "";
  #over = false;

  constructor(seats: readonly SeatPlan[], password: string, env: () => NodeJS.ProcessEnv) {
    super();
    this.#seats = seats;
    this.#password = password;
    this.#env = env;
  }

  /** Starts the server unless it runs, and waits until somebody has been given a further acknowledgement. */
  async signs(): Promise<void> {
    if (this.#base === "") {
      this.#base = `http://127.0.0.1:${await freePort()}`;
      const action = actionId();
      for (const [seat, plan] of this.#seats.entries())
        void this.#signOn(seat, new WebSigner(this.#base, action, plan, this.#password));
    }
    if (this.#child === null) this.#start();
    const before = this.acknowledged;
    const signs = await waitUntil(() => this.#child === null || this.acknowledged > before, 120_000, 5);
    if (!signs || this.#child === null) throw new Error(`Nothing is signed any more.\n${this.#complaints}`);
  }

  /** Ends the server without a word of warning. */
  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#closed;
  }

  /** Ends it, and the people stop asking. */
  async stop(): Promise<void> {
    this.#over = true;
    await this.kill();
  }

  #start(): void {
    const child = spawn(process.execPath, [inProject("scripts/kills/serve.mjs"), new URL(this.#base).port], {
      cwd: inProject(),
      env: { ...this.#env(), NODE_ENV: "production", NEXTAUTH_URL: this.#base },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#child = child;
    this.#complaints = "";
    child.stderr.on("data", (text) => {
      this.#complaints = `${this.#complaints}${text}`.slice(-2000);
    });
    this.#closed = new Promise<void>((resolve) => child.once("close", () => resolve())).then(() => {
      this.#child = null;
    });
  }

  async #signOn(seat: number, signer: WebSigner): Promise<void> {
    let last: string | null = null;
    let attempt: Attempt = nextAttempt(seat, last, 1);
    let asked = false;
    for (let turn = 2; !this.#over; ) {
      try {
        const shown = await signer.shown();
        const kept = asked && shown.has(attempt.token);
        if (!kept) this.note({ said: "asked", attempt });
        asked = true;
        const answer = kept
          ? ({ said: "refused", token: attempt.token, why: KEPT_BEFORE } as const)
          : await signer.sign(attempt, shown);
        if (answer === null) throw new Error("nobody knows what became of it");
        this.note(answer);
        if (kept || answer.said === "kept") last = attempt.decision;
        attempt = nextAttempt(seat, last, turn);
        asked = false;
        turn += 1;
      } catch {
        // no server, no database, or no answer: it is looked at again, as a person would
        await rest(PAUSE);
      }
    }
  }
}

const ACTIONS = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string().optional() })) });

/** The id by which the build knows the action behind the form of a gate. */
function actionId(): string {
  const { node } = ACTIONS.parse(
    JSON.parse(readFileSync(inProject(".next/server/server-reference-manifest.json"), "utf8")),
  );
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === "signGateAction");
  if (found === undefined) throw new Error("The build has no action that signs a gate.");
  return found[0];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}
