import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppetiteSteps } from "@/components/risks/appetite-steps";
import { ActionForm } from "@/components/ui/action-form";
import { Cancel } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { SearchParams } from "@/lib/kernel/search-params";
import { counted } from "@/lib/kernel/text";
import type { RiskDomainRow } from "@/lib/risks/model/register";
import { appetiteHistory, listRiskDomains } from "@/lib/risks/queries/risk-choices";
import { saveRiskDomainAction } from "../actions";

export const metadata: Metadata = { title: "Appetite by domain" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RiskDomainsPage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "risk:read")) notFound();
  const [domains, steps] = await Promise.all([listRiskDomains(actor), appetiteHistory(actor)]);
  const changes = can(actor, "risk:configure");
  const { change } = await searchParams;
  const changed = domains.find((domain) => domain.id === change);
  const path = `/p/${program}/risks`;
  const silent = domains.filter((domain) => domain.appetite === null).length;
  return (
    <>
      <PageHeader
        title="Appetite by domain"
        why={
          <>
            <span>
              The highest score the program lives with; above it a risk needs treatment, or an executive who
              accepts it until a date.
            </span>
            {silent > 0 ? (
              <span>
                {counted(silent, "domain")} {silent === 1 ? "states" : "state"} none, so nothing in{" "}
                {silent === 1 ? "it" : "them"} counts as within.
              </span>
            ) : null}
          </>
        }
      />
      {domains.length === 0 ? (
        <EmptyState title="No risk domain yet">
          Make the first one to say what the program lives with.
        </EmptyState>
      ) : (
        <Section id="domains" title="Domains">
          <DomainTable domains={domains} path={path} changes={changes} />
        </Section>
      )}
      {changes ? (
        <Section id="form" title={changed ? `Change ${changed.name}` : "Add a domain"}>
          <ActionForm
            key={changed?.id ?? "new"}
            action={saveRiskDomainAction.bind(null, program)}
            hidden={changed ? { domainId: changed.id, version: changed.version } : {}}
            submit={changed ? "Save" : "Add the domain"}
            pending="Saving…"
            beside={changed ? <Cancel href={`${path}/domains`} /> : undefined}
          >
            <NameAndAppetite domain={changed} last={domains.length} />
          </ActionForm>
        </Section>
      ) : null}
      <Section
        id="steps"
        title="How appetite changed"
        finding={
          steps.length === 0 ? "Nobody has changed an appetite since the program was set up." : undefined
        }
      >
        {steps.length === 0 ? null : <AppetiteSteps steps={steps} zone={actor.zone} />}
      </Section>
    </>
  );
}

type TableProps = { domains: readonly RiskDomainRow[]; path: string; changes: boolean };

function DomainTable({ domains, path, changes }: TableProps) {
  return (
    <Tbl caption="Risk domains, their appetite and their open risks" stack="run">
      <Heads
        of={[
          "Domain",
          "Appetite",
          "Open risks",
          "Above",
          "Accepted",
          "Unknown",
          changes ? ["Change", "vh"] : null,
        ]}
      />
      <tbody>
        {domains.map((domain) => (
          <tr key={domain.id}>
            <th scope="row">{domain.name}</th>
            <td>{domain.appetite === null ? <Missing>not stated</Missing> : `up to ${domain.appetite}`}</td>
            <td data-l="open">
              <Counted
                n={domain.open}
                href={`${path}?domain=${domain.id}#register`}
                what={`open in ${domain.name}`}
              />
            </td>
            <td data-l="above">
              <Counted
                n={domain.above}
                href={`${path}?domain=${domain.id}&appetite=above#register`}
                what={`above appetite in ${domain.name}`}
              />
            </td>
            <td data-l="accepted">
              <Counted
                n={domain.accepted}
                href={`${path}?domain=${domain.id}&appetite=accepted#register`}
                what={`accepted above appetite in ${domain.name}`}
              />
            </td>
            <td data-l="unknown">
              <Counted
                n={domain.unknown}
                href={`${path}?domain=${domain.id}&appetite=unknown#register`}
                what={`not judged in ${domain.name}`}
              />
            </td>
            {changes ? (
              <td className="r act">
                <Link className="go" href={`${path}/domains?change=${domain.id}#form`}>
                  Change<span className="vh"> {domain.name}</span>
                </Link>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Counted({ n, href, what }: { n: number; href: string; what: string }) {
  if (n === 0) return <>0</>;
  return (
    <Link className="go" href={href}>
      {n}
      <span className="vh"> {what}</span>
    </Link>
  );
}

function NameAndAppetite({ domain, last }: { domain?: RiskDomainRow; last: number }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={domain?.name} required maxLength={80} />
      <TextField
        name="appetite"
        label="Appetite"
        hint="The highest score it lives with, 1 to 25. Leave empty when nobody has said."
        inputMode="numeric"
        narrow
        optional
        defaultValue={domain?.appetite ?? ""}
      />
      <TextField
        name="place"
        label="Place"
        hint={`Where it stands among the domains, 1 is the first${domain ? `, ${last} the last` : ""}.`}
        inputMode="numeric"
        narrow
        defaultValue={domain?.place ?? last + 1}
      />
      <TextArea
        name="reason"
        label="Why the appetite changes"
        hint={domain ? "Needed when the appetite changes; kept with it." : "Kept with the appetite."}
        optional
        rows={2}
        maxLength={1000}
      />
    </>
  );
}
