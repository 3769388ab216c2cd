import type { Metadata } from "next";
import { NothingHere } from "@/components/shell/nothing-here";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

/** What is not there, or not for this reader, inside a program: the way to its other pages stays. */
export default function NotFoundInProgram() {
  return (
    <NothingHere action={<Button href="/">Go to the start</Button>}>
      It may have been removed, the address may be mistyped, or your role in this program does not show it.
    </NothingHere>
  );
}
