import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompletenessLine } from "@/components/findings/completeness-line";
import { askHref, FindingTable } from "@/components/findings/finding-table";
import { PeopleTable } from "@/components/findings/people-table";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Lede, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { readsEstate } from "@/lib/access/reads-estate";
import { requireActor } from "@/lib/auth/require-actor";
import type { DataHealth } from "@/lib/findings/model";
import { dataHealth } from "@/lib/findings/queries/data-health";
import { findingPlace, findingTitle } from "@/lib/findings/rules/catalogue";
import { counted } from "@/lib/kernel/text";

export const metadata: Metadata = { title: "Data health" };

export default async function DataHealthPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!readsEstate(actor)) notFound();
  const health = await dataHealth(actor);
  const base = `/p/${program}`;
  return (
    <>
      <h1 className="eyebrow">Data health</h1>
      <Lede why={<Why health={health} base={base} />}>
        <CompletenessLine completeness={health.completeness} />
      </Lede>
      <Section
        title="What is missing or contradictory"
        finding="The heaviest first: how many rows, how critical each is, and how much the finding matters."
      >
        {health.findings.length === 0 ? (
          <EmptyState
            title={
              health.completeness.workloads === 0
                ? "There is nothing to judge yet"
                : "Nothing is found missing"
            }
            action={
              health.completeness.workloads === 0 && can(actor, "import:run") ? (
                <Button href={`${base}/imports`} variant="pri">
                  Import an inventory
                </Button>
              ) : undefined
            }
          >
            {health.completeness.workloads === 0
              ? "Add or import workloads; what they lack is listed here."
              : "Every fact that matters is known and no sources disagree."}
          </EmptyState>
        ) : (
          <FindingTable findings={health.findings} base={base} />
        )}
      </Section>
      {health.people.length === 0 ? null : (
        <Section title="Whom to ask" id="people" finding="Each with a list to send them.">
          <PeopleTable people={health.people} base={base} />
        </Section>
      )}
    </>
  );
}

function Why({ health, base }: { health: DataHealth; base: string }) {
  const [heaviest] = health.findings;
  const busiest = health.people.find((person) => person.id !== null);
  return (
    <>
      {heaviest === undefined ? null : (
        <span>
          What weighs most:{" "}
          <Link href={`${base}/${findingPlace(heaviest.kind)}`}>
            {findingTitle(heaviest.kind, heaviest.count)}
          </Link>
        </span>
      )}
      {busiest === undefined ? null : (
        <span>
          <Link href={askHref(base, busiest)}>{busiest.name}</Link> can answer most:{" "}
          {counted(busiest.count, "fact")}
        </span>
      )}
    </>
  );
}
