import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { EmptyState } from "@/components/ui/states";
import { type Tone, Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { CHECKLIST_STATE_LABELS } from "@/lib/cutover/labels";
import type { Checklist, ChecklistItem, ChecklistState } from "@/lib/cutover/model";
import type { FormAction } from "@/lib/kernel/action-state";

const TONES: Record<ChecklistState, Tone> = { open: "unk", done: "ok", failed: "off", skipped: "risk" };

type Props = {
  list: Checklist;
  /** The wave's address. */
  base: string;
  now: Date;
  maySettle: boolean;
  mayPlan: boolean;
  settle: FormAction;
  addTemplate: FormAction;
};

/** The checklist in its sections; "Done" is one press, all else has the item's own page. */
export function ChecklistView(props: Props) {
  const { list } = props;
  if (list.items.length === 0) return <NoItems {...props} />;
  const sections = sectionsOf(list.items);
  return (
    <>
      {sections.map(([section, items]) => (
        <section key={section}>
          <h2 className="grp">
            {section === "" ? "Items" : section}{" "}
            <span>
              {items.filter(({ state }) => state === "done" || state === "skipped").length} of {items.length}
            </span>
          </h2>
          <Tbl caption={section === "" ? "Checklist items" : section} stack="cards">
            <Heads hidden of={["Item", "State", "Owner and due", "Act"]} />
            <tbody>
              {items.map((item) => (
                <ItemRow key={item.id} item={item} {...props} />
              ))}
            </tbody>
          </Tbl>
        </section>
      ))}
      {props.mayPlan ? (
        <div className="acts-row" style={{ marginTop: 16 }}>
          <Button href={`${props.base}/checklist/new`}>Add an item</Button>
        </div>
      ) : null}
    </>
  );
}

function ItemRow({ item, list, base, now, maySettle, mayPlan, settle }: Props & { item: ChecklistItem }) {
  const late = item.state === "open" && item.dueAt !== null && item.dueAt < now;
  return (
    <tr>
      <th scope="row" className="w-1/2 max-[719px]:w-auto">
        {maySettle || mayPlan ? (
          <Link className="quiet" href={`${base}/checklist/${item.id}`}>
            {item.title}
          </Link>
        ) : (
          item.title
        )}
        {item.reason === "" ? null : <span className="sub">{item.reason}</span>}
      </th>
      <td className="hl nw">
        <Verdict tone={TONES[item.state]}>{CHECKLIST_STATE_LABELS[item.state]}</Verdict>
      </td>
      <td>
        {item.owner ?? <Missing>no owner</Missing>}
        <span className="sub">
          {item.settledAt !== null ? (
            <>
              {item.settledBy ?? "a former member"}, <Moment at={item.settledAt} zone={list.zone} />
            </>
          ) : item.dueAt === null ? (
            "no due time"
          ) : (
            <span className={late ? "miss" : undefined}>
              {late ? "late, was due " : "due "}
              <Moment at={item.dueAt} zone={list.zone} />
            </span>
          )}
        </span>
      </td>
      <td className="r nw">
        {maySettle && item.state === "open" ? (
          <div className="acts-row" style={{ flexWrap: "nowrap", justifyContent: "flex-end" }}>
            <ActionForm
              action={settle}
              className="inline-form"
              submit="Done"
              submitLook={{ size: "sm" }}
              hidden={{ itemId: item.id, version: item.version, state: "done" }}
              aria-label={`Done: ${item.title}`}
            />
            <Link className="go" href={`${base}/checklist/${item.id}`} aria-label={`Other: ${item.title}`}>
              Other
            </Link>
          </div>
        ) : maySettle || mayPlan ? (
          <Link className="go" href={`${base}/checklist/${item.id}`} aria-label={`Change: ${item.title}`}>
            Change
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

function NoItems({ list, base, mayPlan, addTemplate }: Props) {
  return (
    <EmptyState
      title="Nothing is on the checklist yet"
      action={
        mayPlan ? (
          <div className="acts-row">
            <ActionForm
              action={addTemplate}
              className="inline-form"
              submit="Start from what cutovers forget"
              hidden={{ waveId: list.waveId, template: "standard" }}
            />
            {list.earlierAttempts.length > 0 ? (
              <ActionForm
                action={addTemplate}
                className="inline-form"
                submit={`Bring over the list of attempt ${list.earlierAttempts.at(-1)}`}
                submitLook={{}}
                hidden={{ waveId: list.waveId, template: "earlier-attempt" }}
              />
            ) : null}
            <Button href={`${base}/checklist/new`}>Write an item</Button>
          </div>
        ) : null
      }
    >
      What has to be done before and during the cutover. The gate asks that every item is done, or skipped
      with a reason.
    </EmptyState>
  );
}

function sectionsOf(items: readonly ChecklistItem[]): [string, ChecklistItem[]][] {
  const sections = new Map<string, ChecklistItem[]>();
  for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return [...sections];
}
