import type { ChecklistProps } from "@/components/cutover/checklist-props";
import { Due, ListedMoment } from "@/components/cutover/due";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Shape, type Tone, Verdict } from "@/components/ui/status";
import { CHECKLIST_STATE_LABELS } from "@/lib/cutover/labels";
import type { ChecklistItem, ChecklistState } from "@/lib/cutover/model";
import { isBlocked, isLate } from "@/lib/cutover/rules/view";
import { counted, listed } from "@/lib/kernel/text";

const TONES: Record<ChecklistState, Tone> = { open: "unk", done: "ok", failed: "off", skipped: "risk" };

type Props = ChecklistProps & { item: ChecklistItem };

/** One item: what, how it stands, who and when, and the one press that settles it. */
export function ChecklistRow(props: Props) {
  const { item, list, base, now } = props;
  return (
    <tr>
      <th scope="row" className="w-1/2 max-[719px]:w-auto">
        <span className="paper-box" aria-hidden="true" />
        <Link className="quiet" href={`${base}/checklist/${item.id}`}>
          {item.title}
        </Link>
        {item.reason === "" ? null : <span className="sub">{item.reason}</span>}
        <Waits item={item} />
      </th>
      <td className="hl nw">
        <State item={item} now={now} />
      </td>
      <td className="who w-1/4 max-[719px]:w-auto">
        {item.owner ?? <Missing>{item.duty === "" ? "no owner" : `no owner, for the ${item.duty}`}</Missing>}
        <span className="sub due">
          {item.settledAt === null ? (
            <Due item={item} zone={list.zone} now={now} listed />
          ) : (
            <>
              {item.settledBy ?? "a former member"}, <ListedMoment at={item.settledAt} zone={list.zone} />
            </>
          )}
          {item.evidence > 0 ? `, ${counted(item.evidence, "piece")} of evidence` : ""}
        </span>
      </td>
      <td className="act r nw">
        <Acts {...props} />
      </td>
    </tr>
  );
}

/** Shape and word; late and blocked are words beside the state, never instead of it. */
function State({ item, now }: { item: ChecklistItem; now: Date }) {
  if (isLate(item, now)) return <Verdict tone="risk">Open, late</Verdict>;
  if (item.state === "open" && isBlocked(item))
    return (
      <span className="st st-life">
        <Shape kind="blocked" />
        <span>Open, blocked</span>
      </span>
    );
  return <Verdict tone={TONES[item.state]}>{CHECKLIST_STATE_LABELS[item.state]}</Verdict>;
}

function Waits({ item }: { item: ChecklistItem }) {
  const { state, waitsFor, comesAfter } = item;
  // who is missing stands in the next column, and its hour beside the due time
  const told = waitsFor.filter(({ code }) => code !== "no-owner" && code !== "wave-state");
  if (told.length > 0)
    return (
      <>
        <span className="sub not-s">{told.map(({ message }) => message).join(" ")}</span>
        <span className="sub only-s">{toldShort(told)}</span>
      </>
    );
  const undone = comesAfter.filter((first) => first.state === "open" || first.state === "failed");
  if (state !== "done" || undone.length === 0) return null;
  return (
    <span className="sub miss">
      It rests on {listed(undone.map(({ title }) => `“${title}”`))}, which{" "}
      {undone.length === 1 ? "is" : "are"} not done any more.
    </span>
  );
}

/** The same in a few words for a phone; the item's own page says it whole. */
function toldShort(told: ChecklistItem["waitsFor"]): string {
  const codes = told.map(({ code }) => code);
  const parts = [
    ...(codes.includes("waits") ? ["waits for other items"] : []),
    ...(codes.includes("no-evidence") ? ["needs evidence"] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : told.map(({ message }) => message).join(" ");
}

function Acts({ item, base, maySettle, mayPlan, settle }: Props) {
  if (!maySettle && !mayPlan) return null;
  const open = maySettle && item.state === "open";
  const label = open ? "Other" : "Change";
  const link = (
    <Link
      className={buttonClass({ size: "sm", variant: "ghost" })}
      href={`${base}/checklist/${item.id}`}
      aria-label={`${label}: ${item.title}`}
    >
      {label}
    </Link>
  );
  if (!open || item.waitsFor.length > 0) return link;
  return (
    <div className="acts-row" style={{ flexWrap: "nowrap", justifyContent: "flex-end" }}>
      <ActionForm
        action={settle}
        className="inline-form"
        submit="Done"
        pending="Saving…"
        submitLook={{ size: "sm" }}
        hidden={{ itemId: item.id, version: item.version, state: "done" }}
        aria-label={`Done: ${item.title}`}
      />
      <span className="not-s">{link}</span>
    </div>
  );
}
