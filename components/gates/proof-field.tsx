import { TextField } from "@/components/ui/fields";

export type ProofFieldProps = {
  asks: "password" | "nothing";
  /** "21:45": until then the password given before still counts; null when none does. */
  freshUntil: string | null;
};

/** The password again, right before something is signed; the demo says that it asks for none. */
export function ProofField({ asks, freshUntil }: ProofFieldProps) {
  if (asks === "nothing") {
    return (
      <p className="dense soft">
        You came through the demo’s door, so no password is asked here. Outside the demo you would type yours
        again now.
      </p>
    );
  }
  return (
    <TextField
      name="password"
      label="Your password"
      type="password"
      autoComplete="current-password"
      optional={freshUntil !== null}
      hint={
        freshUntil === null
          ? "Again, so that nobody else signs at your screen. It counts for five minutes."
          : `You gave it a moment ago: until ${freshUntil} you may leave this empty.`
      }
    />
  );
}
