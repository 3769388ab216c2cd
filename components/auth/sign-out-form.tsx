import { buttonClass } from "@/components/ui/button";

/** Ends the session of this browser. */
export function SignOutForm({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action} style={{ marginLeft: "auto" }}>
      <button className={buttonClass({ size: "sm" })} type="submit">
        Sign out
      </button>
    </form>
  );
}
