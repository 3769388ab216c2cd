"use client";
import { type ChangeEvent, type RefObject, useId } from "react";
import { SHORTCUTS } from "@/components/workloads/list-keys";
import styles from "./workload-list.module.css";

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  /** Whether keys that are a mere character work. */
  single: boolean;
  onSingle: (on: boolean) => void;
  mayMark: boolean;
};

/** The keys of the list in a dialog, and the switch for those that are a single character. */
export function KeysHelp({ dialog, single, onSingle, mayMark }: Props) {
  const title = useId();
  const shown = SHORTCUTS.filter(({ does }) => mayMark || !does.startsWith("Mark"));
  return (
    <>
      <button className="btn sm ghost not-s" type="button" onClick={() => dialog.current?.showModal()}>
        Keys
      </button>
      <dialog className={`dialog ${styles.keys}`} ref={dialog} aria-labelledby={title}>
        <form className="dialog-h" method="dialog">
          <h2 id={title}>Keys of this list</h2>
          <button className="iconbtn" type="submit" aria-label="Close">
            <svg aria-hidden="true">
              <use href="#wg-close" />
            </svg>
          </button>
        </form>
        <dl className={styles.shortcuts}>
          {shown.map(({ keys, does, single: one }) => (
            <div key={does} className={one && !single ? styles.off : undefined}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>
                {does}
                {one && !single ? " (off)" : ""}
              </dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input
            className="cb"
            type="checkbox"
            checked={single}
            onChange={(event: ChangeEvent<HTMLInputElement>) => onSingle(event.currentTarget.checked)}
          />
          <span>Keys that are a single character work</span>
          <span className="hint">Kept in this browser. Off, the other keys still work.</span>
        </label>
      </dialog>
    </>
  );
}
