import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { GateTemplate } from "@/lib/gates/model/template";
import { listTemplates } from "@/lib/gates/queries/templates";
import { inPath } from "@/lib/gates/rules/read-template";
import { formatDay } from "@/lib/kernel/moments";
import { counted } from "@/lib/kernel/text";
import { GATE_KIND_LABELS, WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { WAVE_KINDS } from "@/lib/waves/model/states";

export const metadata: Metadata = { title: "Gate templates" };

type Props = { params: Promise<{ program: string }> };

export default async function GateTemplatesPage({ params }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read")) notFound();
  const templates = await listTemplates(actor);
  const own = templates.filter(({ version }) => version > 0).length;
  return (
    <>
      <PageHeader
        title="Gate templates"
        why={
          <>
            <span>What each gate asks, by kind of wave</span>
            <span>
              {own === 0 ? "All as Wavegate brings them" : `${counted(own, "template")} of the program’s own`}
            </span>
          </>
        }
      />
      {WAVE_KINDS.map((waveKind) => (
        <Section key={waveKind} id={inPath(waveKind)} title={`${WAVE_KIND_LABELS[waveKind]} waves`}>
          <Tbl
            caption={`Gate templates of ${WAVE_KIND_LABELS[waveKind].toLowerCase()} waves`}
            roomy
            stack="run"
          >
            <Heads
              of={[
                ["Gate", { width: "22%" }],
                ["Asks for", { width: "14%" }],
                ["Signed by", { width: "14%" }],
                ["Demanded", { width: "24%" }],
                "Version",
              ]}
            />
            <tbody>
              {templates
                .filter((template) => template.waveKind === waveKind)
                .map((template) => (
                  <Row key={template.kind} template={template} program={program} zone={actor.programZone} />
                ))}
            </tbody>
          </Tbl>
        </Section>
      ))}
    </>
  );
}

function Row({ template, program, zone }: { template: GateTemplate; program: string; zone: string }) {
  const { kind, waveKind, criteria, seats, quorum, demanded, version, changedAt, changedBy } = template;
  return (
    <tr>
      <th scope="row">
        <Link href={`/p/${program}/gate-templates/${inPath(waveKind)}/${inPath(kind)}`}>
          {GATE_KIND_LABELS[kind]}
        </Link>
      </th>
      <td>{counted(criteria.length, "criterion", "criteria")}</td>
      <td>
        {quorum} of {counted(seats.length, "seat")}
      </td>
      <td>{demanded ? "Demanded of every wave" : "Where one is opened"}</td>
      <td>
        {version === 0 ? "Wavegate’s own" : `Version ${version}`}
        {changedAt === null ? null : (
          <span className="sub">
            {changedBy}, {formatDay(changedAt, zone)}
          </span>
        )}
      </td>
    </tr>
  );
}
