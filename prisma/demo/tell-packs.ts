import { freezePack } from "@/lib/packs/commands/freeze-pack";
import type { Story } from "./story";

/** The board is shown where the program stands on the demo's day. */
export async function tellPacks(story: Story): Promise<void> {
  await freezePack(story.now("Marta Okafor"), { title: "For the board, before the EDI wave" });
}
