import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/fields";
import { groupDigest } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Heads, Tbl } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import type { PackSummary } from "@/lib/packs/model";
import { listPacks } from "@/lib/packs/queries/packs";
import { freezePackAction } from "./actions";

export const metadata: Metadata = { title: "Board packs" };

type Props = { params: Promise<{ program: string }> };

/** What boards were shown, each frozen with its digest; who may, freezes the next. */
export default async function PacksPage({ params }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "pack:read")) notFound();
  const packs = await listPacks(actor);
  return (
    <>
      <PageHeader
        title="Board packs"
        why={<span>What a board was shown: frozen with its numbers, never changed afterwards.</span>}
      />
      {can(actor, "pack:freeze") ? (
        <Section
          title="Freeze a pack"
          id="freeze"
          finding="It holds the numbers of this moment, and the audit trail is signed at it."
        >
          <ActionForm
            action={freezePackAction.bind(null, program)}
            submit="Freeze now"
            pending="Reading the numbers…"
          >
            <TextField
              name="title"
              label="Title"
              hint="What the board will see on the cover. Without one it is called after today."
              optional
              maxLength={120}
            />
          </ActionForm>
        </Section>
      ) : null}
      <Section title="Frozen packs" id="packs">
        {packs.length === 0 ? (
          <EmptyState title="No pack is frozen yet">
            A pack holds what a board decides on: the sentence, decisions, numbers, risks, waves, gates and
            recovery.
          </EmptyState>
        ) : (
          <PackTable packs={packs} base={`/p/${program}/packs`} zone={actor.zone} />
        )}
      </Section>
    </>
  );
}

function PackTable({ packs, base, zone }: { packs: readonly PackSummary[]; base: string; zone: string }) {
  return (
    <Tbl caption="Frozen packs, the newest first" roomy>
      <Heads of={["Pack", "Frozen", "By", "Digest"]} />
      <tbody>
        {packs.map((pack) => (
          <tr key={pack.number}>
            <th scope="row">
              <Link href={`${base}/${pack.number}`}>{`${pack.number}. ${pack.title}`}</Link>
            </th>
            <td>
              <Moment at={pack.frozenAt} zone={zone} />
            </td>
            <td>{pack.frozenBy}</td>
            <td className="mute" data-l="SHA-256 begins:">
              {groupDigest(pack.digest.slice(0, 16))}…
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}
