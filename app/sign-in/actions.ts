"use server";
import { redirect } from "next/navigation";
import { actAsStranger } from "@/lib/auth/act";
import { sessionIdOfRequest } from "@/lib/auth/current-account";
import { endSessionById } from "@/lib/auth/end-session-by-id";
import { localPath } from "@/lib/auth/rules/local-path";
import { clearSessionCookie, setSessionCookie } from "@/lib/auth/session-cookie";
import { signInToDemo, signInWithPassword } from "@/lib/auth/sign-in";
import type { ActionState } from "@/lib/kernel/action-state";

/** E-mail address and password; leads on to `next` where it is a path of this product. */
export async function signIn(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsStranger(form, async (headers) => {
    const credentials = { email: textOf(form, "email"), password: textOf(form, "password") };
    return carryOn((await signInWithPassword(credentials, headers)).sessionId, form);
  });
}

/** One of the demo's people, by role and without a password, where the demo's door is open. */
export async function continueAs(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsStranger(form, async (headers) =>
    carryOn((await signInToDemo(textOf(form, "role"), headers)).sessionId, form),
  );
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await actAsStranger(new FormData(), async () => {
    await endPresentSession();
    await clearSessionCookie();
    return { status: "idle" };
  });
  redirect("/sign-in");
}

async function carryOn(sessionId: string, form: FormData): Promise<never> {
  await endPresentSession();
  await setSessionCookie(sessionId);
  redirect(localPath(textOf(form, "next")));
}

async function endPresentSession(): Promise<void> {
  const present = await sessionIdOfRequest();
  if (present !== null) await endSessionById(present);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
