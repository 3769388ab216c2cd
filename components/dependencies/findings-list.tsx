import { Link } from "@/components/ui/link";
import { Shape, type Tone } from "@/components/ui/status";
import type { ListTable } from "@/lib/dependencies/model";
import { comforts, FINDINGS, type FindingKey, noneWords } from "@/lib/dependencies/rules/finding-labels";
import { counted, formatCount, listed } from "@/lib/kernel/text";
import styles from "./dependencies.module.css";

type Props = {
  counts: Readonly<Partial<Record<FindingKey, number>>>;
  heads: Readonly<Partial<Record<FindingKey, ListTable>>>;
  /** How many links lie between workloads: without any, that nothing was found says nothing. */
  links: number;
  lacking: { business: number; technical: number };
  hrefFor: (key: FindingKey) => string;
};

const TONES: Record<FindingKey, Tone> = {
  circles: "off",
  "single-points": "risk",
  chain: "risk",
  unowned: "off",
  "one-owner": "risk",
  undocumented: "risk",
  outside: "risk",
  alone: "unk",
};

/** Every finding with what was found, and the way to its list. */
export function FindingsList({ counts, heads, links, lacking, hrefFor }: Props) {
  const keys = Object.keys(FINDINGS) as FindingKey[];
  return (
    <ul className={styles.findings}>
      {keys.map((key) => {
        const count = counts[key];
        return count === undefined ? null : (
          <li key={key}>
            <Shape kind={count > 0 ? TONES[key] : comforts(key, links) ? "ok" : "unk"} />
            <div>
              <h3>
                {count === 0 ? FINDINGS[key].title : <Link href={hrefFor(key)}>{FINDINGS[key].title}</Link>}
              </h3>
              <p>{count > 0 ? exampleOf(key, count, heads[key], lacking) : noneWords(key, links)}</p>
            </div>
            <b>{formatCount(count)}</b>
            {count === 0 ? (
              <span />
            ) : (
              <Link className="go" href={hrefFor(key)} aria-label={`${FINDINGS[key].title}: the list`}>
                See the list
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function exampleOf(
  key: FindingKey,
  count: number,
  head: ListTable | undefined,
  lacking: Props["lacking"],
): string {
  const rows = head?.rows ?? [];
  const text = (row: number, cell: number) => rows[row]?.cells[cell]?.text ?? "";
  switch (key) {
    case "circles":
      return count === 1 ? `${text(0, 0)} need each other.` : `The first: ${text(0, 0)} need each other.`;
    case "single-points":
      return `The heaviest: ${text(0, 0)}. Its loss stops ${counted(Number(text(0, 2).replaceAll(",", "")), "other")}, ${text(0, 4)} points.`;
    case "chain":
      return `${counted(count, "step")} from ${text(0, 1)} to ${text(count - 1, 1) || text(rows.length - 1, 1)}; each waits for the next.`;
    case "unowned":
      return `Others depend on ${names(rows.length, text, count)}, and nobody answers for ${count === 1 ? "it" : "them"}.`;
    case "one-owner":
      return lackingWords(lacking);
    case "undocumented":
      return `A scan or an import found ${counted(count, "link")} that nobody has confirmed.`;
    case "outside":
      return `They lead to ${listed([...new Set(rows.map((_, at) => text(at, 2)))])}${count > rows.length ? " and others" : ""}.`;
    case "alone":
      return `${names(rows.length, text, count)}. That is rarely true; more often nobody has looked.`;
  }
}

function names(shown: number, text: (row: number, cell: number) => string, count: number): string {
  const known = Array.from({ length: shown }, (_, at) => text(at, 0));
  return count > shown ? `${known.join(", ")} and ${count - shown} more` : listed(known);
}

function lackingWords({ business, technical }: Props["lacking"]): string {
  const has = (count: number) => `${counted(count, "workload")} ${count === 1 ? "has" : "have"}`;
  if (business === 0) return `${has(technical)} a business owner and no technical one.`;
  if (technical === 0) return `${has(business)} a technical owner and no business one.`;
  return `${has(business)} no business owner, ${formatCount(technical)} no technical one.`;
}
