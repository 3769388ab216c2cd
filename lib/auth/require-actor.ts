import "server-only";
import { notFound as nextNotFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Account, Actor } from "@/lib/access/model";
import { AppError, notFound } from "@/lib/kernel/errors";
import { actorInProgram } from "./actor-in-program";
import { currentAccount } from "./current-account";

/**
 * The member who asks for a page of a program. Signed out: to the sign-in page. Not a member, or no such program:
 * the same not-found page.
 */
export async function requireActor(programSlug: string): Promise<Actor> {
  const account = await currentAccount();
  if (account === null) redirect(`/sign-in?next=${encodeURIComponent(`/p/${programSlug}`)}`);
  const actor = await actorOf(account, programSlug);
  if (actor === null) nextNotFound();
  return actor;
}

/** The same for actions and handlers: throws UNAUTHENTICATED or NOT_FOUND instead of moving the browser. */
export async function requireActorOrThrow(programSlug: string): Promise<Actor> {
  const account = await requireAccountOrThrow();
  const actor = await actorOf(account, programSlug);
  if (actor === null) throw notFound("program");
  return actor;
}

/** The signed-in person for actions and handlers; throws UNAUTHENTICATED. */
export async function requireAccountOrThrow(): Promise<Account> {
  const account = await currentAccount();
  if (account === null)
    throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again; nothing was changed.");
  return account;
}

/** The signed-in person, or to the sign-in page. */
export async function requireAccount(): Promise<Account> {
  const account = await currentAccount();
  if (account === null) redirect("/sign-in");
  return account;
}

const actorOf = cache(
  (account: Account, programSlug: string): Promise<Actor | null> =>
    actorInProgram(account, programSlug, "browser"),
);
