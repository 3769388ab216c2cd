import { ProtectionMark } from "@/components/recovery/protection-mark";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Days, Duration } from "@/components/ui/moment";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { listed } from "@/lib/kernel/text";
import { COMPONENT_LABELS, PROTECTION_LABELS } from "@/lib/recovery/labels";
import type {
  ComponentDesign,
  ComponentTarget,
  JudgedComponent,
  JudgedProtection,
} from "@/lib/recovery/model";

/** What protects the parts of a workload by design, each with its target, and whether it can hold it. `href`: where it is changed. */
export function ProtectionPart({ protection, href }: { protection: JudgedProtection; href: string | null }) {
  const isEmpty = protection.version === 0;
  return (
    <Section
      id="protection"
      title="What protects it"
      finding="What the design says of each part. It proves nothing: only a drill does."
      actions={
        href === null ? null : (
          <Link className="go" href={href}>
            {isEmpty ? "Record what protects it" : "Change what protects it"}
          </Link>
        )
      }
    >
      {isEmpty ? (
        <EmptyState title="Nobody has recorded what protects it">
          Snapshots, replicas and copies of its databases, documents, configuration, queues, infrastructure
          and identity stand here, held against what is promised.
        </EmptyState>
      ) : (
        <Parts components={protection.components} />
      )}
    </Section>
  );
}

function Parts({ components }: { components: readonly JudgedComponent[] }) {
  return (
    <Tbl caption="What protects each part by design" roomy stack="run">
      <Heads of={["Part", "RTO", "RPO", "Protection", "Copied every", "Kept for", "Verdict"]} />
      <tbody>
        {components.map((one) => (
          <tr key={one.design.kind}>
            <th scope="row">{COMPONENT_LABELS[one.design.kind]}</th>
            {one.design.applies ? <Facts part={one} /> : <td colSpan={5} className="not-s" />}
            <td className="full">
              <ProtectionMark verdict={one.verdict} />
              <Why part={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Facts({ part: { design, rto, rpo } }: { part: JudgedComponent }) {
  return (
    <>
      <td data-l="RTO">
        <Target target={rto} />
      </td>
      <td data-l="RPO">
        <Target target={rpo} />
      </td>
      <td>
        <Protections design={design} />
      </td>
      <td data-l="copied every">{design.unprotected ? "no copies" : <Interval design={design} />}</td>
      <td className="nw" data-l="kept for">
        {design.unprotected ? "no copies" : <Days count={design.retentionDays} missing="not known" />}
      </td>
    </>
  );
}

function Target({ target }: { target: ComponentTarget }) {
  if (target === null) return <Missing>no target</Missing>;
  return (
    <span className="nw">
      <Duration minutes={target.minutes} />
      {target.from === "component" ? <span className="mute"> own</span> : null}
    </span>
  );
}

function Protections({ design: { unprotected, protections } }: { design: ComponentDesign }) {
  if (unprotected) return "None";
  if (protections.length === 0) return <Missing>not known</Missing>;
  return listed(
    protections.map((one, at) => (at === 0 ? PROTECTION_LABELS[one] : lower(PROTECTION_LABELS[one]))),
    6,
  );
}

function Interval({ design: { copyInterval } }: { design: ComponentDesign }) {
  return copyInterval === 0 ? "continuously" : <Duration minutes={copyInterval} missing="not known" />;
}

/** Every reason, the worst first; a note beside them where it is not the reason itself. */
function Why({ part: { design, reasons } }: { part: JudgedComponent }) {
  const words = [...reasons.map((one) => one.words), design.applies === false ? "" : design.note];
  return (
    <div className="soft">
      {words
        .filter((one) => one !== "")
        .map((one) => (/[.!?]$/u.test(one) ? one : `${one}.`))
        .join(" ")}
    </div>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
