import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { VIEW_PAGES } from "./model";
import { keptQuery } from "./rules/kept-query";

const id = z.uuid("There is no such view.");
const version = z.coerce.number<number | string>().int().min(1);
const shared = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);
const name = z
  .string("Give the view a name.")
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the view a name.").max(80, "Keep the name under 80 characters."));

export const saveViewInput = z.object({
  page: z.enum(VIEW_PAGES, "Views of this list cannot be kept."),
  name,
  query: z
    .string()
    .max(4_000, "These are more filters than a view keeps. Take some away.")
    .transform(keptQuery),
  shared,
});

export const shareViewInput = z.object({ viewId: id, version, shared });

export const removeViewInput = z.object({ viewId: id, version });
