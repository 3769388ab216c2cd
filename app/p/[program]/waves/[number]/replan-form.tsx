import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Fact } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import { AfterList } from "@/components/waves/after-list";
import { ConsequenceList } from "@/components/waves/consequence-list";
import type { ReplanPreview } from "@/lib/replanning/queries/preview-replan";
import { changeQuery, type TypedWindow } from "@/lib/replanning/rules/search";
import { replanAction } from "../actions";
import type { WavePageData } from "./load-page";

type Props = {
  data: WavePageData;
  preview: ReplanPreview;
  /** The window as it was typed; null where it stays. */
  typed: TypedWindow | null;
  /** What the change is, above what it brings about. */
  lead?: readonly Fact[];
  /** Words of the button, and the tab of the wave that shows the change. */
  submit: string;
  tab?: string;
  /** Absent where the change may be made as far as this page knows. */
  refused?: boolean;
  /** What goes on beside: the page on which the window is moved with it. */
  alsoWindow?: boolean;
};

/** The consequences of a change and the form that makes it, with the seal of what was shown. */
export function ReplanForm({ data, preview, typed, lead, submit, tab = "", refused, alsoWindow }: Props) {
  const { actor, wave, base } = data;
  const [add, remove] = [preview.joining.map(({ id }) => id), preview.leaving.map(({ id }) => id)];
  return (
    <>
      <ConsequenceList consequences={preview.consequences} lead={lead ?? []} />
      <AfterList>
        {preview.blockers.length > 0 ? (
          <Callout title="Not possible" tone="off">
            {preview.blockers.join(" ")}
          </Callout>
        ) : null}
        {preview.blockers.length > 0 || refused ? null : (
          <ActionForm
            action={replanAction.bind(null, { slug: actor.programSlug, number: wave.number, tab })}
            submit={submit}
            hidden={{ waveId: wave.waveId, version: wave.version, seen: preview.seal, ...typed }}
            beside={
              <Button variant="ghost" href={base}>
                Leave it as it is
              </Button>
            }
          >
            {add.map((id) => (
              <input key={id} type="hidden" name="add" value={id} />
            ))}
            {remove.map((id) => (
              <input key={id} type="hidden" name="remove" value={id} />
            ))}
          </ActionForm>
        )}
        {alsoWindow ? (
          <p style={{ marginTop: 16 }}>
            <Link className="go" href={`${base}/window?${changeQuery({ add, remove })}`}>
              Move the window with it
            </Link>
          </p>
        ) : null}
      </AfterList>
    </>
  );
}
