"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef } from "react";
import { usePalette } from "@/components/shell/use-palette";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/kernel/text";
import type { PaletteGroup, PaletteItem } from "@/lib/overview/model";
import styles from "./palette.module.css";

export type PaletteProps = {
  /** Address that answers `?q=` with groups. */
  source: string;
  /** What was typed before the palette was there. */
  typed: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** One field for everything one may go to and do: type, choose, Enter. */
export function Palette({ source, typed, open, onOpenChange }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={styles.palette} aria-label="Search or go to">
          <Finder source={source} typed={typed} onGone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type FinderProps = Pick<PaletteProps, "source" | "typed"> & { onGone: () => void };

function Finder({ source, typed, onGone }: FinderProps) {
  const { text, setText, groups, problem, coming } = usePalette(source, typed);
  const eager = useEagerEnter(coming, groups, onGone);
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      itemToStringValue={(item: PaletteItem) => item.label}
      value={text}
      onValueChange={(value, { reason }) => {
        if (reason !== "item-press") setText(value);
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles.field}>
        <svg aria-hidden="true">
          <use href="#wg-find" />
        </svg>
        <Autocomplete.Input
          className={styles.input}
          aria-label="Search or go to"
          placeholder="A name, a code, a place or an act"
          onKeyDown={(event) => {
            if (eager(event.key, event.nativeEvent.isComposing)) {
              event.preventBaseUIHandler();
              event.preventDefault();
            }
          }}
        />
        <Dialog.Close className={`iconbtn ${styles.close}`} aria-label="Close">
          <svg aria-hidden="true">
            <use href="#wg-close" />
          </svg>
        </Dialog.Close>
      </div>
      {groups.length === 0 && !coming && !problem ? (
        <p className={styles.none} aria-hidden="true">
          Nothing is named like that. Try a part of the name, or a code such as R-001.
        </p>
      ) : null}
      <Autocomplete.List className={styles.list} aria-label="Found">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.title} items={group.items}>
            <Autocomplete.GroupLabel className={styles.group}>{group.title}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => <Row key={item.href + item.label} item={item} onGone={onGone} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <div className={styles.foot}>
        <p role="status" className={problem ? styles.problem : undefined}>
          {problem ?? statusOf(groups, coming)}
        </p>
        <p className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> go <kbd>Esc</kbd> close
        </p>
      </div>
    </Autocomplete.Root>
  );
}

/** An option that is a link: it opens beside when it is asked to as links are. */
function Row({ item, onGone }: { item: PaletteItem; onGone: () => void }) {
  function onClick(event: MouseEvent) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onGone();
  }
  return (
    <Autocomplete.Item
      className={styles.item}
      value={item}
      onClick={onClick}
      render={<Link href={item.href} tabIndex={-1} />}
    >
      <span>{item.label}</span>
      {item.detail === "" ? null : <small>{item.detail}</small>}
    </Autocomplete.Item>
  );
}

/** Enter while an answer is coming goes to the first of what comes, not to what the text before has found. */
function useEagerEnter(coming: boolean, groups: readonly PaletteGroup[], onGone: () => void) {
  const router = useRouter();
  const waits = useRef(false);
  useEffect(() => {
    if (coming || !waits.current) return;
    waits.current = false;
    const first = groups[0]?.items[0];
    if (first === undefined) return;
    router.push(first.href);
    onGone();
  }, [coming, groups, onGone, router]);
  return (key: string, composing: boolean): boolean => {
    waits.current = key === "Enter" && coming && !composing;
    return waits.current;
  };
}

function statusOf(groups: readonly PaletteGroup[], coming: boolean): string {
  const found = groups.reduce((sum, { items }) => sum + items.length, 0);
  if (found === 0) return coming ? "Looking…" : "Nothing is named like that.";
  return `${counted(found, "entry", "entries")} in ${counted(groups.length, "group")}`;
}
