import type { Metadata } from "next";
import { PlainFrame } from "@/components/auth/plain-frame";
import { NothingHere } from "@/components/shell/nothing-here";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainFrame homeHref="/" homeLabel="Your programs">
      <NothingHere action={<Button href="/">Go to the start</Button>}>
        It may have been removed, the address may be mistyped, or it belongs to a program that you are not a
        member of.
      </NothingHere>
    </PlainFrame>
  );
}
