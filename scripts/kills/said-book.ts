import type { Said } from "./check-kept";
import { type Attempt, KEPT_BEFORE, type SigningLine } from "./plan";

/** What is common to whoever signs until it is killed: the book of what was asked, acknowledged and refused. */
export class SaidBook {
  readonly #asked = new Map<string, Attempt>();
  readonly #acknowledged = new Map<string, string | null>();
  readonly #refused = new Set<string>();
  readonly #open = new Map<string, Attempt>();
  readonly #wrong: string[] = [];

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

  protected get open(): readonly Attempt[] {
    return [...this.#open.values()];
  }

  /** Writes down what is asked for, before it is, and the answer as soon as it is there. */
  protected note(said: SigningLine): void {
    if (said.said === "asked") {
      this.#asked.set(said.attempt.token, said.attempt);
      this.#open.set(said.attempt.token, said.attempt);
      return;
    }
    this.#open.delete(said.token);
    const again = said.said === "refused" && said.why === KEPT_BEFORE;
    const honest = this.#asked.get(said.token)?.honest === true;
    if (honest !== (said.said === "kept" || again))
      this.#wrong.push(`${said.token} was answered ${JSON.stringify(said)}`);
    if (said.said === "kept") this.#acknowledged.set(said.token, said.reference);
    // asked for again after it had been kept unheard: the answer acknowledges it
    else if (again) this.#acknowledged.set(said.token, null);
    else this.#refused.add(said.token);
  }
}
