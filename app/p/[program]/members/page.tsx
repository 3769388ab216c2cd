import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddMemberForm } from "@/components/programs/add-member-form";
import { MemberTable } from "@/components/programs/member-table";
import { RightsForATime } from "@/components/programs/rights-for-a-time";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { listMembers } from "@/lib/programs/queries/members";
import { elevationAt } from "@/lib/programs/rules/elevation";
import { isMemberAt } from "@/lib/programs/rules/membership";
import { addMemberAction, endRightsAction } from "./actions";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "member:read")) notFound();
  const members = await listMembers(actor);
  const now = new Date();
  const present = members.filter((member) => isMemberAt(member, now));
  const past = members.filter((member) => !isMemberAt(member, now));
  const manages = can(actor, "member:manage");
  const shown = { slug: program, zone: actor.programZone, now, manages, ownUserId: actor.userId };
  const own = members.find((member) => member.userId === actor.userId);
  const given = own === undefined ? null : elevationAt(own.elevations, now);
  return (
    <>
      <PageHeader
        title="Members"
        why={
          <>
            <span>{counted(present.length, "member")}</span>
            <span>
              {manages
                ? "You manage who has which role."
                : "Program managers of this program manage who has which role."}
            </span>
          </>
        }
      />
      {given ? (
        <Section
          id="given"
          title="Your rights for a time"
          finding="They end by themselves; what you do with them stays yours."
        >
          <RightsForATime action={endRightsAction.bind(null, program)} given={given} zone={actor.zone} />
        </Section>
      ) : null}
      <Section
        id="present"
        title="Members now"
        finding="One person, one role; what was done under a role that has ended stays."
      >
        <MemberTable members={present} caption="Members" {...shown} />
      </Section>
      {manages ? (
        <Section id="add" title="Add a member" finding="An ended membership begins again the same way.">
          <AddMemberForm action={addMemberAction.bind(null, program)} zone={actor.programZone} />
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section
          id="past"
          title="Past members"
          finding="They see nothing any more; what they did stays theirs."
        >
          <MemberTable members={past} caption="Past members" {...shown} />
        </Section>
      ) : null}
    </>
  );
}
