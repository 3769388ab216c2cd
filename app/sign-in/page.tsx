import type { Metadata } from "next";
import { headers } from "next/headers";
import { DemoDoor } from "@/components/auth/demo-door";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SignInFrame } from "@/components/auth/sign-in-frame";
import { currentAccount } from "@/lib/auth/current-account";
import { DEMO_PEOPLE, demoDoorIsOpen } from "@/lib/auth/demo-door";
import { localPath } from "@/lib/auth/rules/local-path";
import { environment } from "@/lib/kernel/environment";
import { continueAs, signIn } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, error } = await searchParams;
  const next = localPath(typeof wanted === "string" ? wanted : null);
  const account = await currentAccount();
  const offersDemo = demoDoorIsOpen(new Headers(await headers()));
  return (
    <SignInFrame
      version={environment().WAVEGATE_VERSION}
      signedInAs={account?.name}
      next={next}
      failed={error !== undefined}
    >
      <SignInForm action={signIn} next={next} quiet={offersDemo} />
      {offersDemo ? <DemoDoor action={continueAs} next={next} people={DEMO_PEOPLE} /> : null}
    </SignInFrame>
  );
}
