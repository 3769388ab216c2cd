export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonRecord = { readonly [key: string]: Json };

/**
 * The one text of a value: keys in code-unit order, no blanks, numbers and strings as JSON writes them
 * (RFC 8785 for the values that occur here: no exponents beyond those of JavaScript).
 * @throws TypeError for a number that JSON cannot hold and for text with a lone surrogate.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("JSON holds no such number");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    text += `${text === "" ? "{" : ","}${quoted(key)}:${canonicalJson(value[key] ?? null)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("text with a lone surrogate");
  return JSON.stringify(text);
}

function isList(value: readonly Json[] | JsonRecord): value is readonly Json[] {
  return Array.isArray(value);
}
