import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Agenda } from "@/components/ui/sheet-parts";
import type { Upcoming } from "@/lib/overview/model";

/** What comes in the next days; says so when nothing does. */
export function UpcomingList({
  items,
  zone,
  days,
}: {
  items: readonly Upcoming[];
  zone: string;
  days: number;
}) {
  if (items.length === 0)
    return <p className="soft dense">No window opens and no gate closes in the next {days} days.</p>;
  return (
    <Agenda
      items={items.map((item) => ({
        id: item.id,
        when: <Moment at={item.at} zone={zone} show="short" />,
        title: <Link href={item.href}>{item.title}</Link>,
        detail: (
          <>
            <Moment at={item.at} zone={zone} show="clock" />. {item.detail}
          </>
        ),
      }))}
    />
  );
}
