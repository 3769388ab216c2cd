import { notFound } from "next/navigation";
import { PackDocument } from "@/components/packs/pack-document";
import { Digest, Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { makesPaper } from "@/lib/packs/adapters/paper";
import { PAPER_PROBLEMS } from "@/lib/packs/labels";
import { PAPER_PROBLEM_NAMES, type PackProof, type PaperProblem } from "@/lib/packs/model";
import { getPack } from "@/lib/packs/queries/packs";

type Props = {
  params: Promise<{ program: string; number: string }>;
  searchParams: Promise<{ pdf?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, "params">) {
  return { title: `Board pack ${(await params).number}` };
}

/** A pack as it was frozen; on opening its digest is computed again and compared. */
export default async function PackPage({ params, searchParams }: Props) {
  const { program, number } = await params;
  const problem = problemOf((await searchParams).pdf);
  const actor = await requireActor(program);
  if (!can(actor, "pack:read") || !/^[1-9]\d{0,5}$/.test(number)) notFound();
  const pack = await getPack(actor, Number(number));
  if (pack === null) notFound();
  return (
    <>
      <PageHeader
        title={`Board pack ${number}`}
        why={
          <span className="not-print">
            {makesPaper()
              ? "It prints on A4 landscape; “Save as PDF” makes a tagged file of it within a few seconds."
              : "It prints on A4 landscape; in the print dialogue “Save as PDF” makes a file of it."}
          </span>
        }
        actions={
          makesPaper() && pack.proof.isIntact ? (
            // a file is saved by what the answer says; with `download` here a refusal would be saved as well
            <a className="btn" href={`/api/p/${program}/packs/${number}/pdf`}>
              Save as PDF
            </a>
          ) : null
        }
      />
      {problem === null || problem === "off" ? null : (
        <div className="not-print my-4">
          <Callout level={2} tone="unk" title="The PDF was not made">
            {PAPER_PROBLEMS[problem]}
          </Callout>
        </div>
      )}
      <Proof proof={pack.proof} frozenAt={pack.content.frozenAt} zone={actor.programZone} />
      <PackDocument content={pack.content} digest={pack.proof.stored} />
    </>
  );
}

/** What the address says went wrong; its words are the product's own. */
function problemOf(asked: string | string[] | undefined): PaperProblem | null {
  return PAPER_PROBLEM_NAMES.find((name) => name === asked) ?? null;
}

function Proof({ proof, frozenAt, zone }: { proof: PackProof; frozenAt: string; zone: string }) {
  if (!proof.isIntact) {
    return (
      <Callout tone="off" title="This is not what was frozen">
        The digest of what is stored differs from the one that was noted when it was frozen. Do not rely on
        the numbers below; verify the audit trail.
        <Digest hex={proof.computed} label="Digest of what is stored now" />
        <Digest
          hex={proof.noted ?? proof.stored}
          label={proof.noted ? "Noted in the audit trail" : "Stored beside it; the audit trail notes none"}
        />
      </Callout>
    );
  }
  return (
    <p className="soft">
      The numbers are as frozen on <Moment at={frozenAt} zone={zone} />: the digest of the pack, the one
      beside it and the one in the audit trail are the same, {proof.computed.slice(0, 16)}….
    </p>
  );
}
