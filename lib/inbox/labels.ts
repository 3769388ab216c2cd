import type { InboxKind, MailWhen } from "./model";

export const KIND_LABELS: Record<InboxKind, string> = {
  action: "Action needed",
  changed: "Changed on what you own",
  late: "Late",
};

export const KIND_MEANINGS: Record<InboxKind, string> = {
  action:
    "A gate asks for your signature, a risk for your decision, a question for your answer; something of yours is due or has ended.",
  changed: "Somebody else changed a workload or risk you own, a wave you lead, or a gate you sign.",
  late: "Something of yours should have been done by now.",
};

export const WHEN_LABELS: Record<MailWhen, string> = {
  immediately: "At once",
  daily: "Once a day",
  never: "Never",
};
