import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UndoBlockers, UndoConsequences } from "@/components/exchange/undo-view";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageHeader, Section } from "@/components/ui/page";
import { can } from "@/lib/access/policy";
import { requireActor } from "@/lib/auth/require-actor";
import { getImport, previewUndo } from "@/lib/exchange/queries/imports";
import { importId } from "@/lib/exchange/schema";
import { undoAction } from "../../actions";

export const metadata: Metadata = { title: "Take an import back" };

type Props = { params: Promise<{ program: string; id: string }> };

export default async function UndoPage({ params }: Props) {
  const { program, id } = await params;
  const actor = await requireActor(program);
  if (!can(actor, "import:run") || !importId.safeParse(id).success) notFound();
  const found = await getImport(actor, id, { page: 1 });
  if (found === null) notFound();
  const view = await previewUndo(actor, id);
  const back = `/p/${program}/imports/${id}`;
  return (
    <>
      <PageHeader
        place={{ id: found.id, name: found.fileName }}
        eyebrow="Take an import back"
        title={found.fileName}
        why={view === null ? undefined : "Nothing is changed before you confirm it below."}
      />
      {view === null ? (
        <Section
          id="nothing"
          title="Nothing to take back"
          finding="This file changed nothing, was taken back already, or was imported before imports could be taken back."
        >
          <Button href={back}>Back to the file</Button>
        </Section>
      ) : (
        <>
          {view.blocked > 0 ? <UndoBlockers view={view} /> : null}
          <UndoConsequences view={view} />
          {view.blocked > 0 ? null : (
            <Section id="confirm" title="Take it back" finding="All in one step, or nothing at all.">
              <ActionForm
                action={undoAction.bind(null, program, id)}
                hidden={{ version: found.version }}
                submit="Take this import back"
                pending="Taking it back…"
                beside={
                  <Button variant="ghost" href={back}>
                    Leave it as it is
                  </Button>
                }
              />
            </Section>
          )}
        </>
      )}
    </>
  );
}
