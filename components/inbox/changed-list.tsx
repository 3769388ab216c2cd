import { EventRows } from "@/components/audit/event-rows";
import { ActionForm } from "@/components/ui/action-form";
import { Link } from "@/components/ui/link";
import { Group } from "@/components/ui/page";
import type { ChangedGroup } from "@/lib/inbox/model";
import type { FormAction } from "@/lib/kernel/action-state";
import { counted } from "@/lib/kernel/text";

/** So many changes of one subject are written out; its own history holds the rest. */
const SHOWN = 5;

export type ChangedListProps = {
  groups: readonly ChangedGroup[];
  base: string;
  zone: string;
  markRead: FormAction;
};

/** What others changed, by what it is about. */
export function ChangedList({ groups, base, zone, markRead }: ChangedListProps) {
  return groups.map((group) => (
    <div key={`${group.type} ${group.id}`} className="changed">
      <Group
        title={<Link href={`${base}${group.href}`}>{group.label}</Link>}
        count={`${group.why.slice(0, 1).toUpperCase()}${group.why.slice(1)}; ${group.unread > 0 ? `${group.unread} unread` : "read"}`}
        actions={group.unread > 0 ? <ReadForm group={group} markRead={markRead} /> : null}
      />
      <EventRows events={group.changes.slice(0, SHOWN).map((change) => change.event)} zone={zone} />
      {group.changes.length > SHOWN ? (
        <p className="soft dense">
          And {counted(group.changes.length - SHOWN, "earlier change")}; its{" "}
          <Link href={`${base}${group.href}`}>page</Link> has them.
        </p>
      ) : null}
    </div>
  ));
}

function ReadForm({ group, markRead }: { group: ChangedGroup; markRead: FormAction }) {
  return (
    <ActionForm
      action={markRead}
      className="inline-form"
      submit="Mark read"
      submitLook={{ variant: "ghost", size: "sm" }}
      hidden={{ subjectType: group.type, subjectId: group.id, upTo: group.upTo }}
      aria-label={`Mark ${group.label} read`}
    />
  );
}
