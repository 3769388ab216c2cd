import { FallbackWords } from "@/components/processes/fallback-words";
import { ActionForm } from "@/components/ui/action-form";
import { Day, Moment } from "@/components/ui/moment";
import { DefinitionList, Section } from "@/components/ui/page";
import { Callout } from "@/components/ui/states";
import type { FormAction } from "@/lib/kernel/action-state";
import type { ProcessView } from "@/lib/processes/model";
import { fallbackStanding } from "@/lib/processes/rules/fallback";

type Props = {
  process: ProcessView;
  zone: string;
  /** The words were changed just now, and their acknowledgement went with them. */
  cleared: boolean;
  /** Absent for everybody but the owner, and once it is acknowledged. */
  action?: FormAction;
};

/** How people carry on by hand while the workloads are away, and whether the owner stands behind it. */
export function FallbackPart({ process, zone, cleared, action }: Props) {
  const { fallback, fallbackOwner, fallbackRehearsedOn, acknowledged } = process;
  const standing = fallbackStanding(fallback, acknowledged?.at ?? null);
  return (
    <Section
      id="fallback"
      title="Fallback"
      finding="How people carry on by hand while the workloads that carry it are away."
    >
      {cleared && standing === "not_acknowledged" ? (
        <Callout title="The acknowledgement is gone" tone="risk">
          It was given for the words before. The owner is asked again for these.
        </Callout>
      ) : null}
      {fallback === "" ? (
        <p className="never">Nobody has written down how people carry on by hand.</p>
      ) : (
        <>
          <p className="prewrap">{fallback}</p>
          <DefinitionList
            items={[
              { label: "Kept by", value: fallbackOwner?.name ?? <b className="miss">nobody</b> },
              {
                label: "Last rehearsed",
                value: <Day on={fallbackRehearsedOn} missing="not known to have been rehearsed" />,
              },
              {
                label: "Business owner",
                value:
                  acknowledged === null ? (
                    <FallbackWords standing={standing} />
                  ) : (
                    <span className="acks">
                      <FallbackWords standing={standing} />
                      <span className="mute">
                        {acknowledged.by}, <Moment at={acknowledged.at} zone={zone} />
                      </span>
                    </span>
                  ),
              },
            ]}
          />
        </>
      )}
      {action ? (
        <ActionForm
          key={process.version}
          action={action}
          hidden={{ processId: process.id, version: process.version }}
          submit="I know this fallback and will work by it"
          pending="Recording…"
          className="form spaced"
          aria-label="Acknowledge the fallback"
        />
      ) : null}
    </Section>
  );
}
