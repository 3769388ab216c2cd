"use client";
import { useEffect, useRef, useState } from "react";
import { fieldId } from "@/components/ui/field";
import { Shape } from "@/components/ui/status";

export type ErrorSummaryProps = {
  /** Said when no field is at fault, or before the list. */
  message?: string;
  /** Field name → the same sentence that stands at the field. */
  fields?: Record<string, string>;
  /** Signing in is the way on; in another tab, so that what was typed stays. */
  signedOut?: boolean;
  /** Off only where it stands from the beginning, as in a gallery. */
  takeFocus?: boolean;
};

/** What is wrong, on top of the form; takes the focus when it appears and links to the fields. */
export function ErrorSummary({ message, fields = {}, signedOut, takeFocus = true }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const [names, setNames] = useState(() => Object.keys(fields));
  const said = Object.keys(fields).join(" ");
  useEffect(() => {
    // the order is that of the controls on the page, which the answer of the server does not know
    setNames(inPageOrder(said === "" ? [] : said.split(" ")));
  }, [said]);
  useEffect(() => {
    // the system outside React is the keyboard focus
    if (takeFocus) box.current?.focus();
  }, [takeFocus]);
  const entries = names.flatMap((name) => {
    const sentence = fields[name];
    return sentence === undefined ? [] : [[name, sentence] as const];
  });
  return (
    <div className="fail errsum" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Shape kind="off" />
        <span>{titleOf(entries.length, message)}</span>
      </h2>
      {entries.length > 0 ? (
        <ul>
          {entries.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {signedOut ? (
        <p>
          <a href="/sign-in" target="_blank" rel="noopener">
            Sign in in another tab
          </a>
          , then come back and send this again: what you typed is still here.
        </p>
      ) : null}
    </div>
  );
}

/** As the fields stand on the page; those that are not on it come last. */
function inPageOrder(names: readonly string[]): string[] {
  const placed = names.map((name) => ({ name, control: document.getElementById(fieldId(name)) }));
  placed.sort(({ control: one }, { control: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return placed.map(({ name }) => name);
}

function titleOf(count: number, message: string | undefined): string {
  if (count === 0) return message ?? "That did not work";
  return count === 1 ? "There is 1 problem" : `There are ${count} problems`;
}
