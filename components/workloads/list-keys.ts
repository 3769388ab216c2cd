import type { PageKeys, Shortcut } from "@/components/ui/page-keys";

/** What a key asks of the list. */
export type ListCommand =
  | "search"
  | "help"
  | "next"
  | "previous"
  | "extend_next"
  | "extend_previous"
  | "mark"
  | "first"
  | "last"
  | "next_page"
  | "previous_page";

type Key = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Where the focus is: typing into a field, on a row of the table, or anywhere else. */
export type Place = "field" | "row" | "elsewhere";

const SINGLE = new Map<string, ListCommand>([
  ["/", "search"],
  ["?", "help"],
  ["j", "next"],
  ["k", "previous"],
  ["x", "mark"],
]);
const IN_ROWS = new Map<string, ListCommand>([
  ["ArrowDown", "next"],
  ["ArrowUp", "previous"],
  ["Home", "first"],
  ["End", "last"],
  ["PageDown", "next_page"],
  ["PageUp", "previous_page"],
]);

/** The command of a key press, null for none. `single` false leaves the keys that are a mere character alone. */
export function commandOf(press: Key, place: Place, single: boolean): ListCommand | null {
  if (place === "field" || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (place === "row" && press.shiftKey && press.key === "ArrowDown") return "extend_next";
  if (place === "row" && press.shiftKey && press.key === "ArrowUp") return "extend_previous";
  const inRows = place === "row" && !press.shiftKey ? IN_ROWS.get(press.key) : undefined;
  if (inRows !== undefined) return inRows;
  if (!single || (press.key === "x" && place !== "row")) return null;
  return SINGLE.get(press.key) ?? null;
}

/** The shortcuts as the help names them; `single` marks those that can be switched off. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["/"], does: "Go to the search", single: true },
  { keys: ["j", "k"], does: "Next and previous row", single: true },
  { keys: ["↓", "↑"], does: "Next and previous row, when a row has the focus" },
  { keys: ["Enter"], does: "Open the workload" },
  { keys: ["x"], does: "Mark the row, or take the mark off", single: true },
  { keys: ["Shift ↓", "Shift ↑"], does: "Mark this row and the next, or the one before" },
  { keys: ["Page ↓", "Page ↑"], does: "Next and previous page" },
  { keys: ["Home", "End"], does: "First and last row of the list" },
  { keys: ["?"], does: "Show these keys", single: true },
];

const TITLE = "Keys of this list";
const ALL_KEYS: PageKeys = { title: TITLE, shortcuts: SHORTCUTS };
const READING_KEYS: PageKeys = {
  title: TITLE,
  shortcuts: SHORTCUTS.filter(({ does }) => !does.startsWith("Mark")),
};

/** The keys of the list as the help tells them; nobody is told of marks who cannot make them. */
export function keysOfList(mayMark: boolean): PageKeys {
  return mayMark ? ALL_KEYS : READING_KEYS;
}
