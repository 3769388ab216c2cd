import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeMemberForm } from "@/components/programs/change-member-form";
import { EndMemberForm } from "@/components/programs/end-member-form";
import { GiveRightsForm } from "@/components/programs/give-rights-form";
import { GrantTable } from "@/components/programs/grant-table";
import { LinkPersonForm } from "@/components/programs/link-person-form";
import { RightsForATime } from "@/components/programs/rights-for-a-time";
import { PageHeader, Section } from "@/components/ui/page";
import { ROLE_LABELS } from "@/lib/access/labels";
import type { Role } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { listMembers, listPeople } from "@/lib/programs/queries/members";
import { elevationAt } from "@/lib/programs/rules/elevation";
import { isMemberAt } from "@/lib/programs/rules/membership";
import {
  changeMemberAction,
  endMemberAction,
  endRightsAction,
  giveRightsAction,
  grantWorkloadAction,
  linkPersonAction,
  revokeWorkloadAction,
} from "../actions";

export const metadata: Metadata = { title: "Member" };

/** Who can be given rights for a time: not who has them all, nor who may change nothing. */
const MAY_BE_GIVEN: ReadonlySet<Role> = new Set(["executive", "platform_engineer", "business_owner"]);

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
  const now = new Date();
  const isPresent = isMemberAt(member, now);
  const given = elevationAt(member.elevations, now);
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
      {isPresent && MAY_BE_GIVEN.has(member.role) && member.userId !== actor.userId ? (
        <Section
          id="rights"
          title="Rights for a time"
          finding="Those of another role, for some hours, with a reason: for the night of a cutover, or while somebody is away."
        >
          {given ? (
            <RightsForATime
              action={endRightsAction.bind(null, program)}
              given={given}
              zone={actor.programZone}
            />
          ) : (
            <GiveRightsForm action={giveRightsAction.bind(null, program)} member={member} />
          )}
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
        <Section
          id="end"
          title="End the membership"
          finding="It ends at once: the next page this person asks for is refused."
        >
          <EndMemberForm action={endMemberAction.bind(null, program)} member={member} />
        </Section>
      ) : null}
    </>
  );
}
