import { type Attempt, conditionsOf, OTHER_DIGEST, type SeatPlan, type SigningLine } from "./plan";

/** How long somebody waits for an answer before they take it for lost, in ms. */
const PATIENCE = 60_000;
const STALE = "What you were about to sign has changed";
const SIGNED = "You have signed this already";

type Shown = { digest: string; proves: boolean; has: (token: string) => boolean };

/** One person at a browser: signs in with their password, opens the page of the gate, and sends what its form sends. */
export class WebSigner {
  readonly #base: string;
  readonly #action: string;
  readonly #plan: SeatPlan;
  readonly #password: string;
  #session = "";

  /** @param action id of the server action behind the form */
  constructor(base: string, action: string, plan: SeatPlan, password: string) {
    this.#base = base;
    this.#action = action;
    this.#plan = plan;
    this.#password = password;
  }

  /** The page of the gate; signs in before, the first time. @throws while there is no server or no database */
  async shown(): Promise<Shown> {
    if (this.#session === "") await this.#signIn();
    const answer = await this.#send(this.#page, { method: "GET" });
    const text = await answer.text();
    const digest = /digest\\?":\\?"([0-9a-f]{64})/.exec(text)?.[1];
    if (answer.status !== 200 || digest === undefined)
      throw new Error(`the page of the gate: ${answer.status}`);
    return {
      digest,
      proves: /freshUntil\\?":null/.test(text),
      has: (token) => text.includes(token),
    };
  }

  /** The answer; null when there was none, or one that says nothing of the sign-off. */
  async sign(attempt: Attempt, { digest, proves }: Shown): Promise<SigningLine | null> {
    const { token } = attempt;
    const answer = await this.#send(this.#page, {
      method: "POST",
      headers: { "next-action": this.#action, accept: "text/x-component" },
      body: this.#form(attempt, digest, proves ? this.#password : ""),
    });
    const reference = /\/sign-offs\/([^?;]+)\?signed=1/.exec(
      answer.headers.get("x-action-redirect") ?? "",
    )?.[1];
    if (reference !== undefined) return { said: "kept", token, reference };
    const why = /"status":"error","message":"([^"]+)/.exec(await answer.text())?.[1] ?? "";
    if (why.startsWith(STALE) || why.startsWith(SIGNED)) return { said: "refused", token, why };
    return null;
  }

  get #page(): string {
    return `${this.#base}/p/${this.#plan.actor.programSlug}/waves/${this.#plan.waveNumber}/gate`;
  }

  /** What a browser sends for the form: the place it is bound to, the state before, the fields. */
  #form(attempt: Attempt, digest: string, password: string): FormData {
    const { gateId, ownerId, waveNumber: number, actor } = this.#plan;
    const fields = {
      ...{ gateId, password, decision: attempt.decision, comment: attempt.token },
      digest: attempt.honest ? digest : OTHER_DIGEST,
      conditions: JSON.stringify(conditionsOf(attempt, ownerId)),
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(`_1_${name}`, value);
    form.set("0", JSON.stringify([{ slug: actor.programSlug, number }, { status: "idle" }, "$K1"]));
    return form;
  }

  async #signIn(): Promise<void> {
    const asked = await this.#send(`${this.#base}/api/auth/csrf`, { method: "GET" });
    const body: unknown = await asked.json();
    const csrfToken =
      typeof body === "object" && body !== null && "csrfToken" in body ? String(body.csrfToken) : "";
    const answer = await this.#send(
      `${this.#base}/api/auth/callback/credentials`,
      {
        method: "POST",
        body: new URLSearchParams({
          csrfToken,
          email: this.#plan.actor.email,
          password: this.#password,
          json: "true",
        }),
      },
      cookiesOf(asked),
    );
    const session = cookiesOf(answer).find((one) => one.includes("session-token="));
    if (session === undefined) throw new Error(`nobody could sign in: ${answer.status}`);
    this.#session = session;
  }

  #send(url: string, request: RequestInit, cookies: readonly string[] = [this.#session]): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set("cookie", cookies.join("; "));
    headers.set("origin", this.#base);
    headers.set("sec-fetch-site", "same-origin");
    return fetch(url, { ...request, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  }
}

function cookiesOf(answer: Response): string[] {
  return answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
}
