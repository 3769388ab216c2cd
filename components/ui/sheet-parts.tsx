import type { ReactNode } from "react";
import { Shape, type Tone } from "@/components/ui/status";
import { Heads } from "@/components/ui/table";

export type DecisionProps = {
  due: ReactNode;
  title: ReactNode;
  /** What waiting costs. */
  children: ReactNode;
  action: ReactNode;
};

/** Something to decide; stands inside `Split`. */
export function Decision({ due, title, children, action }: DecisionProps) {
  return (
    <article className="dec">
      <p className="due">
        <span>{due}</span>
      </p>
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </article>
  );
}

/** Columns parted by hairlines. */
export function Split({ children }: { children: ReactNode }) {
  return <div className="split">{children}</div>;
}

export type CriterionProps = {
  tone: Tone;
  title: ReactNode;
  detail?: ReactNode;
  who?: ReactNode;
  /** Second line below the name. */
  whoRole?: ReactNode;
  age?: ReactNode;
  /** Said before the age on a phone: "failing". */
  ageLabel?: string;
  action?: ReactNode;
};

/** One criterion with what is missing, who owns it, how long, and the one act that fixes it. */
export function Criterion({ tone, title, detail, who, whoRole, age, ageLabel, action }: CriterionProps) {
  return (
    <article className="crit">
      <Shape kind={tone} />
      <div>
        <h3>{title}</h3>
        {detail ? <p>{detail}</p> : null}
      </div>
      <div className="who">
        {who}
        {whoRole ? (
          <>
            <br />
            <span className="mute">{whoRole}</span>
          </>
        ) : null}
      </div>
      <div className="age" data-l={ageLabel}>
        {age}
      </div>
      <div className="act">{action}</div>
    </article>
  );
}

/** Heads above a list of `Criterion`. */
export function CriterionHead({ heads }: { heads: readonly [string, string, string] }) {
  return (
    <div className="crit head" aria-hidden="true">
      <span />
      <span>{heads[0]}</span>
      <span>{heads[1]}</span>
      <span>{heads[2]}</span>
      <span />
    </div>
  );
}

export type MetItem = { id: string; tone?: Tone; title: ReactNode; detail?: ReactNode; when?: ReactNode };

/** What needs no further words: one line each. */
export function MetList({ items }: { items: readonly MetItem[] }) {
  return (
    <ul className="met">
      {items.map((item) => (
        <li key={item.id}>
          <Shape kind={item.tone ?? "ok"} />
          <div>{item.title}</div>
          <span>{item.detail}</span>
          <span className="mute r">{item.when}</span>
        </li>
      ))}
    </ul>
  );
}

/** Rows parted by hairlines; children are `<li>`. */
export function Rows({
  children,
  dense,
  className,
}: {
  children: ReactNode;
  dense?: boolean;
  className?: string;
}) {
  return <ul className={["rows", dense && "dense", className].filter(Boolean).join(" ")}>{children}</ul>;
}

/** Stands right after `Rows`: on a phone a long list shows its first twelve, as a table does, until all are asked for. */
export function MoreRows() {
  return (
    <label className="more-rows">
      <input type="checkbox" className="cb" />
      Show all of them
    </label>
  );
}

export type AgendaItem = { id: string; when: ReactNode; title: ReactNode; detail?: ReactNode };

/** What comes, by day. `when` is a `Moment`. */
export function Agenda({ items }: { items: readonly AgendaItem[] }) {
  return (
    <ul className="rows agenda">
      {items.map((item) => (
        <li key={item.id}>
          {item.when}
          <b>{item.title}</b>
          {item.detail ? <p>{item.detail}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** The sentences somebody agrees to, numbered; each is a string or marked-up sentence. */
export function AgreeList({ sentences }: { sentences: readonly ReactNode[] }) {
  return (
    <ol className="agree">
      {sentences.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences keep their order
        <li key={at}>
          <span>{sentence}</span>
        </li>
      ))}
    </ol>
  );
}

export type DiffRow = { label: string; before: ReactNode | null; after: ReactNode | null; note?: ReactNode };

/** Then and now, one line a fact. */
export function DiffTable({
  rows,
  heads = ["What", "Then", "Now"],
}: {
  rows: readonly DiffRow[];
  heads?: readonly [string, string, string];
}) {
  return (
    <table className="tbl diff stack">
      <Heads of={heads} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="soft">{row.before === null ? "nothing" : <del>{row.before}</del>}</td>
            <td>
              {row.after === null ? "nothing" : <ins>{row.after}</ins>}
              {row.note ? <>, {row.note}</> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
