"use client";
import type { FocusEvent, KeyboardEvent, SubmitEvent } from "react";
import { FILTER_LABELS } from "@/lib/workloads/labels";
import { FILTER_KEYS, type FilterKey, type FilterOptions, type WorkloadSearch } from "@/lib/workloads/model";
import { EMPTY_SEARCH } from "@/lib/workloads/rules/search";
import styles from "./workload-list.module.css";

type Props = {
  path: string;
  search: WorkloadSearch;
  options: FilterOptions;
  /** False leaves out the filters on what partners may not see. */
  full: boolean;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  /** Called on every change in the form; the caller waits for a pause. */
  onType: (form: HTMLFormElement) => void;
};

const NOT_FOR_PARTNERS: readonly FilterKey[] = ["tier", "owner", "health"];

/** Search field and "Add filter": one GET form, whose panel opens without script. */
export function FilterPanel({ path, search, options, full, onSubmit, onType }: Props) {
  const keys = FILTER_KEYS.filter((key) => full || !NOT_FOR_PARTNERS.includes(key));
  const order = `${search.descending ? "-" : ""}${search.sort}`;
  return (
    <search className={styles.box} aria-label="Search and filter workloads">
      <form
        className={styles.form}
        action={path}
        onSubmit={onSubmit}
        onChange={(event) => onType(event.currentTarget)}
      >
        {search.sort === EMPTY_SEARCH.sort && !search.descending ? null : (
          <input type="hidden" name="sort" value={order} />
        )}
        <input
          key={`q ${search.text}`}
          className={`input ${styles.search}`}
          type="search"
          name="q"
          aria-label="Search workloads"
          placeholder="Search workloads"
          maxLength={100}
          defaultValue={search.text}
        />
        <details
          className={styles.add}
          name="workload-filters"
          onBlur={closeWhenLeft}
          onKeyDown={closeOnEscape}
        >
          <summary className="btn sm ghost">Add filter</summary>
          <div className={styles.panel} tabIndex={-1}>
            {keys.map((key) => (
              <Filter key={key} of={key} chosen={search.filters[key]} options={options[key]} />
            ))}
            <div className={styles.foot}>
              <button className="btn sm" type="submit">
                Apply
              </button>
            </div>
          </div>
        </details>
      </form>
    </search>
  );
}

function closeWhenLeft(event: FocusEvent<HTMLDetailsElement>) {
  const within = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
  if (!within) event.currentTarget.open = false;
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>) {
  if (event.key !== "Escape") return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}

type FilterProps = { of: FilterKey; chosen: readonly string[]; options: FilterOptions[FilterKey] };

function Filter({ of, chosen, options }: FilterProps) {
  return (
    <details className={styles.filter} name="workload-filter">
      <summary>
        {FILTER_LABELS[of].label}
        {chosen.length > 0 ? <b>{chosen.length}</b> : null}
      </summary>
      <fieldset>
        <legend className="vh">{FILTER_LABELS[of].label}</legend>
        {options.map((option) => (
          <label className="check" key={option.value}>
            <input
              key={String(chosen.includes(option.value))}
              className="cb"
              type="checkbox"
              name={of}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
