import type { JsonRecord } from "@/lib/kernel/canonical-json";
import type { Subject } from "@/lib/kernel/violations";

/**
 * Every event that Wavegate records. The shape says which facts an event must carry: `created` and `decided` what is
 * true after, `changed` what was before and what is after (the changed fields alone), `removed` what was before.
 * `does` completes the sentence "<actor> … <subject>".
 */
export const EVENTS = {
  "program.created": { shape: "created", does: "created program" },
  "program.changed": { shape: "changed", does: "changed program" },
  "program.founded": { shape: "decided", does: "set up the scales and defaults of program" },
  "program.started-from-playbook": { shape: "decided", does: "started from a playbook the program" },
  "user.created": { shape: "created", does: "created the account of" },
  "user.changed": { shape: "changed", does: "changed the account of" },
  "user.password-set": { shape: "decided", does: "set a password for" },
  "member.added": { shape: "created", does: "gave membership to" },
  "member.changed": { shape: "changed", does: "changed the membership of" },
  "member.ended": { shape: "changed", does: "ended the membership of" },
  "member.rights-given": { shape: "created", does: "gave rights for a time to" },
  "member.rights-ended": { shape: "changed", does: "ended the rights for a time of" },
  "partner.granted": { shape: "created", does: "let a partner see" },
  "partner.revoked": { shape: "removed", does: "no longer lets a partner see" },
  "session.opened": { shape: "decided", does: "signed in as" },
  "session.ended": { shape: "decided", does: "ended a session of" },
  "session.stepped-up": { shape: "decided", does: "proved again to be" },
  "session.step-up-refused": { shape: "decided", does: "gave a wrong password to sign as" },
  "person.added": { shape: "created", does: "added person" },
  "person.changed": { shape: "changed", does: "changed person" },
  "person.linked": { shape: "changed", does: "linked an account to person" },
  "person.merged": { shape: "decided", does: "merged another name into person" },
  "tier.created": { shape: "created", does: "created tier" },
  "tier.changed": { shape: "changed", does: "changed tier" },
  "workload.created": { shape: "created", does: "added workload" },
  "workload.changed": { shape: "changed", does: "changed workload" },
  "dependency.created": { shape: "created", does: "recorded the dependency" },
  "dependency.changed": { shape: "changed", does: "changed the dependency" },
  "dependency.removed": { shape: "removed", does: "removed the dependency" },
  "recovery-target.set": { shape: "created", does: "set a recovery target for" },
  "recovery-target.changed": { shape: "changed", does: "changed the recovery target of" },
  "recovery-target.removed": { shape: "removed", does: "removed the own recovery target of" },
  "risk-domain.created": { shape: "created", does: "created risk domain" },
  "risk-domain.changed": { shape: "changed", does: "changed risk domain" },
  "risk.raised": { shape: "created", does: "raised risk" },
  "risk.changed": { shape: "changed", does: "changed risk" },
  "risk.assessed": { shape: "changed", does: "assessed risk" },
  "risk.closed": { shape: "changed", does: "closed risk" },
  "risk.reopened": { shape: "changed", does: "reopened risk" },
  "risk.acceptance-proposed": { shape: "created", does: "proposed to accept risk" },
  "risk.accepted": { shape: "decided", does: "accepted risk" },
  "risk.acceptance-refused": { shape: "decided", does: "refused to accept risk" },
  "risk.acceptance-revoked": { shape: "changed", does: "revoked the acceptance of risk" },
  "risk.acceptance-withdrawn": { shape: "changed", does: "took back the proposal to accept risk" },
  "risk.action-planned": { shape: "created", does: "planned an action against risk" },
  "risk.action-changed": { shape: "changed", does: "changed an action against risk" },
  "risk.action-settled": { shape: "changed", does: "settled an action against risk" },
  "risk-scale.published": { shape: "changed", does: "published risk scale" },
  "control.created": { shape: "created", does: "added control" },
  "control.changed": { shape: "changed", does: "changed control" },
  "control.verified": { shape: "decided", does: "recorded a verification of control" },
  "control.risk-linked": { shape: "decided", does: "linked a risk to control" },
  "control.risk-unlinked": { shape: "decided", does: "unlinked a risk from control" },
  "risk.control-linked": { shape: "decided", does: "linked a control to risk" },
  "risk.control-unlinked": { shape: "decided", does: "unlinked a control from risk" },
  "drill.recorded": { shape: "created", does: "recorded a drill of" },
  "drill.withdrawn": { shape: "changed", does: "withdrew a drill of" },
  "recovery-claim.set": { shape: "created", does: "recorded what is claimed for the recovery of" },
  "recovery-claim.changed": { shape: "changed", does: "changed what is claimed for the recovery of" },
  "recovery-claim.removed": { shape: "removed", does: "removed what was claimed for the recovery of" },
  "recovery-component.set": { shape: "created", does: "recorded what protects" },
  "recovery-component.changed": { shape: "changed", does: "changed what protects" },
  "evidence.added": { shape: "created", does: "added evidence" },
  "evidence.revised": { shape: "decided", does: "added a revision of evidence" },
  "evidence.changed": { shape: "changed", does: "renamed evidence" },
  "evidence.attached": { shape: "decided", does: "attached evidence" },
  "evidence.detached": { shape: "decided", does: "detached evidence" },
  "calendar.period-added": { shape: "created", does: "added to the calendar" },
  "calendar.period-changed": { shape: "changed", does: "changed in the calendar" },
  "calendar.period-ended": { shape: "changed", does: "took out of the calendar" },
  "calendar.feed-made": { shape: "decided", does: "made a calendar address for" },
  "calendar.feed-revoked": { shape: "decided", does: "revoked a calendar address of" },
  "wave.created": { shape: "created", does: "created wave" },
  "wave.changed": { shape: "changed", does: "changed wave" },
  "wave.window-moved": { shape: "changed", does: "moved the window of wave" },
  "wave.workloads-added": { shape: "decided", does: "added workloads to wave" },
  "wave.workloads-removed": { shape: "decided", does: "took workloads out of wave" },
  "wave.transitioned": { shape: "changed", does: "moved the state of wave" },
  "wave.window-excepted": { shape: "decided", does: "let a cutover start outside the window of wave" },
  "wave.freeze-excepted": { shape: "decided", does: "let the window meet a freeze in wave" },
  "wave.rollback-recorded": { shape: "decided", does: "recorded what was rolled back of wave" },
  "checklist.item-added": { shape: "created", does: "added checklist item" },
  "checklist.item-changed": { shape: "changed", does: "changed checklist item" },
  "checklist.item-removed": { shape: "removed", does: "removed checklist item" },
  "checklist.item-settled": { shape: "changed", does: "settled checklist item" },
  "checklist-template.begun": { shape: "created", does: "began a draft of" },
  "checklist-template.changed": { shape: "changed", does: "changed the draft of" },
  "checklist-template.published": { shape: "decided", does: "published" },
  "checklist-template.discarded": { shape: "removed", does: "discarded the draft of" },
  "gate-template.changed": { shape: "changed", does: "changed the gate template" },
  "gate.opened": { shape: "created", does: "opened gate" },
  "gate.changed": { shape: "changed", does: "changed gate" },
  "gate.criterion-attested": { shape: "decided", does: "attested criterion" },
  "gate.criterion-waived": { shape: "decided", does: "waived criterion" },
  "gate.waiver-revoked": { shape: "changed", does: "revoked the waiver of criterion" },
  "gate.approved": { shape: "decided", does: "approved gate" },
  "gate.approved-with-conditions": { shape: "decided", does: "approved with conditions the gate" },
  "gate.declined": { shape: "decided", does: "declined gate" },
  "gate.seat-lent": { shape: "decided", does: "let somebody sign in their stead at gate" },
  "gate.seat-taken-back": { shape: "decided", does: "ended that somebody signs in another’s stead at gate" },
  "gate.condition-closed": { shape: "changed", does: "closed condition" },
  "import.previewed": { shape: "created", does: "brought in for preview the file" },
  "import.mapped": { shape: "changed", does: "changed the mapping of file" },
  "import.committed": { shape: "decided", does: "imported file" },
  "import.discarded": { shape: "changed", does: "discarded file" },
  "import.undone": { shape: "decided", does: "undid the import of file" },
  "import.failed": { shape: "decided", does: "could not finish the import of file" },
  "import.retried": { shape: "decided", does: "asked to read again the file" },
  "workload.removed": { shape: "removed", does: "took back workload" },
  "site.removed": { shape: "removed", does: "took back site" },
  "process.removed": { shape: "removed", does: "took back business process" },
  "wave.removed": { shape: "removed", does: "took back wave" },
  "risk.removed": { shape: "removed", does: "took back risk" },
  "person.removed": { shape: "removed", does: "took back person" },
  "source.removed": { shape: "removed", does: "took back source" },
  "workload.sites-set": { shape: "changed", does: "changed the sites served by" },
  "workload.duties-set": { shape: "changed", does: "changed who does what for" },
  "asset.created": { shape: "created", does: "added asset" },
  "asset.changed": { shape: "changed", does: "changed asset" },
  "asset.removed": { shape: "removed", does: "took back asset" },
  "site.created": { shape: "created", does: "added site" },
  "site.changed": { shape: "changed", does: "changed site" },
  "process.created": { shape: "created", does: "added business process" },
  "process.changed": { shape: "changed", does: "changed business process" },
  "process.fallback-acknowledged": {
    shape: "decided",
    does: "acknowledged the fallback of business process",
  },
  "measurement.recorded": { shape: "created", does: "recorded a measurement of" },
  "remediation.recorded": { shape: "created", does: "recorded remediation" },
  "remediation.changed": { shape: "changed", does: "changed remediation" },
  "tenant-class.recorded": { shape: "created", does: "recorded tenant class" },
  "tenant-class.changed": { shape: "changed", does: "changed tenant class" },
  "tenant-class.removed": { shape: "removed", does: "removed tenant class" },
  "external-link.recorded": { shape: "created", does: "recorded a link out of the portfolio of" },
  "external-link.changed": { shape: "changed", does: "changed a link out of the portfolio of" },
  "external-link.removed": { shape: "removed", does: "removed a link out of the portfolio of" },
  "source.created": { shape: "created", does: "added source" },
  "source.changed": { shape: "changed", does: "changed source" },
  "question.raised": { shape: "created", does: "asked which value counts for" },
  "question.answered": { shape: "changed", does: "answered which value counts for" },
  "question.withdrawn": { shape: "changed", does: "withdrew a question about" },
  "comment.written": { shape: "created", does: "commented on" },
  "comment.changed": { shape: "changed", does: "changed a comment on" },
  "comment.removed": { shape: "removed", does: "took back a comment on" },
  "view.saved": { shape: "created", does: "saved view" },
  "view.changed": { shape: "changed", does: "changed view" },
  "view.removed": { shape: "removed", does: "removed view" },
  "mail.preferences-set": { shape: "decided", does: "chose when mail goes to" },
  "mail.sent-again": { shape: "decided", does: "had a mail sent again to" },
  "pack.frozen": { shape: "created", does: "froze board pack" },
  "audit.exported": { shape: "decided", does: "exported the audit trail of" },
  "audit.verified": { shape: "decided", does: "verified the audit trail of" },
  "audit.checkpointed": { shape: "decided", does: "asked for a signed checkpoint of" },
} as const satisfies Record<string, { shape: "created" | "changed" | "removed" | "decided"; does: string }>;

