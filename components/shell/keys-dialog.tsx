"use client";
import { useId } from "react";
import { letSingleKeysWork, type Shortcut, showKeys, useKeys } from "@/components/ui/page-keys";
import styles from "./keys-dialog.module.css";

const EVERYWHERE: readonly Shortcut[] = [
  { keys: ["Ctrl K", "⌘ K"], does: "Search or go to" },
  { keys: ["Tab", "Shift Tab"], does: "Next and previous control; the first leads past the navigation" },
  { keys: ["Esc"], does: "Close what is open; the focus goes back" },
  { keys: ["?"], does: "Show these keys", single: true },
];

/** The keys of the page and those that work everywhere, and the switch for those that are a single character. */
export function KeysDialog() {
  const { single, page } = useKeys();
  const title = useId();
  const own = page?.shortcuts ?? [];
  const everywhere = EVERYWHERE.filter(({ does }) => !own.some((one) => one.does === does));
  return (
    <dialog
      className={`dialog ${styles.keys}`}
      ref={showModally}
      onClose={() => showKeys(false)}
      aria-labelledby={title}
    >
      <form className="dialog-h" method="dialog">
        <h2 id={title}>{page?.title ?? "Keys"}</h2>
        <button className="iconbtn" type="submit" aria-label="Close">
          <svg aria-hidden="true">
            <use href="#wg-close" />
          </svg>
        </button>
      </form>
      <dl className={styles.shortcuts}>
        {[...own, ...everywhere].map((shortcut) => (
          <Line key={shortcut.does} shortcut={shortcut} off={shortcut.single === true && !single} />
        ))}
      </dl>
      <label className="check">
        <input
          className="cb"
          type="checkbox"
          checked={single}
          onChange={(event) => letSingleKeysWork(event.currentTarget.checked)}
        />
        <span>
          Keys that are a single character work
          <span className={styles.kept}>Kept in this browser. Off, the other keys still work.</span>
        </span>
      </label>
    </dialog>
  );
}

function Line({ shortcut: { keys, does }, off }: { shortcut: Shortcut; off: boolean }) {
  return (
    <div className={off ? styles.off : undefined}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>
        {does}
        {off ? " (off)" : ""}
      </dd>
    </div>
  );
}

function showModally(dialog: HTMLDialogElement | null) {
  if (dialog !== null && !dialog.open) dialog.showModal();
}
