"use client";
import { type ReactNode, type SubmitEvent, startTransition, useActionState, useMemo } from "react";
import { attempt } from "@/components/ui/attempt";
import { type ButtonLook, buttonClass } from "@/components/ui/button";
import { ConflictBox } from "@/components/ui/conflict-box";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormStateContext } from "@/components/ui/form-state";
import { Link } from "@/components/ui/link";
import { Shape } from "@/components/ui/status";
import { type ActionState, type FormAction, IDLE } from "@/lib/kernel/action-state";

export type ActionFormProps = {
  action: FormAction;
  children?: ReactNode;
  /** Words of the submit button; leave out when the children hold their own submit buttons. */
  submit?: string;
  pending?: string;
  submitLook?: ButtonLook;
  /** Beside the submit button: a link to go back, a note. */
  beside?: ReactNode;
  /** Values sent along; `version` is replaced when "Keep mine" is pressed after a conflict. */
  hidden?: Record<string, string | number>;
  /** After success the fields vanish and only the message stays. */
  once?: boolean;
  className?: string;
  "aria-label"?: string;
};

/** A form over a server action: works without script, keeps what was typed, says what happened. */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    children,
    submit,
    pending = "Working…",
    submitLook = { variant: "pri" },
    beside,
    hidden = {},
  } = props;
  // drawn on the server it is the action itself, so that the form works without script
  const sent = useMemo(() => (typeof window === "undefined" ? action : attempt(action)), [action]);
  const [state, dispatch, isPending] = useActionState(sent, IDLE);
  const form = useMemo(() => formStateOf(state), [state]);
  const conflict = state.status === "error" ? state.conflict : undefined;

  function send(event: SubmitEvent<HTMLFormElement>) {
    // dispatching by hand keeps the fields: React resets a form after its `action` ran
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => dispatch(data));
  }

  if (state.status === "done" && props.once) return <DoneNote state={state} />;
  return (
    <FormStateContext value={form}>
      <form
        className={props.className ?? "form"}
        action={dispatch}
        onSubmit={send}
        aria-label={props["aria-label"]}
        aria-busy={isPending}
        noValidate
      >
        <FormOutcome state={state} />
        <HiddenValues values={hidden} without={conflict ? "version" : undefined} />
        {children}
        {submit && !conflict ? (
          <div className="acts-row">
            <button className={buttonClass(submitLook)} type="submit" aria-disabled={isPending || undefined}>
              {isPending ? pending : submit}
            </button>
            {beside}
          </div>
        ) : null}
        {submit ? null : (
          <span className="vh" role="status">
            {isPending ? pending : ""}
          </span>
        )}
      </form>
    </FormStateContext>
  );
}

/** A button that submits the surrounding form; `name` and `value` tell the action which one was pressed. */
export function SubmitButton({
  children,
  name,
  value,
  ...look
}: ButtonLook & { children: ReactNode; name?: string; value?: string }) {
  return (
    <button className={buttonClass(look)} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

function FormOutcome({ state }: { state: ActionState }) {
  if (state.status === "error" && state.conflict)
    return <ConflictBox message={state.message} conflict={state.conflict} />;
  if (state.status === "error")
    return (
      <ErrorSummary
        key={stamp(state)}
        message={state.message}
        fields={state.fields}
        signedOut={state.signedOut}
      />
    );
  return <DoneNote state={state} />;
}

function DoneNote({ state }: { state: ActionState }) {
  if (state.status !== "done") return <div role="status" hidden />;
  return (
    <div className="notice" role="status">
      <Shape kind="on-track" />
      <p>{state.message}</p>
      {state.href ? (
        <Link className="go" href={state.href}>
          Open
        </Link>
      ) : null}
    </div>
  );
}

function HiddenValues({
  values,
  without,
}: {
  values: Record<string, string | number>;
  without: string | undefined;
}) {
  const entries = Object.entries(values).filter(([name]) => name !== without);
  return entries.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function formStateOf(state: ActionState) {
  if (state.status !== "error") return { errors: {}, values: {} };
  return { errors: state.fields ?? {}, values: state.values ?? {} };
}

/** A new key for every answer, so that the summary takes the focus again. */
function stamp(state: ActionState): string {
  return JSON.stringify(state);
}
