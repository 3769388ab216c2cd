import { calendarFile } from "@/app/api/calendar/calendar-file";
import { handleRoute } from "@/lib/auth/route";

/** The same file for who is signed in. */
export async function GET(request: Request, { params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  return handleRoute(request, program, (actor) => calendarFile(actor, new Date()));
}