export type EventAction = keyof typeof EVENTS;

type Shapes = {
  created: { after: JsonRecord };
  decided: { after: JsonRecord };
  changed: { before: JsonRecord; after: JsonRecord };
  removed: { before: JsonRecord };
};

/** What a command says happened; the envelope (actor, clocks, request) is added where it is recorded. */
export type AuditEventInput = {
  [A in EventAction]: { action: A; subject: Subject; note?: string } & Shapes[(typeof EVENTS)[A]["shape"]];
}[EventAction];

/** A command answers with at least one event. */
export type EventList = readonly [AuditEventInput, ...AuditEventInput[]];

/** Where history brought in later is known from, why it was brought in, and who brought it in. */
export type BackfillNote = { source: string; reason: string; by: { id: string; name: string } };

/** The hashed text of an event, parsed. `occurredAt` is ISO 8601 in UTC with milliseconds. */
export type EventBody = {
  action: string;
  actor: { id: string | null; name: string; role: string; via: string };
  after: JsonRecord | null;
  backfill: BackfillNote | null;
  before: JsonRecord | null;
  note: string | null;
  occurredAt: string;
  requestId: string;
  subject: Subject;
};

/** One recorded event as pages show it. */
export type RecordedEvent = {
  chainId: string;
  seq: number;
  recordedAt: Date;
  occurredAt: Date;
  hash: string;
  body: EventBody;
};

