import { notFound } from "next/navigation";
import { TemplateTable } from "@/components/cutover/template-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import type { Template } from "@/lib/cutover/model";
import { builtInItems } from "@/lib/cutover/rules/built-in";
import { templateChanges } from "@/lib/cutover/rules/template";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted, listed } from "@/lib/kernel/text";
import { WAVE_KIND_LABELS } from "@/lib/waves/labels";
import { adoptTemplateAction, beginDraftAction, discardDraftAction, publishTemplateAction } from "../actions";
import { loadTemplatePage, type TemplatePageData } from "../load";

export const metadata = { title: "Checklist template" };

type Props = { params: Promise<{ program: string; kind: string }>; searchParams: Promise<SearchParams> };

export default async function TemplatePage({ params, searchParams }: Props) {
  const data = await loadTemplatePage(params);
  const { version } = await searchParams;
  const asked = data.versions.find(({ number }) => String(number) === version);
  if (version !== undefined && asked === undefined) notFound();
  const shown = asked ?? data.draft ?? data.current;
  return (
    <>
      <PageHeader
        eyebrow="Checklist template"
        title={`${WAVE_KIND_LABELS[data.kind]} waves`}
        why={<Versions data={data} shown={shown} />}
        actions={
          shown !== null && shown.published === null && data.mayChange ? (
            <Button href={`${data.base}/new`}>Add an item</Button>
          ) : null
        }
      />
      {shown === null ? <NoVersion data={data} /> : <Version data={data} shown={shown} />}
    </>
  );
}

function Versions({
  data: { versions, base, actor },
  shown,
}: {
  data: TemplatePageData;
  shown: Template | null;
}) {
  if (shown === null) return <span>No version yet</span>;
  return (
    <>
      {versions.map(({ number, published }) => {
        const word = `Version ${number}${published === null ? " (draft)" : ""}`;
        return number === shown.number ? (
          <b key={number}>
            {word}
            {published === null ? null : (
              <>
                {" "}
                of <Moment at={published.at} zone={actor.programZone} show="day" /> by {published.by}
              </>
            )}
          </b>
        ) : (
          <Link key={number} href={`${base}?version=${number}`}>
            {word}
          </Link>
        );
      })}
    </>
  );
}

function Version({ data, shown }: { data: TemplatePageData; shown: Template }) {
  const { base, mayChange, draft } = data;
  const drafted = shown.published === null;
  const last = shown.number === data.current?.number;
  return (
    <>
      {drafted ? <Draft data={data} draft={shown} /> : null}
      <Section
        title={counted(shown.items.length, "item")}
        finding={
          drafted
            ? "Waves do not get these before the draft is published."
            : last
              ? shown.note || "Waves of this kind begin with these."
              : "An earlier version; lists that were made from it keep it."
        }
      >
        {shown.items.length === 0 ? (
          <EmptyState title="The draft is empty">Add the first item, or discard it.</EmptyState>
        ) : (
          <TemplateTable items={shown.items} base={drafted && mayChange ? base : null} />
        )}
      </Section>
      {mayChange && last && draft === null ? (
        <div className="acts-row" style={{ marginTop: 16 }}>
          <ActionForm
            action={beginDraftAction.bind(null, data.actor.programSlug)}
            className="inline-form"
            submit={`Change it as version ${shown.number + 1}`}
            hidden={{ kind: data.kind }}
          />
        </div>
      ) : null}
    </>
  );
}

function Draft({ data: { actor, current, mayChange }, draft }: { data: TemplatePageData; draft: Template }) {
  if (!mayChange) return null;
  const slug = actor.programSlug;
  const { added, removed, changed } = templateChanges(current?.items ?? [], draft.items);
  const hidden = { templateId: draft.id, version: draft.version };
  const differs = [
    added.length > 0 && `New: ${listed(added)}.`,
    changed.length > 0 && `Changed: ${listed(changed)}.`,
    removed.length > 0 && `Gone: ${listed(removed)}.`,
  ].filter((word) => word !== false);
  return (
    <Section
      title={`Publish version ${draft.number}`}
      finding="Lists that waves have already stay as they are; taking from the template again adds what is missing."
    >
      <p style={{ marginBottom: 12 }}>
        {differs.length === 0 ? "It says the same as the version before." : differs.join(" ")}
      </p>
      <ActionForm
        action={publishTemplateAction.bind(null, slug)}
        submit={`Publish version ${draft.number}`}
        pending="Publishing…"
        hidden={hidden}
      >
        <TextField name="note" label="Why it changed" optional maxLength={500} />
      </ActionForm>
      <div style={{ marginTop: 12 }}>
        <ActionForm
          action={discardDraftAction.bind(null, slug)}
          className="inline-form"
          submit="Discard the draft"
          submitLook={{ variant: "ghost" }}
          hidden={hidden}
        />
      </div>
    </Section>
  );
}

function NoVersion({ data: { actor, kind, mayChange } }: { data: TemplatePageData }) {
  const slug = actor.programSlug;
  const items = builtInItems(kind);
  return (
    <>
      <div style={{ marginTop: 24 }}>
        <EmptyState
          title="The program has none for these waves yet"
          level={2}
          action={
            mayChange ? (
              <div className="acts-row">
                <ActionForm
                  action={adoptTemplateAction.bind(null, slug)}
                  className="inline-form"
                  submit="Take the built-in list"
                  hidden={{ kind }}
                />
                <ActionForm
                  action={beginDraftAction.bind(null, slug)}
                  className="inline-form"
                  submit="Begin with an empty one"
                  submitLook={{}}
                  hidden={{ kind }}
                />
              </div>
            ) : null
          }
        >
          Wavegate brings along what follows; the program makes it its own and changes it.
        </EmptyState>
      </div>
      <Section title="The built-in list" finding={`${counted(items.length, "item")}, none of it counts yet.`}>
        <TemplateTable items={items} base={null} />
      </Section>
    </>
  );
}
