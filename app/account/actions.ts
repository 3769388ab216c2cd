"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { actAsSelf } from "@/lib/auth/act";
import { endOtherSessions, endSession } from "@/lib/auth/commands/end-session";
import { clearSessionCookie } from "@/lib/auth/session-cookie";
import type { ActionState } from "@/lib/kernel/action-state";
import { AppError } from "@/lib/kernel/errors";
import { counted } from "@/lib/kernel/text";
import { changeZone } from "@/lib/programs/commands/change-zone";
import { changePassword } from "@/lib/programs/commands/set-password";

/** Ends one session; ending this one leads to the sign-in page. */
export async function endSessionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsSelf(form, async (call) => {
    const sessionId = String(form.get("sessionId"));
    await endSession(call, { sessionId });
    if (sessionId === call.account.sessionId) {
      await clearSessionCookie();
      redirect("/sign-in");
    }
    revalidatePath("/account");
    return { status: "done", message: "That session has ended." };
  });
}

export async function endOtherSessionsAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsSelf(form, async (call) => {
    const { count } = await endOtherSessions(call, {});
    revalidatePath("/account");
    return { status: "done", message: `${counted(count, "other session")} ended.` };
  });
}

export async function changePasswordAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsSelf(form, async (call) => {
    const [oldPassword, newPassword, again] = ["oldPassword", "newPassword", "againPassword"].map((name) =>
      String(form.get(name) ?? ""),
    );
    if (newPassword !== again) throw unequal();
    const changed = await changePassword(call, {
      oldPassword: oldPassword ?? "",
      newPassword: newPassword ?? "",
    });
    revalidatePath("/account");
    const also =
      changed.endedSessions > 0 ? ` ${counted(changed.endedSessions, "other session")} ended with it.` : "";
    return { status: "done", message: `The new password counts from now on.${also}` };
  });
}

export async function changeZoneAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return actAsSelf(form, async (call) => {
    const { zone } = await changeZone(call, { zone: String(form.get("zone")) });
    revalidatePath("/", "layout");
    return { status: "done", message: `Your time zone is ${zone.replaceAll("_", " ")} now.` };
  });
}

function unequal(): AppError {
  const message = "The two new passwords are not the same.";
  return new AppError("INVALID", message, { fields: { againPassword: message } });
}
