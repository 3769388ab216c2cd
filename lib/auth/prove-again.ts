import "server-only";
import { headers } from "next/headers";
import { requireAccountOrThrow } from "./require-actor";
import { stepUp } from "./step-up";

/** For server actions that sign: the password of the form proves the person again, before the command runs. */
export async function proveAgain(form: FormData): Promise<void> {
  const password = form.get("password");
  const given = typeof password === "string" ? password : "";
  await stepUp(await requireAccountOrThrow(), given, new Headers(await headers()));
}
