import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import type { FormAction } from "@/lib/kernel/action-state";

type Props = {
  /** Since when there is an address that works; null: none. */
  since: Date | null;
  zone: string;
  fileHref: string;
  make: FormAction;
  revoke: FormAction;
};

/** The calendar as a file, and the person's own address for calendar programs. */
export function FeedPanel({ since, zone, fileHref, make, revoke }: Props) {
  return (
    <>
      <p>
        <a className="go" href={fileHref} download>
          Calendar file (.ics)
        </a>{" "}
        with the windows of the waves, a month back and a year ahead.
      </p>
      <p className="soft" style={{ marginBottom: 12 }}>
        {since === null ? (
          "A private address lets your calendar program read the same by itself. Whoever knows the address reads it: keep it to yourself."
        ) : (
          <>
            Your private address was made <Moment at={since} zone={zone} />. It was shown once; a new one
            replaces it.
          </>
        )}
      </p>
      <ActionForm
        action={make}
        submit={since === null ? "Make my private address" : "Make a new address"}
        pending="Making…"
        submitLook={{ size: "sm" }}
        className="inline-form"
        aria-label="Private calendar address"
        once
      />
      {since === null ? null : (
        <ActionForm
          action={revoke}
          submit="Revoke the address"
          pending="Revoking…"
          submitLook={{ size: "sm" }}
          className="inline-form"
          aria-label="Revoke the private calendar address"
          once
        />
      )}
    </>
  );
}
