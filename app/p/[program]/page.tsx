import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { homeWord } from "@/lib/overview/rules/navigation";
import { ASPECTS } from "@/lib/risks/model/rating";
import { ExecutiveBrief } from "./_home/executive-brief";
import { MyServices } from "./_home/my-services";
import { MyWork } from "./_home/my-work";
import { Plan } from "./_home/plan";
import { SharedWithYou } from "./_home/shared-with-you";

type Props = { params: Promise<{ program: string }>; searchParams: Promise<{ aspect?: string | string[] }> };

export async function generateMetadata({ params }: Props) {
  const actor = await requireActor((await params).program);
  return { title: homeWord(actor.role) };
}

/** Home by role: each person meets the answer to their first question. */
export default async function HomePage({ params, searchParams }: Props) {
  const { program } = await params;
  const actor = await requireActor(program);
  const { aspect } = await searchParams;
  switch (actor.role) {
    case "executive":
      return <ExecutiveBrief actor={actor} aspect={ASPECTS.find((one) => one === aspect) ?? "current"} />;
    case "platform_engineer":
      return <MyWork actor={actor} />;
    case "business_owner":
      return <MyServices actor={actor} />;
    case "program_manager":
      return <Plan actor={actor} />;
    case "auditor":
      return redirect(`/p/${program}/audit`);
    case "partner":
      return <SharedWithYou actor={actor} />;
    default:
      return actor.role satisfies never;
  }
}
