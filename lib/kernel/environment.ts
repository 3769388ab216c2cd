import * as z from "zod";

const environmentInput = z.object({
  DATABASE_URL: z
    .string()
    .min(1, "DATABASE_URL is not set: start the product with `npm start`, or name a PostgreSQL."),
  WAVEGATE_DATA_DIR: z.string().default(".data"),
  WAVEGATE_AUDIT_KEY_FILE: z.string().optional(),
  WAVEGATE_EVIDENCE_DIR: z.string().optional(),
  WAVEGATE_CHROMIUM: z.string().trim().default(""),
  WAVEGATE_DEMO: z.enum(["0", "1"]).default("0"),
  WAVEGATE_VERSION: z.string().default("0.1.0"),
  WAVEGATE_TRUSTED_PROXIES: z.string().default(""),
  WAVEGATE_URL: z.string().default(""),
  SMTP_URL: z.string().default(""),
  MAIL_FROM: z.string().default(""),
  WAVEGATE_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  WAVEGATE_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(120),
});

export type Environment = z.infer<typeof environmentInput>;

/** The environment as the product understands it; throws a sentence when a needed part is missing. */
export function environment(): Environment {
  const parsed = environmentInput.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join(" "));
  return parsed.data;
}
