"use client";
import { useId } from "react";
import { buttonClass } from "@/components/ui/button";
import type { Option } from "@/components/ui/options";
import { Shape } from "@/components/ui/status";

export type Condition = {
  key: string;
  text: string;
  ownerId: string;
  dueOn: string;
  due: "before_cutover" | "after_cutover";
};

type Props = {
  conditions: readonly Condition[];
  people: readonly Option[];
  /** What is missing, said when a decision was pressed too early. */
  problem: string | null;
  change: (conditions: readonly Condition[]) => void;
};

/** The conditions of an approval: what, who, by when, before or after the cutover. */
export function ConditionFields({ conditions, people, problem, change }: Props) {
  function patch(key: string, fields: Partial<Condition>) {
    change(conditions.map((one) => (one.key === key ? { ...one, ...fields } : one)));
  }
  return (
    <div style={{ marginTop: 16 }}>
      {problem === null ? null : (
        <p className="err" role="alert" ref={(line) => line?.scrollIntoView({ block: "nearest" })}>
          <Shape kind="off" /> {problem}
        </p>
      )}
      {conditions.map((condition, index) => (
        <ConditionFieldset
          key={condition.key}
          legend={`Condition ${index + 1}`}
          condition={condition}
          people={people}
          patch={(fields) => patch(condition.key, fields)}
          remove={() => change(conditions.filter((one) => one.key !== condition.key))}
        />
      ))}
      <button
        type="button"
        className={buttonClass({ size: "sm" })}
        onClick={() => change([...conditions, blank()])}
      >
        {conditions.length === 0 ? "Approve only on a condition" : "Add another condition"}
      </button>
    </div>
  );
}

type FieldsetProps = {
  legend: string;
  condition: Condition;
  people: readonly Option[];
  patch: (fields: Partial<Condition>) => void;
  remove: () => void;
};

function ConditionFieldset({ legend, condition, people, patch, remove }: FieldsetProps) {
  const id = useId();
  return (
    <fieldset className="condition">
      <legend className="b">{legend}</legend>
      <div className="field">
        <label htmlFor={`${id}-text`}>What must be done</label>
        <input
          id={`${id}-text`}
          className="input"
          maxLength={500}
          value={condition.text}
          onChange={(event) => patch({ text: event.target.value })}
        />
      </div>
      <div className="condition-row">
        <div className="field">
          <label htmlFor={`${id}-owner`}>Who sees to it</label>
          <select
            id={`${id}-owner`}
            className="select"
            value={condition.ownerId}
            onChange={(event) => patch({ ownerId: event.target.value })}
          >
            <option value="">Choose a person</option>
            {people.map((person) => (
              <option key={person.value} value={person.value}>
                {person.label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-due`}>Due on</label>
          <input
            id={`${id}-due`}
            className="input"
            type="date"
            value={condition.dueOn}
            onChange={(event) => patch({ dueOn: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-when`}>When it counts</label>
          <select
            id={`${id}-when`}
            className="select"
            value={condition.due}
            onChange={(event) =>
              patch({ due: event.target.value === "after_cutover" ? "after_cutover" : "before_cutover" })
            }
          >
            <option value="before_cutover">Before the cutover</option>
            <option value="after_cutover">After the cutover</option>
          </select>
        </div>
      </div>
      <button
        type="button"
        className={buttonClass({ size: "sm", variant: "ghost", className: "at-start" })}
        onClick={remove}
      >
        Remove {legend.toLowerCase()}
      </button>
    </fieldset>
  );
}

let made = 0;

function blank(): Condition {
  made += 1;
  return { key: String(made), text: "", ownerId: "", dueOn: "", due: "before_cutover" };
}
