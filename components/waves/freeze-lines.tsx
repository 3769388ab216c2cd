import { Verdict } from "@/components/ui/status";
import type { FreezeMet } from "@/lib/waves/model/window";

/** What a list of waves says of the freezes that a window meets. */
export function FreezeLines({ met }: { met: readonly FreezeMet[] }) {
  return met.map((one) => (
    <span className="sub" key={`${one.period.id} ${one.startAt.toISOString()}`}>
      <Verdict tone={one.exception === null ? "off" : "done"} wrap>
        {one.exception === null
          ? `Meets the freeze ${one.period.title}`
          : `Freeze ${one.period.title}, excepted by ${one.exception.grantedBy}`}
      </Verdict>
    </span>
  ));
}
