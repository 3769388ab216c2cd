import { actorOfFeed } from "@/lib/calendar/queries/feed";
import { calendarFile } from "../calendar-file";

/** The calendar of whoever made this address (`<token>.ics`); every other address gets the same answer. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const actor = await actorOfFeed(token.replace(/\.ics$/u, ""));
  if (actor === null) return new Response("There is nothing at this address.", { status: 404 });
  return calendarFile(actor, new Date());
}
