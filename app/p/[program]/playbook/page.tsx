import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanSections } from "@/components/playbooks/plan-sections";
import { PlaybookList } from "@/components/playbooks/playbook-list";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHeader, Section, WithSide } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { formatMoment } from "@/lib/kernel/moments";
import type { SearchParams } from "@/lib/kernel/search-params";
import { SECTION_LABELS } from "@/lib/playbooks/labels";
import type { Playbook, ScenarioSet, StartPlan } from "@/lib/playbooks/model";
import { previewStart, startedFrom } from "@/lib/playbooks/queries/preview-start";
import { chosenIn, PLAYBOOKS } from "@/lib/playbooks/rules/catalogue";
import { startProgramAction } from "./actions";

export const metadata: Metadata = { title: "Start from a playbook" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

/** Choose a playbook, see everything it would bring, start. */
export default async function PlaybookPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "program:configure")) notFound();
  const chosen = chosenIn(await searchParams);
  const names = chosen === null ? null : { playbook: chosen.playbook.key, set: chosen.set.key };
  const [{ plan, blockers }, started] = await Promise.all([
    previewStart(actor, names, new Date()),
    startedFrom(actor),
  ]);
  const path = `/p/${program}/playbook`;
  return (
    <>
      <PageHeader
        title={chosen === null ? "Start from a playbook" : chosen.set.name}
        eyebrow={chosen === null ? undefined : `${chosen.playbook.key.toUpperCase()} ${chosen.playbook.name}`}
        why={
          started.length === 0 ? (
            <span>Not started from a playbook</span>
          ) : (
            started.map(({ label, at, by }) => (
              <span key={at.toISOString()}>
                Started from {label}, by {by}, {formatMoment(at, actor.zone)}
              </span>
            ))
          )
        }
        actions={chosen === null ? undefined : <Link href={path}>All playbooks</Link>}
      />
      {blockers.length > 0 ? (
        <Callout title="Not any more" tone="off">
          {blockers.join(" ")}
        </Callout>
      ) : null}
      {plan === null || chosen === null ? (
        <PlaybookList playbooks={PLAYBOOKS} path={path} chosen={names} />
      ) : (
        <Preview chosen={chosen} plan={plan} slug={program} refused={blockers.length > 0} />
      )}
    </>
  );
}

type PreviewProps = {
  chosen: { playbook: Playbook; set: ScenarioSet };
  plan: StartPlan;
  slug: string;
  refused: boolean;
};

function Preview({ chosen: { playbook, set }, plan, slug, refused }: PreviewProps) {
  const { brought, adapted, kept } = plan.counts;
  const missing = brought + adapted > 0;
  return (
    <WithSide
      label="What it brings, and what people fill in"
      side={
        <>
          <h2>What it brings</h2>
          <Rows dense>
            {plan.sections.map(({ section, things }) => (
              <li key={section}>
                <a href={`#${section}`}>{SECTION_LABELS[section]}</a>{" "}
                <span className="mute">{things.length}</span>
              </li>
            ))}
          </Rows>
          <h2>What people fill in</h2>
          <Rows dense>
            {plan.asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </Rows>
        </>
      }
    >
      <Section
        id="start"
        title="Start"
        finding={`${brought} new, ${adapted} in the place of defaults that nobody has touched, ${kept} here already and left alone. ${set.forWhom}`}
      >
        {refused ? (
          <p className="soft">Nothing can be started once waves have begun.</p>
        ) : (
          <ActionForm
            action={startProgramAction.bind(null, slug)}
            submit={missing ? "Start the program" : undefined}
            pending="Starting…"
            hidden={{ playbook: playbook.key, set: set.key, version: playbook.version }}
            beside={<Cancel href={`/p/${slug}/playbook`} />}
            once
          >
            <p className="soft">
              {missing
                ? "All of it or nothing. Each thing is written to the audit trail and can be changed afterwards."
                : "Everything that this playbook brings is here already."}
            </p>
          </ActionForm>
        )}
      </Section>
      <PlanSections plan={plan} />
    </WithSide>
  );
}
