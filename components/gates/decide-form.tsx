"use client";
import { useEffect, useId, useRef, useState } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import type { Option } from "@/components/ui/options";
import { Shape } from "@/components/ui/status";
import type { FormAction } from "@/lib/kernel/action-state";
import { type Condition, ConditionFields } from "./condition-fields";
import { ProofField, type ProofFieldProps } from "./proof-field";

type Props = {
  action: FormAction;
  gateId: string;
  digest: string;
  gateName: string;
  people: readonly Option[];
  /** What the session asks before it signs. */
  proof: ProofFieldProps;
  /** The holder of the seat, where the reader signs in their stead. */
  onBehalfOf: string | null;
};

type Draft = { decision: "approve" | "decline"; comment: string; conditions: readonly Condition[] };

/** Two equal answers, then a check before anything is recorded. */
export function DecideForm({ action, gateId, digest, gateName, people, proof, onBehalfOf }: Props) {
  const [draft, setDraft] = useState<Draft>({ decision: "approve", comment: "", conditions: [] });
  const [step, setStep] = useState<"write" | "check">("write");
  const [missing, setMissing] = useState<Missing>(null);

  function choose(decision: Draft["decision"]) {
    const problem = whatIsMissing({ ...draft, decision });
    setMissing(problem);
    setDraft({ ...draft, decision });
    if (problem === null) setStep("check");
  }

  if (step === "check") {
    return (
      <CheckBefore draft={draft} gateName={gateName} people={people} onBehalfOf={onBehalfOf}>
        <ActionForm
          action={action}
          hidden={{ gateId, digest, ...hiddenValues(draft) }}
          aria-label="Record your decision"
        >
          <ProofField {...proof} />
          <div className="pair">
            <SubmitButton size="lg" variant="pri">
              {recordWord(draft)}
            </SubmitButton>
            <button type="button" className={buttonClass({ size: "lg" })} onClick={() => setStep("write")}>
              Go back
            </button>
          </div>
        </ActionForm>
      </CheckBefore>
    );
  }
  return (
    <section className="decide" aria-labelledby="your-decision">
      <h2 className="h2" id="your-decision">
        Your decision
      </h2>
      <CommentField
        draft={draft}
        setComment={(comment) => setDraft({ ...draft, comment })}
        problem={missing?.at === "comment" ? missing.message : null}
      />
      <ConditionFields
        conditions={draft.conditions}
        people={people}
        problem={missing?.at === "conditions" ? missing.message : null}
        change={(conditions) => setDraft({ ...draft, conditions })}
      />
      <div className="pair">
        <button type="button" className={buttonClass({ size: "lg" })} onClick={() => choose("approve")}>
          {draft.conditions.length > 0 ? "Approve with conditions" : "Approve"}
        </button>
        <button type="button" className={buttonClass({ size: "lg" })} onClick={() => choose("decline")}>
          Decline
        </button>
      </div>
      <p className="dense soft" style={{ marginTop: 12 }}>
        Nothing is recorded yet. You check what you wrote on the next page.
      </p>
    </section>
  );
}

type CommentProps = { draft: Draft; setComment: (comment: string) => void; problem: string | null };

function CommentField({ draft, setComment, problem }: CommentProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (problem !== null) area.current?.focus();
  }, [problem]);
  return (
    <div className="field" style={{ marginTop: 16 }}>
      <label htmlFor={id}>Comment</label>
      <p className="hint" id={`${id}-hint`}>
        Needed to decline.
      </p>
      <textarea
        ref={area}
        id={id}
        className={problem === null ? "input" : "input bad"}
        rows={3}
        maxLength={2000}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-err`}
        aria-invalid={problem === null ? undefined : true}
        value={draft.comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {problem === null ? null : (
        <p className="err" id={`${id}-err`} role="alert">
          <Shape kind="off" /> {problem}
        </p>
      )}
    </div>
  );
}

type CheckProps = {
  draft: Draft;
  gateName: string;
  people: readonly Option[];
  onBehalfOf: string | null;
  children: React.ReactNode;
};

function CheckBefore({ draft, gateName, people, onBehalfOf, children }: CheckProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="decide" aria-labelledby="check-before">
      <h2 className="h2" id="check-before" ref={title} tabIndex={-1}>
        Check before you sign
      </h2>
      <p style={{ marginTop: 8 }}>
        You are about to <b>{decisionWord(draft)}</b>: {gateName}.
        {onBehalfOf === null ? "" : ` You sign for ${onBehalfOf}; both names are kept.`}
      </p>
      {draft.comment.trim() === "" ? null : (
        <p style={{ marginTop: 8 }}>Your comment: “{draft.comment.trim()}”</p>
      )}
      {draft.decision === "approve" && draft.conditions.length > 0 ? (
        <ol className="agree" style={{ marginTop: 8 }}>
          {draft.conditions.map((condition) => (
            <li key={condition.key}>
              <span>
                {condition.text}. {people.find((one) => one.value === condition.ownerId)?.label}, due{" "}
                {condition.dueOn},{" "}
                {condition.due === "before_cutover" ? "before the cutover" : "after the cutover"}.
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <p className="dense soft" style={{ margin: "8px 0 16px" }}>
        Your name, role, the time and the frozen copy of this page are kept with it. If a fact on this page
        changes, your signature no longer counts and you are asked again.
      </p>
      {children}
    </section>
  );
}

type Missing = { at: "comment" | "conditions"; message: string } | null;

function whatIsMissing({ decision, comment, conditions }: Draft): Missing {
  if (decision === "decline") {
    return comment.trim() === "" ? { at: "comment", message: "Say why you decline." } : null;
  }
  const unfinished = conditions.some(
    (one) => one.text.trim() === "" || one.ownerId === "" || one.dueOn === "",
  );
  if (!unfinished) return null;
  return {
    at: "conditions",
    message: "Finish or remove each condition: it needs words, an owner and a day.",
  };
}

function hiddenValues(draft: Draft): Record<string, string> {
  const withConditions = draft.decision === "approve" && draft.conditions.length > 0;
  return {
    decision: withConditions ? "approve_with_conditions" : draft.decision,
    comment: draft.comment.trim(),
    conditions: JSON.stringify(
      withConditions ? draft.conditions.map(({ key: _key, ...condition }) => condition) : [],
    ),
  };
}

function decisionWord(draft: Draft): string {
  if (draft.decision === "decline") return "decline";
  return draft.conditions.length > 0 ? "approve with conditions" : "approve";
}

function recordWord(draft: Draft): string {
  return draft.decision === "decline" ? "Decline and record" : "Sign and record";
}
