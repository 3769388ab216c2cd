import * as z from "zod";
import { database } from "@/lib/db/client";
import { type CalendarDate, dateIn } from "@/lib/kernel/time";
import { setAsideDemo } from "./demo/set-aside-demo";
import { DEMO_ZONE } from "./demo/story-clock";
import { tellStory } from "./demo/tell-story";

const seedInput = z.object({
  DATABASE_OWNER_URL: z.string().min(1, "DATABASE_OWNER_URL is not set: the demo is created by `npm start`."),
  WAVEGATE_DEMO_DAY: z.iso.date("--demo-day takes a day as year-month-day, such as 2026-11-21.").optional(),
  WAVEGATE_RESET_DEMO: z.enum(["0", "1"]).default("0"),
});

async function main(): Promise<void> {
  const parsed = seedInput.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join(" "));
  const { DATABASE_OWNER_URL, WAVEGATE_DEMO_DAY, WAVEGATE_RESET_DEMO } = parsed.data;
  if (WAVEGATE_RESET_DEMO === "1") await setAsideDemo(DATABASE_OWNER_URL);
  await tellStory(DATABASE_OWNER_URL, demoDay(WAVEGATE_DEMO_DAY, new Date()));
}

function demoDay(wanted: CalendarDate | undefined, now: Date): CalendarDate {
  const today = dateIn(DEMO_ZONE, now);
  if (wanted !== undefined && wanted > today) {
    throw new Error(
      `The demo's day ${wanted} lies in the future; history cannot. Take ${today} or an earlier day.`,
    );
  }
  return wanted ?? today;
}

main()
  .then(() => database().$disconnect())
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
    return database().$disconnect();
  });
