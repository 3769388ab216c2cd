import "server-only";
import { environment } from "@/lib/kernel/environment";
import type { MailSettings } from "../model";
import { readMailSettings } from "../rules/read-settings";

/** How mail leaves this installation, read anew each time. */
export function mailSettings(): MailSettings {
  return readMailSettings(environment());
}
