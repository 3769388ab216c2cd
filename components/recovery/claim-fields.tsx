import { TextArea, TextField } from "@/components/ui/fields";
import { typedMinutes } from "@/lib/kernel/minutes";
import type { RecoveryClaimView } from "@/lib/recovery/model";

/** The fields of a claim. `today`: a claim has been stated by then. */
export function ClaimFields({ claim, today }: { claim: RecoveryClaimView | null; today: string }) {
  return (
    <>
      <TextField
        name="rtoMinutes"
        label="Claimed RTO"
        hint="Longest time to be back, such as 4 h or 90 min. Empty: not claimed."
        narrow
        optional
        defaultValue={typedMinutes(claim?.rto ?? null)}
      />
      <TextField
        name="rpoMinutes"
        label="Claimed RPO"
        hint="Most data in time that may be lost. 0 is none. Empty: not claimed."
        narrow
        optional
        defaultValue={typedMinutes(claim?.rpo ?? null)}
      />
      <TextArea
        name="basis"
        label="What it rests on"
        hint="Who says it and where: a contract with its section, a data sheet, a conversation."
        defaultValue={claim?.basis ?? ""}
      />
      <TextField
        name="statedOn"
        label="Stated on"
        type="date"
        narrow
        defaultValue={claim?.statedOn ?? today}
        max={today}
      />
    </>
  );
}
