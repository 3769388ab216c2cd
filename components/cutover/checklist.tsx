import type { ChecklistProps } from "@/components/cutover/checklist-props";
import { ChecklistRow } from "@/components/cutover/checklist-row";
import { NoItems } from "@/components/cutover/no-items";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ExportLinks } from "@/components/ui/export-links";
import { Segment } from "@/components/ui/filters";
import { PhoneFold } from "@/components/ui/phone-fold";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl, Tools } from "@/components/ui/table";
import type { ChecklistItem } from "@/lib/cutover/model";
import {
  type ChecklistSearch,
  checklistQuery,
  groupedItems,
  partCounts,
  SHOWN,
  shownItems,
} from "@/lib/cutover/rules/view";
import { counted } from "@/lib/kernel/text";

/** The checklist by section or by time, all of it or what is late, mine or blocked; "Done" is one press. */
export function ChecklistView(props: ChecklistProps) {
  const { list, search, now } = props;
  if (list.items.length === 0) return <NoItems {...props} />;
  const shown = shownItems(list.items, search.show, now);
  const groups = groupedItems(shown, search.by);
  const first = groups.find(({ items }) => partCounts(items, now).settled < items.length);
  return (
    <>
      <ListTools {...props} shown={shown} />
      {list.hasWindow ? null : (
        <p className="soft dense">
          The wave has no window yet: what follows it is due when the window is set, and nothing is late by
          it.
        </p>
      )}
      {shown.length === 0 ? <NothingShown show={search.show} /> : null}
      {groups.map(({ title, items }) => (
        <ItemGroup key={title} {...props} title={title} items={items} isFirst={title === first?.title} />
      ))}
      <ListActs {...props} />
    </>
  );
}

type GroupProps = ChecklistProps & { title: string; items: ChecklistItem[]; isFirst: boolean };

/** One part of the list under its heading. What is wholly settled is folded away; on a phone the first open part stands open. */
function ItemGroup({ title, items, isFirst, ...props }: GroupProps) {
  const counts = partCounts(items, props.now);
  return (
    <PhoneFold
      open={counts.settled < items.length}
      phoneOpen={isFirst}
      summary={
        <h2 className="grp">
          {title} <span>{partWords(counts, items.length)}</span>
        </h2>
      }
    >
      <Tbl caption={title} className="items">
        <Heads hidden of={["Item", "State", "Owner and due", "Act"]} />
        <tbody>
          {items.map((item) => (
            <ChecklistRow key={item.id} item={item} {...props} />
          ))}
        </tbody>
      </Tbl>
    </PhoneFold>
  );
}

const SHOWN_LABELS = { all: "All", late: "Late", mine: "Mine", blocked: "Blocked" };

function ListTools(props: ChecklistProps & { shown: readonly ChecklistItem[] }) {
  const { list, base, csv, search, now, shown } = props;
  const href = (change: Partial<ChecklistSearch>) =>
    `${base}?tab=checklist${checklistQuery({ ...search, ...change })}`;
  const query = checklistQuery(search).slice(1);
  return (
    <Tools count={<ExportLinks href={query === "" ? csv : `${csv}?${query}`} count={shown.length} />}>
      <div className="acts-row no-print">
        <Segment
          label="Which items"
          items={SHOWN.map((show) => ({
            label: `${SHOWN_LABELS[show]} ${shownItems(list.items, show, now).length}`,
            href: href({ show }),
            current: search.show === show,
          }))}
        />
        <Segment
          label="In which order"
          items={[
            { label: "By section", href: href({ by: "section" }), current: search.by === "section" },
            { label: "By time", href: href({ by: "time" }), current: search.by === "time" },
          ]}
        />
      </div>
    </Tools>
  );
}

function NothingShown({ show }: { show: ChecklistSearch["show"] }) {
  const words = {
    all: "Nothing is on the checklist",
    late: "Nothing is late",
    mine: "Nothing on this list waits for you",
    blocked: "Nothing waits for anything else",
  };
  return (
    <div style={{ marginTop: 16 }}>
      <EmptyState title={words[show]} />
    </div>
  );
}

function ListActs({ list, base, mayPlan, addTemplate }: ChecklistProps) {
  if (!mayPlan) return null;
  const before = list.earlierAttempts.at(-1);
  return (
    <div className="acts-row no-print" style={{ marginTop: 16 }}>
      <Button href={`${base}/checklist/new`}>Add an item</Button>
      <Button href={`${base}/checklist/template`}>Take from the template</Button>
      {before !== undefined && list.notBrought > 0 ? (
        <ActionForm
          action={addTemplate}
          className="inline-form"
          submit={`Bring over ${counted(list.notBrought, "more item")} of attempt ${before}`}
          submitLook={{}}
          hidden={{ waveId: list.waveId, template: "earlier-attempt" }}
        />
      ) : null}
    </div>
  );
}

function partWords({ settled, failed, late }: ReturnType<typeof partCounts>, total: number): string {
  const wrong = [failed > 0 ? `${failed} failed` : "", late > 0 ? `${late} late` : ""].filter(Boolean);
  return [`${settled} of ${total}`, ...wrong].join(", ");
}
