import { nameKey } from "@/lib/kernel/text";

/** How far a source is trusted until somebody decides otherwise, with the reason in words. */
export type DefaultTrust = { trust: 1 | 2 | 3 | 4 | 5; why: string };

const KNOWN: readonly { names: RegExp; trust: DefaultTrust["trust"]; why: string }[] = [
  {
    names: /^(rvtools|vcenter|vsphere|vmware)/u,
    trust: 4,
    why: "It reads machines from the hypervisor itself; it knows nothing of what they are for.",
  },
  {
    names: /^azure migrate/u,
    trust: 4,
    why: "It measures machines over weeks; what runs on them it infers.",
  },
  {
    names: /^(aws|migration factory|cloud migration factory)/u,
    trust: 3,
    why: "People fill in its intake form; what it says is what somebody said some time ago.",
  },
  {
    names: /^konveyor/u,
    trust: 3,
    why: "Assessments made by people with the teams; as good as their last review.",
  },
  {
    names: /cmdb|servicenow|configuration/u,
    trust: 3,
    why: "Kept by hand between many teams; often right, rarely complete.",
  },
  {
    names: /spreadsheet|excel|sheet|list|survey/u,
    trust: 2,
    why: "A list that somebody keeps; nobody checks it against the machines.",
  },
];

/** The trust of a source that is new to the program. */
export function defaultTrust(source: string): DefaultTrust {
  const key = nameKey(source);
  const known = KNOWN.find((one) => one.names.test(key));
  if (known !== undefined) return { trust: known.trust, why: known.why };
  return { trust: 3, why: "Nothing is known of this source; it counts as much as most." };
}
