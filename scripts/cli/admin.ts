import { parseArgs } from "node:util";
import type { Account } from "@/lib/access/model";
import { createAdministrator } from "@/lib/auth/adapters/create-administrator";
import { listAdministrators } from "@/lib/auth/adapters/list-administrators";
import { hashPassword } from "@/lib/auth/adapters/password-hash";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/kernel/errors";
import { createProgram } from "@/lib/programs/commands/create-program";
import { setPassword } from "@/lib/programs/commands/set-password";
import { emailInput, passwordInput } from "@/lib/programs/schema";
import { readPassword } from "./read-password";

const USAGE = `npm run admin -- create --email EMAIL [--name NAME]
    makes an instance administrator; the password is read from the terminal or standard input
npm run admin -- set-password --email EMAIL [--as EMAIL]
    sets the password of an account, read in the same way
npm run admin -- create-program --slug SLUG --name NAME --manager-email EMAIL
                 [--manager-name NAME] [--zone ZONE] [--purpose TEXT] [--as EMAIL]
    founds a program with its first program manager
--as names the instance administrator who acts; needed where there are several.`;

const OPTIONS = {
  email: { type: "string" },
  name: { type: "string" },
  slug: { type: "string" },
  zone: { type: "string" },
  purpose: { type: "string" },
  as: { type: "string" },
  "manager-email": { type: "string" },
  "manager-name": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Flags = ReturnType<typeof readFlags>["values"];

const COMMANDS: Record<string, (flags: Flags) => Promise<string>> = {
  create: createFirst,
  "set-password": givePassword,
  "create-program": found,
};

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { values, positionals } = readFlags();
    const command = COMMANDS[positionals[0] ?? ""];
    if (values.help || command === undefined || positionals.length > 1) {
      console.error(USAGE);
      return values.help ? 0 : 1;
    }
    console.log(await command(values));
    return 0;
  } catch (error) {
    if (!isForPeople(error)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await database().$disconnect();
  }
}

async function createFirst(flags: Flags): Promise<string> {
  const email = parsed(emailInput, flags.email, "--email");
  const passwordHash = await hashPassword(await askPassword(email));
  const account = await createAdministrator(ownerUrl(), { email, name: flags.name ?? email, passwordHash });
  return `${account.email} is an instance administrator now and can sign in.`;
}

async function givePassword(flags: Flags): Promise<string> {
  const email = parsed(emailInput, flags.email, "--email");
  const account = await administrator(flags.as);
  await setPassword({ account, via: "command-line" }, { email, password: await askPassword(email) });
  return `The password of ${email} is set.`;
}

async function found(flags: Flags): Promise<string> {
  const account = await administrator(flags.as);
  const { slug } = await createProgram(
    { account, via: "command-line" },
    {
      slug: flags.slug ?? "",
      name: flags.name ?? "",
      managerEmail: flags["manager-email"] ?? "",
      ...(flags["manager-name"] !== undefined && { managerName: flags["manager-name"] }),
      ...(flags.zone !== undefined && { zone: flags.zone }),
      ...(flags.purpose !== undefined && { purpose: flags.purpose }),
    },
  );
  return `The program is at /p/${slug}. Its manager signs in once a password is set (set-password),
and can start it from a playbook at /p/${slug}/playbook.`;
}

async function administrator(as: string | undefined): Promise<Account> {
  const all = await listAdministrators(ownerUrl());
  const wanted = as?.trim().toLowerCase();
  const [only, another] = wanted === undefined ? all : all.filter((account) => account.email === wanted);
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined)
    throw new AppError("INVALID", "There are several instance administrators: name one with --as EMAIL.");
  throw new AppError(
    "INVALID",
    wanted === undefined
      ? "There is no instance administrator yet: npm run admin -- create --email EMAIL"
      : `${wanted} is no instance administrator.`,
  );
}

async function askPassword(email: string): Promise<string> {
  return parsed(passwordInput, await readPassword(`Password for ${email}: `), "The password");
}

type Schema = {
  safeParse(value: unknown): { success: boolean; data?: string; error?: { issues: { message: string }[] } };
};

function parsed(schema: Schema, value: string | undefined, what: string): string {
  if (value === undefined) throw new AppError("INVALID", `${what} is missing.\n${USAGE}`);
  const result = schema.safeParse(value);
  if (result.data !== undefined) return result.data;
  throw new AppError("INVALID", `${what}: ${result.error?.issues.map((issue) => issue.message).join(" ")}`);
}

function ownerUrl(): string {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url)
    throw new AppError("INVALID", "DATABASE_OWNER_URL is not set: administrators are made by the owner.");
  return url;
}

function readFlags() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

/** The product's own refusals, and flags that do not exist. */
function isForPeople(error: unknown): error is Error {
  if (error instanceof AppError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
