"use client";
import { type FocusEvent, type KeyboardEvent, memo, type ReactNode, useState } from "react";
import { FILTER_LABELS } from "@/lib/workloads/labels";
import {
  FILTER_KEYS,
  type FilterKey,
  type FilterOptions,
  type WorkloadSearch,
} from "@/lib/workloads/model/search";
import { COLUMNS } from "@/lib/workloads/rules/columns";
import styles from "./workload-list.module.css";

type Props = {
  search: WorkloadSearch;
  options: FilterOptions;
  /** False leaves out the filters and columns that partners may not see. */
  full: boolean;
};

const NOT_FOR_PARTNERS: readonly FilterKey[] = ["tier", "owner", "technical", "health", "question"];

/** "Add filter" and "Columns": fields of the list's GET form in panels that open without script. */
export const FilterPanels = memo(function FilterPanels({ search, options, full }: Props) {
  const keys = FILTER_KEYS.filter((key) => full || !NOT_FOR_PARTNERS.includes(key));
  return (
    <>
      <Panel title="Add filter">
        {keys.map((key) => (
          <Filter key={key} of={key} chosen={search.filters[key]} options={options[key]} />
        ))}
      </Panel>
      <Panel title="Columns">
        <fieldset className={styles.columns}>
          <legend className="vh">Columns</legend>
          {COLUMNS.filter((column) => full || column.full === undefined).map(({ key, label }) => (
            <Choice key={key} name="cols" value={key} label={label} on={search.columns.includes(key)} />
          ))}
        </fieldset>
      </Panel>
    </>
  );
});

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.add} name="workload-panels" onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary className="btn sm ghost">{title}</summary>
      <div className={styles.panel} tabIndex={-1}>
        {children}
        <div className={styles.foot}>
          <button className="btn sm" type="submit">
            Apply
          </button>
        </div>
      </div>
    </details>
  );
}

function closeWhenLeft(event: FocusEvent<HTMLDetailsElement>) {
  const within = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
  if (!within) event.currentTarget.open = false;
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}

/** As many choices as are drawn before somebody opens the filter; a long list waits for that. */
const DRAWN_AT_ONCE = 40;

type FilterProps = { of: FilterKey; chosen: readonly string[]; options: FilterOptions[FilterKey] };

const Filter = memo(function Filter({ of, chosen, options }: FilterProps) {
  const [opened, setOpened] = useState(false);
  const drawn =
    opened || options.length <= DRAWN_AT_ONCE
      ? options
      : options.filter(({ value }) => chosen.includes(value));
  return (
    <details
      className={styles.filter}
      name="workload-filter"
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        {FILTER_LABELS[of].label}
        {chosen.length > 0 ? <b>{chosen.length}</b> : null}
      </summary>
      <fieldset>
        <legend className="vh">{FILTER_LABELS[of].label}</legend>
        {drawn.map(({ value, label }) => (
          <Choice key={value} name={of} value={value} label={label} on={chosen.includes(value)} />
        ))}
      </fieldset>
    </details>
  );
}, sameFilter);

/** Choices are read anew from every address: what counts is which they are. */
function sameFilter(before: FilterProps, after: FilterProps): boolean {
  return before.options === after.options && String(before.chosen) === String(after.chosen);
}

/** The form's own change event takes the new state to the list, which gives it back as `on`. */
function Choice({ name, value, label, on }: { name: string; value: string; label: string; on: boolean }) {
  return (
    <label className="check">
      <input className="cb" type="checkbox" name={name} value={value} checked={on} onChange={noop} />
      <span>{label}</span>
    </label>
  );
}

function noop() {}
