import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import { PageHeader, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { WindowSpan } from "@/components/waves/window-span";
import { can } from "@/lib/access/policy";
import { exceptionBlockers } from "@/lib/waves/rules/changes";
import { grantExceptionAction } from "../../actions";
import { loadWavePage } from "../load-page";

export const metadata = { title: "Outside the window" };

export default async function ExceptionPage({
  params,
}: {
  params: Promise<{ program: string; number: string }>;
}) {
  const data = await loadWavePage(params);
  const { actor, wave, base } = data;
  if (!can(actor, "wave:override-window")) notFound();
  const blockers = exceptionBlockers({ ...wave, id: wave.waveId, hasWindow: wave.window !== null });
  return (
    <>
      <PageHeader
        eyebrow={`Wave ${wave.number}, ${wave.name}`}
        title="Allow cutting over outside the window"
        why={
          wave.window === null ? null : (
            <span>
              The window is <WindowSpan span={wave.window} zone={wave.window.zone} />
            </span>
          )
        }
      />
      <Section
        title="What you allow"
        finding={`Attempt ${wave.attempt} may start at any time. The gate must still hold, and your reason is kept with your name.`}
      >
        {blockers.length > 0 ? (
          <Callout title="There is nothing to allow">
            {blockers.map(({ message }) => message).join(" ")}
          </Callout>
        ) : (
          <ActionForm
            action={grantExceptionAction.bind(null, actor.programSlug)}
            submit="Allow it"
            hidden={{ waveId: wave.waveId, version: wave.version }}
            beside={
              <Button variant="ghost" href={base}>
                Leave it as it is
              </Button>
            }
          >
            <TextArea name="reason" label="Reason" required />
          </ActionForm>
        )}
      </Section>
    </>
  );
}
