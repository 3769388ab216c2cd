import type { Metadata } from "next";
import { cookies } from "next/headers";
import { setTheme } from "@/app/theme-action";
import { PasswordForm } from "@/components/auth/password-form";
import { PlainFrame } from "@/components/auth/plain-frame";
import { SessionTable } from "@/components/auth/session-table";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { ThemeForm } from "@/components/auth/theme-form";
import { ZoneForm } from "@/components/auth/zone-form";
import { PageHeader, Section } from "@/components/ui/page";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme";
import { listSessions } from "@/lib/auth/queries/list-sessions";
import { requireAccount } from "@/lib/auth/require-actor";
import { counted } from "@/lib/kernel/text";
import { signOut } from "../sign-in/actions";
import { changePasswordAction, changeZoneAction, endOtherSessionsAction, endSessionAction } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const account = await requireAccount();
  const sessions = await listSessions(account);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PlainFrame homeHref="/" homeLabel="Back to the program" beside={<SignOutForm action={signOut} />}>
      <PageHeader
        title="Your account"
        why={
          <>
            <span>{account.name}</span>
            <span>{account.email}</span>
          </>
        }
      />
      <Section
        id="sessions"
        title="Sessions"
        finding={`You are signed in on ${counted(sessions.length, "device")}. A session that you end is signed out at its next click.`}
      >
        <SessionTable
          sessions={sessions}
          zone={account.zone}
          endAction={endSessionAction}
          endOthersAction={endOtherSessionsAction}
        />
      </Section>
      <Section id="password" title="Password">
        <PasswordForm action={changePasswordAction} email={account.email} isDemo={account.isDemo} />
      </Section>
      <Section id="zone" title="Time zone" finding="Times of other places are shown beside yours.">
        <ZoneForm action={changeZoneAction} zone={account.zone} zones={Intl.supportedValuesOf("timeZone")} />
      </Section>
      <Section id="theme" title="Theme" finding="Kept on this device.">
        <ThemeForm action={setTheme} theme={theme} />
      </Section>
    </PlainFrame>
  );
}
