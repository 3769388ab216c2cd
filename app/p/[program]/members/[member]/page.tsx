import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeMemberForm } from "@/components/programs/change-member-form";
import { EndMemberForm } from "@/components/programs/end-member-form";
import { GrantTable } from "@/components/programs/grant-table";
import { LinkPersonForm } from "@/components/programs/link-person-form";
import { PageHeader, Section } from "@/components/ui/page";
import { ROLE_LABELS } from "@/lib/access/labels";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listMembers, listPeople } from "@/lib/programs/queries/members";
import { isMemberAt } from "@/lib/programs/rules/membership";
import {
  changeMemberAction,
  endMemberAction,
  grantWorkloadAction,
  linkPersonAction,
  revokeWorkloadAction,
} from "../actions";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({
  params,
}: {
  params: Promise<{ program: string; member: string }>;
}) {
  const { program, member: id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "member:manage")) notFound();
  const member = (await listMembers(actor)).find((candidate) => candidate.id === id);
  if (member === undefined) notFound();
  const people = await listPeople(actor);
  const isPresent = isMemberAt(member, new Date());
  return (
    <>
      <PageHeader
        eyebrow="Member"
        title={member.name}
        place={member}
        why={
          <>
            <span>{ROLE_LABELS[member.role]}</span>
            <span>{member.email}</span>
          </>
        }
      />
      {isPresent ? (
        <Section id="role" title="Role and end">
          <ChangeMemberForm
            action={changeMemberAction.bind(null, program)}
            member={member}
            zone={actor.programZone}
          />
        </Section>
      ) : null}
      {member.role === "partner" ? (
        <Section
          id="grants"
          title="Workloads this partner sees"
          finding="A partner sees these, the links between them, and the name and window of their waves."
        >
          <GrantTable
            member={member}
            namesSource={`/api/p/${program}/workloads/names`}
            grantAction={grantWorkloadAction.bind(null, program)}
            revokeAction={revokeWorkloadAction.bind(null, program)}
          />
        </Section>
      ) : null}
      <Section
        id="person"
        title="Name in the facts"
        finding="Facts name people who may have no account. The link says that this account is one of them."
      >
        <LinkPersonForm action={linkPersonAction.bind(null, program)} member={member} people={people} />
      </Section>
      {isPresent ? (
        <Section id="end" title="End the membership" finding="The next request of this person is refused.">
          <EndMemberForm action={endMemberAction.bind(null, program)} member={member} />
        </Section>
      ) : null}
    </>
  );
}
