import * as z from "zod";
import { cleanName } from "@/lib/kernel/text";
import { ASSET_KINDS } from "./model";

/** Forms say "" for unknown. */
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

function shortText(what: string) {
  const text = z
    .string()
    .transform(cleanName)
    .pipe(z.string().max(200, `${what} has at most 200 characters.`));
  return z.preprocess(blankIsNull, text.nullable());
}

function wholeNumber(what: string) {
  const number = z.coerce
    .number<string | number>(`${what} is a whole number.`)
    .int(`${what} is a whole number.`)
    .min(0, `${what} cannot be negative.`)
    .max(2_000_000_000, `${what} is too large.`);
  return z.preprocess(blankIsNull, number.nullable());
}

function list(what: string, most: number) {
  return z
    .union([z.array(z.string()), z.string().transform((text) => text.split(/[,;\n]/u))])
    .transform((texts) => [...new Set(texts.map(cleanName).filter((text) => text !== ""))])
    .pipe(z.array(z.string().max(100, `${what} has at most 100 characters.`)).max(most, `At most ${most}.`));
}

const nameInput = z
  .string()
  .transform(cleanName)
  .pipe(z.string().min(1, "Give the asset a name.").max(200, "A name has at most 200 characters."));

/** Every fact but the name; what is left out is not touched. */
const optionalFacts = z
  .object({
    kind: z.preprocess(blankIsNull, z.enum(ASSET_KINDS, "Choose one of the list.").nullable()),
    workloadId: z.preprocess(blankIsNull, z.uuid("Choose one of the list.").nullable()),
    role: shortText("The role"),
    environment: shortText("The environment"),
    os: shortText("The operating system"),
    cores: wholeNumber("The number of cores"),
    memoryMb: wholeNumber("The memory"),
    diskGb: wholeNumber("The disk"),
    addresses: list("An address", 50),
    fqdn: shortText("The full name"),
    powerState: shortText("The power state"),
    location: shortText("The location"),
    tags: list("A tag", 30),
  })
  .partial();

export const createAssetInput = optionalFacts.extend({ name: nameInput });

export const changeAssetInput = optionalFacts.extend({
  assetId: z.uuid(),
  version: z.coerce.number().int().min(1),
  name: nameInput.optional(),
});

/** An asset at the version at which it was seen, as `<id>:<version>`. */
const seenAsset = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/u, "This is not an asset.")
  .transform((text) => {
    const [assetId = "", version = ""] = text.split(":");
    return { assetId, version: Number(version) };
  });

export const assignAssetsInput = z.object({
  assetIds: z.array(seenAsset).min(1, "Choose at least one asset.").max(500, "At most 500 at once."),
  workloadId: z.preprocess(blankIsNull, z.uuid("Choose a workload.").nullable()),
});
