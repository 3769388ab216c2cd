import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import type { Counts } from "@/lib/exchange/model/plan";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";
import type { Violation } from "@/lib/kernel/violations";

type Props = {
  action: FormAction;
  digest: string;
  counts: Counts;
  /** What the file says against what stands; asked when it is imported. */
  questions: number;
  blockers: readonly Violation[];
};

/** Step 3: the import itself. `blockers` are those that leaving the refused rows out does not cure. */
export function CommitForm({ action, digest, counts, questions, blockers }: Props) {
  const label = submitLabel(counts, questions);
  if (blockers.length > 0)
    return <p className="soft">{blockers.map((blocker) => blocker.message).join(" ")}</p>;
  return (
    <ActionForm key={digest} action={action} hidden={{ digest }} submit={label} pending="Importing…">
      {counts.refused > 0 ? (
        <Checkbox
          name="leaveRefused"
          label={`Leave out ${counted(counts.refused, "refused row")}`}
          hint={`${counts.refused === 1 ? "It stays" : "They stay"} on record here and can be downloaded, mended and brought in again.`}
        />
      ) : null}
    </ActionForm>
  );
}

function submitLabel(counts: Counts, questions: number): string {
  const writes = counts.create + counts.update;
  const asks = questions > 0 ? counted(questions, "question") : null;
  if (writes === 0) return asks === null ? "Record that nothing changes" : `Record ${asks}, change nothing`;
  return `Import ${counted(writes, "row")}${asks === null ? "" : ` with ${asks}`}`;
}
