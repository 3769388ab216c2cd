import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MatrixTable, StepTable } from "@/components/risks/scale-tables";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import type { ScaleEntry } from "@/lib/risks/model/scale";
import { scaleHistory } from "@/lib/risks/queries/risk-scales";

export const metadata: Metadata = { title: "Scales" };

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function ScalesPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  const entries = await scaleHistory(actor);
  const { version } = await searchParams;
  const [inUse] = entries;
  const shown = entries.find((one) => String(one.version) === version) ?? inUse;
  if (inUse === undefined || shown === undefined) notFound();
  const path = `/p/${program}/risks/scales`;
  return (
    <>
      <PageHeader
        title={`Scale ${shown.version}${shown === inUse ? ", in use" : ""}`}
        why={
          <span>
            How likely and how bad are said in five levels each; the matrix gives every pair its word. A
            version is never changed: the next one is published, and scores of the older one are counted
            apart.
          </span>
        }
        actions={
          can(actor, "risk:configure") ? (
            <Button href={`${path}/new`}>Publish a new version</Button>
          ) : undefined
        }
      />
      <Section id="levels" title="Levels">
        <div className="cols c2" style={{ alignItems: "start" }}>
          <StepTable side="Likelihood" steps={shown.likelihood} />
          <StepTable side="Impact" steps={shown.impact} />
        </div>
      </Section>
      <Section id="matrix" title="Matrix" finding="The word of a score; its number is likelihood × impact.">
        <MatrixTable scale={shown} />
      </Section>
      <Section id="versions" title="Versions">
        <Versions {...{ entries, shown, path }} zone={actor.zone} />
      </Section>
    </>
  );
}

type VersionsProps = { entries: readonly ScaleEntry[]; shown: ScaleEntry; path: string; zone: string };

function Versions({ entries, shown, path, zone }: VersionsProps) {
  return (
    <Tbl caption="Versions of the scale, the newest first" stack="cards">
      <Heads of={["Version", "Published", "By", "Reason"]} />
      <tbody>
        {entries.map((one, at) => (
          <tr key={one.version}>
            <th scope="row">
              {one === shown ? (
                `Scale ${one.version}`
              ) : (
                <Link className="nw" href={at === 0 ? path : `${path}?version=${one.version}`}>
                  Scale {one.version}
                </Link>
              )}
            </th>
            <td data-l="Published:">
              {one.publishedAt === null ? "built in" : <Moment at={one.publishedAt} zone={zone} />}
            </td>
            <td data-l="By:">{one.publishedBy ?? "Wavegate"}</td>
            <td data-l="Reason:">{one.reason === "" ? "Every program begins with it." : one.reason}</td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
