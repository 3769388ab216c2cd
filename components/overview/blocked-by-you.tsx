import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Rows } from "@/components/ui/sheet-parts";
import { Verdict } from "@/components/ui/status";
import { counted, listed } from "@/lib/kernel/text";
import type { WaitingItem } from "@/lib/overview/model";

type Props = { items: readonly WaitingItem[]; base: string; now: Date };

/** The waves that stand still for the reader: by items of theirs that failed or are past their time. */
export function BlockedByYou({ items, base, now }: Props) {
  const holding = items.filter(({ state, dueAt }) => state === "failed" || (dueAt !== null && dueAt < now));
  const numbers = [...new Set(holding.map(({ waveNumber }) => waveNumber))].sort((one, other) => one - other);
  return (
    <Section
      title="Blocked by you"
      id="blocked"
      finding={
        numbers.length === 0
          ? "No wave waits for a failed or late item of yours."
          : `${counted(numbers.length, "wave")} ${numbers.length === 1 ? "waits" : "wait"} for what failed or is late.`
      }
    >
      <Rows dense>
        {numbers.map((number) => {
          const own = holding.filter(({ waveNumber }) => waveNumber === number);
          return (
            <li key={number}>
              <Verdict tone="off" wrap>
                <Link className="b" href={`${base}/waves/${number}?tab=checklist`}>
                  {`Wave ${number}, ${own.at(0)?.waveName ?? ""}`}
                </Link>
                : {listed(own.map(({ title }) => title))}
              </Verdict>
            </li>
          );
        })}
      </Rows>
    </Section>
  );
}
