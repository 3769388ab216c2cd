import { Callout } from "@/components/ui/states";
import { counted, formatCount, listed } from "@/lib/kernel/text";
import styles from "./dependencies.module.css";

type Props = {
  total: number;
  shown: number;
  folds: readonly { by: "wave" | "service" | "site"; groups: readonly string[] }[];
};

const BY = { wave: "By wave", service: "By business service", site: "By site" } as const;

/** Who lies within reach and found no room in list and drawing: counted and folded. */
export function HiddenNeighbours({ total, shown, folds }: Props) {
  return (
    <Callout title={`${counted(shown, "workload")} are shown, ${formatCount(total)} more lie within reach`}>
      <div className={styles.hidden}>
        <p>The closest and most critical are shown; the CSV holds all. The others:</p>
        {folds.map(({ by, groups }) => (
          <p key={by}>
            <b>{BY[by]}:</b> {listed(groups, 8)}.
          </p>
        ))}
      </div>
    </Callout>
  );
}
