import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Heads, Tbl } from "@/components/ui/table";
import { ROLE_LABELS } from "@/lib/access/labels";
import { counted } from "@/lib/kernel/text";
import type { Member } from "@/lib/programs/model";
import { elevationAt } from "@/lib/programs/rules/elevation";
import { lastInstant } from "@/lib/programs/rules/membership";

export type MemberTableProps = {
  members: readonly Member[];
  caption: string;
  slug: string;
  /** The program's zone. */
  zone: string;
  now: Date;
  /** Whether names lead to the page where a membership is managed. */
  manages: boolean;
  ownUserId: string;
};

/** Who has which role, since when and until when. */
export function MemberTable({ members, caption, ...shown }: MemberTableProps) {
  return (
    <Tbl caption={caption} roomy stack="run">
      <Heads of={["Name", "Role", "Since", "Last day", "Name in the facts"]} />
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} {...shown} />
        ))}
      </tbody>
    </Tbl>
  );
}

type MemberRowProps = { member: Member } & Omit<MemberTableProps, "members" | "caption">;

function MemberRow({ member, slug, zone, now, manages, ownUserId }: MemberRowProps) {
  const given = elevationAt(member.elevations, now);
  return (
    <tr>
      <th scope="row">
        {manages ? <Link href={`/p/${slug}/members/${member.id}`}>{member.name}</Link> : member.name}
        {member.userId === ownUserId ? <span className="mute"> (you)</span> : null}
        <br />
        <span className="small mute">{member.email}</span>
      </th>
      <td>
        {ROLE_LABELS[member.role]}
        {member.role === "partner" ? (
          <span className="mute"> · sees {counted(member.grants.length, "workload")}</span>
        ) : null}
        {given ? (
          <p className="small">
            {ROLE_LABELS[given.role]} until <Moment at={given.endsAt} zone={zone} />
          </p>
        ) : null}
        {member.reason ? <p className="small mute">{member.reason}</p> : null}
      </td>
      <td data-l="since">
        <Moment at={member.since} zone={zone} show="day" />
      </td>
      <td data-l="last day" className={member.endsAt === null ? "not-s" : undefined}>
        {member.endsAt === null ? (
          <span className="mute">no end</span>
        ) : (
          <Moment at={lastInstant(member.endsAt)} zone={zone} show="day" />
        )}
      </td>
      <td data-l="in the facts">{member.person?.name ?? <span className="mute">not linked</span>}</td>
    </tr>
  );
}
