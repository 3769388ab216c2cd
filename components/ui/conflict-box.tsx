"use client";
import { type MouseEvent, useEffect, useRef } from "react";
import { Shape } from "@/components/ui/status";
import { Heads } from "@/components/ui/table";
import type { ActionConflict } from "@/lib/kernel/action-state";

export type ConflictBoxProps = {
  message: string;
  conflict: ActionConflict;
  /** Off only where it stands from the beginning, as in a gallery. */
  takeFocus?: boolean;
};

/** Somebody else changed it meanwhile: what, and the two ways on. Stands inside the form it refused. */
export function ConflictBox({ message, conflict, takeFocus = true }: ConflictBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the system outside React is the keyboard focus
    if (takeFocus) box.current?.focus();
  }, [takeFocus]);
  const other = conflict.by ? `${conflict.by}’s` : "Theirs";
  const theirs = conflict.version !== undefined;
  const heads = theirs
    ? ["Field", "Yours", conflict.at ? `${other}, ${conflict.at}` : other]
    : ["What changed", "You saw", "Now"];
  return (
    <div className="conflict" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Shape kind="risk" />
        <span>{theirs ? "Somebody else changed this" : "This is not what you were shown any more"}</span>
      </h2>
      <p>{message}</p>
      <table className="tbl roomy stack cards" hidden={conflict.rows.length === 0}>
        <Heads of={heads} />
        <tbody>
          {conflict.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td data-l={`${theirs ? "Yours" : heads[1]}:`}>{row.yours}</td>
              <td data-l={`${theirs ? other : heads[2]}:`}>{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts-row">
        {conflict.version === undefined ? null : (
          <button className="btn" type="submit" name="version" value={conflict.version}>
            Keep mine
          </button>
        )}
        <a className="btn" href="?" onClick={reload}>
          {theirs ? `Take ${conflict.by ? `${conflict.by}’s` : "theirs"}` : "Look again"}
        </a>
      </div>
    </div>
  );
}

/** With script the page is read anew with its filters; without it the link does it. */
function reload(event: MouseEvent) {
  event.preventDefault();
  window.location.reload();
}
