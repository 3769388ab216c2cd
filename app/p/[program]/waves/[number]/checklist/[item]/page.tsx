import { notFound } from "next/navigation";
import { ItemFacts } from "@/components/cutover/item-facts";
import { ItemFields } from "@/components/cutover/item-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { CHECKLIST_STATE_LABELS, PHASE_LABELS } from "@/lib/cutover/labels";
import { CHECKLIST_STATES, type Checklist, type ChecklistItem } from "@/lib/cutover/model";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { checklistBlockers } from "@/lib/cutover/rules/checklist";
import { localText } from "@/lib/cutover/rules/local-time";
import { listPeople } from "@/lib/programs/queries/members";
import { EvidenceOf } from "../../../../evidence/evidence-of";
import { loadWavePage, type WavePageData } from "../../load-page";
import { changeItemAction, removeItemAction, settleItemAction } from "../actions";

export const metadata = { title: "Checklist item" };

type Props = { params: Promise<{ program: string; number: string; item: string }> };

export default async function ItemPage({ params }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base, now } = data;
  if (!can(actor, "gate:read")) notFound();
  const list = await listChecklist(actor, wave.waveId);
  const { item: itemId } = await params;
  const item = list.items.find(({ id }) => id === itemId);
  if (item === undefined) notFound();
  const blockers = checklistBlockers({ ...wave, id: wave.waveId }, item.attempt);
  const part = { data, list, item };
  return (
    <>
      <PageHeader
        eyebrow={item.section === "" ? `Wave ${wave.number}, checklist` : item.section}
        title={item.title}
        place={{ id: item.id, name: item.title }}
        why={
          <>
            <span>{CHECKLIST_STATE_LABELS[item.state]}</span>
            <span>{PHASE_LABELS[item.phase]}</span>
            <Link href={`${base}?tab=checklist`}>The checklist of wave {wave.number}</Link>
          </>
        }
      />
      <ItemFacts item={item} zone={list.zone} now={now} base={base} />
      <Section
        title="How it stands"
        finding={
          blockers.length > 0
            ? blockers.map(({ message }) => message).join(" ")
            : "Failed and skipped need a reason; the gate reads it."
        }
      >
        {item.waitsFor.length === 0 ? null : (
          <div style={{ marginBottom: 20 }}>
            <Callout title="It cannot be done yet" tone="risk">
              <ul className="rows dense">
                {item.waitsFor.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            </Callout>
          </div>
        )}
        {blockers.length === 0 && can(actor, "checklist:settle") ? (
          <Settle {...part} />
        ) : (
          <Standing item={item} />
        )}
      </Section>
      <EvidenceOf
        actor={actor}
        subject={{ type: "item", id: item.id }}
        means={
          item.needsEvidence ? "It cannot be done before something that shows it is attached." : undefined
        }
      />
      {blockers.length === 0 && can(actor, "wave:plan") ? <Plan {...part} /> : null}
    </>
  );
}

type Part = { data: WavePageData; list: Checklist; item: ChecklistItem };

const rowOf = (item: ChecklistItem) => ({ itemId: item.id, version: item.version });
const placeOf = ({ actor, wave }: WavePageData) => ({ slug: actor.programSlug, number: wave.number });

function Standing({ item }: { item: ChecklistItem }) {
  return (
    <p>
      {CHECKLIST_STATE_LABELS[item.state]}
      {item.reason === "" ? "." : `: ${item.reason}`}
    </p>
  );
}

function Settle({ data, item }: Part) {
  return (
    <ActionForm
      action={settleItemAction.bind(null, placeOf(data))}
      submit="Save"
      hidden={rowOf(item)}
      beside={
        <Button variant="ghost" href={`${data.base}?tab=checklist`}>
          Back to the checklist
        </Button>
      }
    >
      <Choices
        name="state"
        legend="State"
        options={CHECKLIST_STATES.map((state) => ({ value: state, label: CHECKLIST_STATE_LABELS[state] }))}
        defaultValue={item.state}
      />
      <TextArea name="reason" label="Reason or note" optional defaultValue={item.reason} />
    </ActionForm>
  );
}

async function Plan({ data, list, item }: Part) {
  const people = await listPeople(data.actor);
  const place = placeOf(data);
  return (
    <>
      <Section title="What it says">
        <ActionForm
          action={changeItemAction.bind(null, place)}
          submit="Save"
          submitLook={{}}
          hidden={rowOf(item)}
        >
          <ItemFields
            item={item}
            dueLocal={item.offset === null ? localText(item.dueAt, list.zone) : ""}
            zone={list.zone}
            people={people}
            all={list.items}
          />
        </ActionForm>
      </Section>
      <Section title="Take it off the list" finding="The audit trail keeps what it was.">
        <ActionForm
          action={removeItemAction.bind(null, place)}
          submit="Take it off"
          submitLook={{}}
          hidden={rowOf(item)}
        />
      </Section>
    </>
  );
}
