import type { FormAction } from "@/lib/kernel/action-state";

export const UNREACHED =
  "Wavegate could not be reached. What you typed is still here. If the connection broke while it was sent, look whether it was saved before you send it again.";

/** An action whose request may not arrive: then its form says so and keeps what was typed. Any other failure goes on. */
export function attempt(action: FormAction): FormAction {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      // the request itself failed: what the server throws arrives as an error of another kind
      if (error instanceof TypeError && !("digest" in error)) return { status: "error", message: UNREACHED };
      throw error;
    }
  };
}
