import Link from "next/link";
import { notFound } from "next/navigation";
import { ItemFields } from "@/components/cutover/item-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { CHECKLIST_STATE_LABELS } from "@/lib/cutover/labels";
import { CHECKLIST_STATES } from "@/lib/cutover/model";
import { listChecklist } from "@/lib/cutover/queries/list-checklist";
import { checklistBlockers } from "@/lib/cutover/rules/checklist";
import { localText } from "@/lib/cutover/rules/local-time";
import { listPeople } from "@/lib/programs/queries/members";
import { loadWavePage } from "../../load-page";
import { changeItemAction, removeItemAction, settleItemAction } from "../actions";

export const metadata = { title: "Checklist item" };

type Props = { params: Promise<{ program: string; number: string; item: string }> };

export default async function ItemPage({ params }: Props) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "checklist:settle")) notFound();
  const [list, people] = await Promise.all([listChecklist(actor, wave.waveId), listPeople(actor)]);
  const { item: itemId } = await params;
  const item = list.items.find(({ id }) => id === itemId);
  if (item === undefined) notFound();
  const place = { slug: actor.programSlug, number: wave.number };
  const blockers = checklistBlockers({ ...wave, id: wave.waveId }, item.attempt);
  const hidden = { itemId: item.id, version: item.version };
  return (
    <>
      <PageHeader
        eyebrow={item.section === "" ? `Wave ${wave.number}, checklist` : item.section}
        title={item.title}
        why={<span>{CHECKLIST_STATE_LABELS[item.state]}</span>}
      />
      {blockers.length > 0 ? (
        <Section title="It stays as it is">
          <p>{blockers.map(({ message }) => message).join(" ")}</p>
        </Section>
      ) : (
        <>
          <Section title="How it stands" finding="Failed and skipped need a reason; the gate reads it.">
            <ActionForm
              action={settleItemAction.bind(null, place)}
              submit="Save"
              hidden={hidden}
              beside={<Link href={`${base}?tab=checklist`}>Back to the checklist</Link>}
            >
              <Choices
                name="state"
                legend="State"
                options={CHECKLIST_STATES.map((state) => ({
                  value: state,
                  label: CHECKLIST_STATE_LABELS[state],
                }))}
                defaultValue={item.state}
              />
              <TextArea name="reason" label="Reason or note" optional defaultValue={item.reason} />
            </ActionForm>
          </Section>
          {can(actor, "wave:plan") ? (
            <>
              <Section title="What it says">
                <ActionForm
                  action={changeItemAction.bind(null, place)}
                  submit="Save"
                  submitLook={{}}
                  hidden={hidden}
                >
                  <ItemFields
                    item={item}
                    dueLocal={localText(item.dueAt, list.zone)}
                    zone={list.zone}
                    people={people}
                    sections={[...new Set(list.items.map(({ section }) => section))]}
                  />
                </ActionForm>
              </Section>
              <Section title="Take it off the list" finding="The audit trail keeps what it was.">
                <ActionForm
                  action={removeItemAction.bind(null, place)}
                  submit="Take it off"
                  submitLook={{}}
                  hidden={hidden}
                />
              </Section>
            </>
          ) : null}
        </>
      )}
    </>
  );
}
