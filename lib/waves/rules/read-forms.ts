import type { WaveKind } from "../model/states";

/** A text field of a form; empty when it is absent or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Every text of a name that comes several times, such as chosen rows. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

/** The facts of a wave's form; the command's schema reads what they mean. */
export function readWaveFacts(form: FormData) {
  return {
    number: textOf(form, "number"),
    name: textOf(form, "name"),
    kind: kindOf(textOf(form, "kind")),
    leadId: textOf(form, "leadId"),
    scope: textOf(form, "scope"),
    impact: textOf(form, "impact"),
    rollback: textOf(form, "rollback"),
    rollbackMinutes: textOf(form, "rollbackMinutes"),
  };
}

/** What a form says of a rollback; the command's schema reads what it means. */
export function readRollback(form: FormData) {
  return {
    attempt: textOf(form, "attempt"),
    extent: textOf(form, "extent"),
    what: textOf(form, "what"),
    remains: textOf(form, "remains"),
    lossMinutes: textOf(form, "lossMinutes"),
    loss: textOf(form, "loss"),
    usableLocal: textOf(form, "usableLocal"),
    zone: textOf(form, "zone"),
  };
}

/** The kind said; a word that is none is `production`, the kind with the most to lose. */
function kindOf(text: string): WaveKind {
  if (text === "foundation" || text === "non_production" || text === "rehearsal") return text;
  return "production";
}