/** A page of events; `newerThan` and `olderThan` are where the next pages begin, null where there is none. */
export type EventPage = {
  events: RecordedEvent[];
  total: number;
  everything: number;
  newerThan: number | null;
  olderThan: number | null;
};

/** What the list of events can be filtered by. */
export type EventFilters = { people: { id: string; name: string }[]; subjects: string[] };

/** What is known of a program's chain without reading all of it. */
export type ChainStanding = {
  events: number;
  head: { seq: number; hash: string; recordedAt: Date } | null;
  checkpoint: { seq: number; hash: string; signedAt: Date; reason: string; keyId: string } | null;
  /** The last head that the witness file noted; null when it noted none. */
  witness: { seq: number; at: string; agrees: boolean } | null;
  /** The fingerprint of this installation's key; null when the key cannot be read. */
  keyId: string | null;
  verified: { at: Date; by: string; intact: boolean; events: number | null } | null;
};

/** The chain of what belongs to no program. */
export const INSTANCE_CHAIN = "00000000-0000-0000-0000-000000000000";

/** The hash before the first event. */
export const GENESIS_HASH = "0".repeat(64);

/** One line of the chain as it is verified: everything that was hashed, and the hash. */
export type ChainLink = {
  chain: string;
  seq: number;
  recordedAt: string;
  body: string;
  prev: string;
  hash: string;
};

/** A signed statement of a chain's head; `signature` is base64 Ed25519 over the canonical JSON of the rest but keyId. */
export type Checkpoint = {
  chain: string;
  seq: number;
  hash: string;
  signedAt: string;
  reason: string;
  keyId: string;
  signature: string;
};

/** A line of the witness file. */
export type WitnessLine = { chain: string; seq: number; hash: string; at: string };
