import { AppError } from "@/lib/kernel/errors";

const MAX_TAG = 256 * 1024;
const MAX_ENTITY = 12;
const MAX_DEPTH = 100;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const GREATER = 0x3e;

type Step = { next: number; done: boolean };

/** What a reader of XML is told. Names come without their prefix; text only while it is wanted, in pieces. */
export type XmlListener = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  wantsText(): boolean;
  text(text: string): void;
};

/**
 * Reads XML as it arrives, in memory that does not grow with it. Document type declarations are refused, and with them
 * every entity but the five of XML.
 * @param part the name of the part, for messages
 */
export function makeXmlReader(part: string, listener: XmlListener) {
  let rest = "";
  const inside: string[] = [];
  let begun = false;
  let mode: "markup" | "skip" | "cdata" = "markup";
  let until = "";

  function write(piece: string): void {
    if (piece.includes("\u0000")) throw broken("it holds bytes that no text has");
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const { next, done } = mode === "markup" ? markup(text, at) : through(text, at);
      at = next;
      if (!done) break;
    }
    rest = text.slice(at);
    if (rest.length > MAX_TAG) throw broken("a tag of it is too long");
  }

  /** Takes text and the markup after it; not done when more must arrive first. */
  function markup(text: string, from: number): Step {
    const at = text.indexOf("<", from);
    if (at < 0) {
      const cut = beforeEntity(text, from);
      if (cut > from) emit(text.slice(from, cut));
      return { next: cut, done: false };
    }
    if (at > from) emit(text.slice(from, at));
    const sign = text.charAt(at + 1);
    if (sign === "!") return declaration(text, at);
    if (sign === "?") return begin("skip", "?>", at + 2);
    const end = sign === "" ? -1 : endOfTag(text, at + 1);
    if (end < 0) return { next: at, done: false };
    tag(text.slice(at + 1, end), sign);
    return { next: end + 1, done: true };
  }

  function declaration(text: string, at: number): Step {
    if (text.startsWith("<!--", at)) return begin("skip", "-->", at + 4);
    if (text.startsWith("<![CDATA[", at)) return begin("cdata", "]]>", at + 9);
    const start = text.slice(at, at + 9);
    if ("<!--".startsWith(start) || "<![CDATA[".startsWith(start)) return { next: at, done: false };
    throw broken("it declares a document type, which workbooks do not have");
  }

  function begin(kind: "skip" | "cdata", sign: string, at: number): Step {
    mode = kind;
    until = sign;
    return { next: at, done: true };
  }

  function through(text: string, from: number): Step {
    const end = text.indexOf(until, from);
    const to = end < 0 ? Math.max(from, text.length - 2) : end;
    if (mode === "cdata" && to > from && listener.wantsText()) listener.text(text.slice(from, to));
    if (end < 0) return { next: to, done: false };
    mode = "markup";
    return { next: end + until.length, done: true };
  }

  function tag(whole: string, sign: string): void {
    if (sign === "/") {
      const name = localName(whole.slice(1).trimEnd());
      if (inside.pop() !== name) throw broken("its tags do not match");
      listener.close(name);
      return;
    }
    begun = true;
    const alone = whole.endsWith("/");
    const content = alone ? whole.slice(0, -1) : whole;
    const blank = content.search(/\s/u);
    const name = localName(blank < 0 ? content : content.slice(0, blank));
    listener.open(name, blank < 0 ? "" : content.slice(blank));
    if (alone) listener.close(name);
    else if (inside.push(name) > MAX_DEPTH) throw broken("its tags are nested too deep");
  }

  function emit(text: string): void {
    if (listener.wantsText()) listener.text(decoded(text));
  }

  function decoded(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&([^;&]{0,10});/gu, (_, name: string) => entity(name));
  }

  function entity(name: string): string {
    const sign = NAMED[name] ?? numbered(name);
    if (sign === null) throw broken(`it uses the unknown sign &${name};`);
    return sign;
  }

  function end(): void {
    if (rest.trim() !== "" || inside.length > 0 || mode !== "markup" || !begun) throw broken("it is cut off");
  }

  function broken(what: string): AppError {
    return new AppError(
      "INVALID",
      `The workbook is damaged: its part ${part} cannot be read, ${what}. Open it in a spreadsheet and save it as XLSX.`,
    );
  }

  return { write, end };
}

/** The value of an attribute; null when the tag has none of that name. A prefix before the name does not count. */
export function attribute(attributes: string, name: string): string | null {
  const { first, anywhere } = searchFor(name);
  const value = attributes.startsWith(first)
    ? attributes.slice(first.length, attributes.indexOf('"', first.length))
    : searched(anywhere, attributes);
  if (value === null || !value.includes("&")) return value;
  return value.replace(
    /&([^;&]{0,10});/gu,
    (all, entity: string) => NAMED[entity] ?? numbered(entity) ?? all,
  );
}

function searched(pattern: RegExp, attributes: string): string | null {
  const found = pattern.exec(attributes);
  return found?.[1] ?? found?.[2] ?? null;
}

const NAMED: Readonly<Record<string, string | undefined>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

type Search = { first: string; anywhere: RegExp };

const searches = new Map<string, Search>();

/** How an attribute is found: most often it stands first. */
function searchFor(name: string): Search {
  const known = searches.get(name);
  if (known !== undefined) return known;
  const anywhere = new RegExp(`\\s(?:[A-Za-z0-9]{1,20}:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u");
  const made = { first: ` ${name}="`, anywhere };
  searches.set(name, made);
  return made;
}

function numbered(name: string): string | null {
  const found = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/u.exec(name);
  if (found === null) return null;
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isSign ? String.fromCodePoint(code) : null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Where the tag that begins at `from` ends; -1 when it does not end in this text. Values may hold `>`. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE || code === SINGLE) quote = code;
    else if (code === GREATER) return at;
  }
  return -1;
}

/** The end of the text, or the place of an entity that has begun and may go on in the next piece. */
function beforeEntity(text: string, from: number): number {
  const open = text.lastIndexOf("&");
  return open >= from && text.length - open < MAX_ENTITY && !text.includes(";", open) ? open : text.length;
}
