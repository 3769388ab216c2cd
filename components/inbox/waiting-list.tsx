import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Day, Moment } from "@/components/ui/moment";
import { Verdict } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import type { WaitingItem } from "@/lib/inbox/model";

export type WaitingListProps = {
  items: readonly WaitingItem[];
  caption: string;
  /** Where the addresses of the items begin. */
  base: string;
  zone: string;
  late?: boolean;
};

/** What waits for somebody, one line each: what, until when, and the way there. */
export function WaitingList({ items, caption, base, zone, late }: WaitingListProps) {
  return (
    <Tbl caption={caption} roomy stack="plain">
      <Heads of={["What", [late ? "Was due" : "Due", { width: 280 }], ["Do it", "vh"]]} />
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <th scope="row">
              <Link href={`${base}${item.href}`}>{item.title}</Link>
              <span className="sub">{item.detail}</span>
            </th>
            <td>
              <Due item={item} zone={zone} late={late ?? false} />
            </td>
            <td className="r">
              <Button size="sm" href={`${base}${item.href}`} aria-label={`${item.verb}: ${item.title}`}>
                {item.verb}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Due({ item, zone, late }: { item: WaitingItem; zone: string; late: boolean }) {
  const { dueAt, dueOn, ended } = item;
  const when =
    dueAt === null ? <Day on={dueOn} missing="no date" /> : <Moment at={dueAt} zone={zone} show="full" />;
  if (ended)
    return (
      <Verdict tone="risk" wrap>
        Ended {when}
      </Verdict>
    );
  return late ? (
    <Verdict tone="off" wrap>
      {when}
    </Verdict>
  ) : (
    when
  );
}
