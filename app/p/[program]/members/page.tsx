import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddMemberForm } from "@/components/programs/add-member-form";
import { MemberTable } from "@/components/programs/member-table";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { listMembers } from "@/lib/programs/queries/members";
import { isMemberAt } from "@/lib/programs/rules/membership";
import { addMemberAction } from "./actions";

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
  const shown = { slug: program, zone: actor.programZone, manages, ownUserId: actor.userId };
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
