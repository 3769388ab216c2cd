import { AttachedEvidence } from "@/components/evidence/attached-evidence";
import type { Actor } from "@/lib/access/model";
import { can } from "@/lib/access/policy";
import type { EvidenceSubject } from "@/lib/evidence/model";
import { evidenceOf } from "@/lib/evidence/queries/evidence-of";
import { attachEvidenceAction, detachEvidenceAction } from "./actions";

type Props = {
  actor: Actor;
  subject: EvidenceSubject;
  /** What attaching here does beside. */
  means?: string;
};

/** What a risk, an exit criterion or a drill rests on, for its page; nothing for those who read no evidence. */
export async function EvidenceOf({ actor, subject, means }: Props) {
  if (!can(actor, "evidence:read")) return null;
  const evidence = await evidenceOf(actor, subject, new Date());
  const slug = actor.programSlug;
  const actions = can(actor, "evidence:write")
    ? {
        attach: attachEvidenceAction.bind(null, slug),
        detach: detachEvidenceAction.bind(null, slug),
      }
    : undefined;
  return <AttachedEvidence {...{ evidence, subject, means, actions }} path={`/p/${slug}/evidence`} />;
}
