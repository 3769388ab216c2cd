import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { PlainFrame } from "@/components/auth/plain-frame";
import { SignOutForm } from "@/components/auth/sign-out-form";
import { ProgramList } from "@/components/programs/program-list";
import { PageHeader } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-actor";
import { listPrograms } from "@/lib/programs/queries/programs";
import { signOut } from "./sign-in/actions";

export const metadata: Metadata = { title: "Programs" };

/** Leads to the only program, or to the one last looked at; else shows the choice. */
export default async function RootPage({ searchParams }: { searchParams: Promise<{ choose?: string }> }) {
  const account = await requireAccount();
  const programs = await listPrograms(account);
  const { choose } = await searchParams;
  const last = (await cookies()).get("wavegate-program")?.value;
  const known = programs.find((program) => program.slug === last) ?? programs[0];
  if (known !== undefined && choose === undefined && (programs.length === 1 || known.slug === last))
    redirect(`/p/${known.slug}`);
  return (
    <PlainFrame homeHref="/account" homeLabel={account.name} beside={<SignOutForm action={signOut} />}>
      <PageHeader title="Programs" why={<span>The programs you have a role in.</span>} />
      <ProgramList programs={programs} isInstanceAdmin={account.isInstanceAdmin} />
    </PlainFrame>
  );
}
