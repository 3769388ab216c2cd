import { notFound } from "next/navigation";
import { PackDocument } from "@/components/packs/pack-document";
import { Digest, Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { PackProof } from "@/lib/packs/model";
import { getPack } from "@/lib/packs/queries/packs";

type Props = { params: Promise<{ program: string; number: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: `Board pack ${(await params).number}` };
}

/** A pack as it was frozen; on opening its digest is computed again and compared. */
export default async function PackPage({ params }: Props) {
  const { program, number } = await params;
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
            It prints on A4 landscape; “Save as PDF” in the print dialogue makes a file.
          </span>
        }
      />
      <Proof proof={pack.proof} frozenAt={pack.content.frozenAt} zone={actor.programZone} />
      <PackDocument content={pack.content} digest={pack.proof.stored} />
    </>
  );
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
