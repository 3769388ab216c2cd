import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { TemplateShelf } from "@/lib/cutover/model";
import { templateShelves } from "@/lib/cutover/queries/templates";
import { builtInItems } from "@/lib/cutover/rules/built-in";
import { kindInPath } from "@/lib/cutover/rules/template";
import { counted } from "@/lib/kernel/text";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { adoptTemplateAction } from "./actions";

export const metadata: Metadata = { title: "Checklist templates" };

export default async function ChecklistsPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "gate:read")) notFound();
  const shelves = await templateShelves(actor);
  const may = can(actor, "program:configure");
  const without = shelves.filter(({ current }) => current === null).length;
  return (
    <>
      <PageHeader
        title="Checklist templates"
        why={<span>What each kind of wave begins its checklist with.</span>}
      />
      <Section
        title="One for each kind of wave"
        finding={
          without === 0
            ? "A new version never changes a list that a wave has already."
            : `${counted(without, "kind")} of wave ${without === 1 ? "has" : "have"} none; ${may ? "the built-in list is one press away" : "the program manager can take the built-in list"}.`
        }
      >
        <Tbl caption="Checklist templates by kind of wave" roomy>
          <Heads of={["Kind of wave", "Counts now", "Draft", "Waves with it", may ? ["Act", "vh"] : null]} />
          <tbody>
            {shelves.map((shelf) => (
              <Row key={shelf.kind} shelf={shelf} program={program} zone={actor.programZone} may={may} />
            ))}
          </tbody>
        </Tbl>
      </Section>
    </>
  );
}

type RowProps = { shelf: TemplateShelf; program: string; zone: string; may: boolean };

function Row({ shelf: { kind, current, draft, waves, applied }, program, zone, may }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link href={`/p/${program}/checklists/${kindInPath(kind)}`}>{WAVE_KIND_LABELS[kind]}</Link>
      </th>
      <td data-l="Counts now:">
        {current === null ? (
          <Missing>none yet</Missing>
        ) : (
          <>
            Version {current.number}, {counted(current.items, "item")}
            <span className="sub">
              <Moment at={current.at} zone={zone} show="day" />, {current.by}
            </span>
          </>
        )}
      </td>
      <td data-l="Draft:">
        {draft === null ? "none" : `Version ${draft.number}, ${counted(draft.items, "item")}`}
      </td>
      <td data-l="Waves with it:">
        {waves === 0 ? <span className="mute">no wave of this kind</span> : `${applied} of ${waves}`}
      </td>
      {may ? (
        <td className="r">
          {current === null && draft === null ? (
            <ActionForm
              action={adoptTemplateAction.bind(null, program)}
              className="inline-form"
              submit={`Take the built-in list of ${builtInItems(kind).length}`}
              submitLook={{ size: "sm" }}
              hidden={{ kind }}
              aria-label={`Take the built-in list for ${WAVE_KIND_LABELS[kind].toLowerCase()} waves`}
            />
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
