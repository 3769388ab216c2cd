/** What a server action answers to its form. Every form of the product speaks this contract. */
export type ActionConflict = {
  /** Who changed it meanwhile, and when, ready to show. */
  by?: string;
  at?: string;
  rows: readonly { label: string; yours: string; theirs: string }[];
  /** The version to send with "Keep mine". */
  version?: number;
};

export type ActionState =
  | { status: "idle" }
  | {
      status: "error";
      message: string;
      /** Field name → sentence; shown at the field and in the summary. */
      fields?: Record<string, string>;
      /** What was typed, so that a page without script keeps it. */
      values?: Record<string, string>;
      conflict?: ActionConflict;
      /** Nobody is signed in any more: the way on is to sign in beside the form, which keeps what was typed. */
      signedOut?: true;
    }
  | { status: "done"; message: string; href?: string };

/** The shape `useActionState` wants: state before, form data in, state after. */
export type FormAction = (before: ActionState, form: FormData) => Promise<ActionState>;

export const IDLE: ActionState = { status: "idle" };
