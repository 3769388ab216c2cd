import { TextField } from "@/components/ui/fields";
import { formatMinutes } from "@/lib/kernel/minutes";
import type { TierView } from "@/lib/workloads/model/tier";

/** Every field of a tier; what nobody has said stays empty. */
export function TierFields({ tier, nextRank }: { tier?: TierView; nextRank: number }) {
  return (
    <>
      <TextField name="name" label="Name" required maxLength={60} defaultValue={tier?.name} />
      <TextField
        name="rank"
        label="Rank"
        hint="1 is the most important."
        inputMode="numeric"
        narrow
        required
        defaultValue={tier?.rank ?? nextRank}
      />
      <div className="row items-end">
        <TextField
          name="rtoMinutes"
          label="RTO"
          hint="Longest time to be back, such as 4 h or 90 min."
          narrow
          optional
          defaultValue={typed(tier?.rtoMinutes)}
        />
        <TextField
          name="rpoMinutes"
          label="RPO"
          hint="Most data in time that may be lost. 0 is none."
          narrow
          optional
          defaultValue={typed(tier?.rpoMinutes)}
        />
      </div>
      <div className="row items-end">
        <TextField
          name="availability"
          label="Availability, percent"
          hint="Such as 99.9."
          inputMode="decimal"
          narrow
          optional
          defaultValue={tier?.availability == null ? "" : String(Number(tier.availability))}
        />
        <TextField
          name="drillIntervalDays"
          label="Drill every, days"
          hint="Such as 180."
          inputMode="numeric"
          narrow
          optional
          defaultValue={tier?.drillIntervalDays ?? ""}
        />
      </div>
    </>
  );
}

function typed(minutes: number | null | undefined): string {
  return minutes === null || minutes === undefined ? "" : formatMinutes(minutes).replaceAll("\u00a0", " ");
}
