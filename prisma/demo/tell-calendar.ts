import { Temporal } from "temporal-polyfill";
import { addPeriod } from "@/lib/calendar/commands/add-period";
import { scopeChoices } from "@/lib/calendar/queries/periods";
import { addDays } from "@/lib/kernel/time";
import { grantFreezeException } from "@/lib/waves/commands/grant-freeze-exception";
import { waveCalendar } from "@/lib/waves/queries/wave-calendar";
import { freezeKey, freezesMet } from "@/lib/waves/rules/freezes";
import { readWindow } from "@/lib/waves/rules/window";
import type { Story } from "./story";
import { DEMO_ZONE, saturdayFrom } from "./story-clock";
import { versionOf } from "./told-wave";
import { WAVE_SCRIPTS } from "./wave-scripts";

const TOLD = -112;

type Period = Omit<Parameters<typeof addPeriod>[1], "zone">;

/** What the business has in its calendar, before any window is set. */
export async function tellCalendar(story: Story): Promise<void> {
  const { sites } = await scopeChoices(story.as("Dirk Achterberg"));
  const siteId = (name: string) => sites.find((site) => site.name === name)?.id ?? null;
  const call = story.back("Dirk Achterberg", TOLD, "13:30");
  for (const { zone = DEMO_ZONE, ...period } of [...closes(story), ...weekends(story, siteId)])
    await addPeriod(call, { ...period, zone });
}

/** An executive excepts what a window of the plan meets, which it does on some days of the demo only. */
export async function exceptFreezes(
  story: Story,
  waveId: string,
  window: { startLocal: string; endLocal: string; zone: string },
): Promise<void> {
  const answer = readWindow(window);
  if (!answer.ok) return;
  const { periods, exceptions } = await waveCalendar(story.as("Dirk Achterberg"), { waveId, attempt: 1 });
  for (const met of freezesMet(periods, exceptions, answer.window))
    await grantFreezeException(story.back("Marta Okafor", -100, "09:30"), {
      waveId,
      version: await versionOf(story, waveId),
      freeze: freezeKey(met),
      reason: "No other weekend is left before the lease of the server room ends.",
    });
}

function closes({ demoDay }: Story): (Period & { zone?: string })[] {
  const told = Temporal.PlainDate.from(addDays(demoDay, TOLD));
  const last = told.with({ day: told.daysInMonth }).toString();
  return [
    {
      kind: "freeze",
      title: "Month-end close",
      reason: "The books of the month are closed; nothing under the ledger moves.",
      startLocal: `${last}T12:00`,
      endLocal: `${addDays(last, 2)}T18:00`,
      repeat: "month_end",
      workload: "General ledger",
    },
    {
      kind: "freeze",
      title: "Christmas peak",
      reason: "Half of the year's parcels leave in these weeks.",
      startLocal: `${told.year}-12-05T00:00`,
      endLocal: `${told.year}-12-28T06:00`,
      repeat: "yearly",
    },
  ];
}

function weekends(
  { demoDay }: Story,
  siteId: (name: string) => string | null,
): (Period & { zone?: string })[] {
  const saturday = (days: number) => addDays(demoDay, saturdayFrom(demoDay, days));
  const cutover = (number: number) =>
    saturday(WAVE_SCRIPTS.find((wave) => wave.number === number)?.fromDay ?? 0);
  return [
    {
      kind: "preferred",
      title: "Weekly maintenance",
      reason: "The night in which the warehouses ship nothing.",
      startLocal: `${saturday(TOLD)}T20:00`,
      endLocal: `${addDays(saturday(TOLD), 1)}T05:00`,
      repeat: "weekly",
    },
    {
      kind: "caution",
      title: "Weekend promotion",
      reason: "Three times as many orders as usual; the phone team is at its limit.",
      startLocal: `${addDays(cutover(3), -1)}T06:00`,
      endLocal: `${addDays(cutover(3), 2)}T09:00`,
      siteId: siteId("Stores United Kingdom"),
    },
    {
      kind: "freeze",
      title: "Stock count Venlo",
      reason: "Every bin is counted; the warehouse system must not change under the count.",
      startLocal: `${addDays(cutover(5), 6)}T22:00`,
      endLocal: `${addDays(cutover(5), 8)}T22:00`,
      zone: "Europe/Amsterdam",
      siteId: siteId("Venlo"),
    },
  ];
}
