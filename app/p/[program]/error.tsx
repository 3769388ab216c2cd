"use client";
import { PageFailed, type PageFailedProps } from "@/components/shell/page-failed";

/** A page of a program that failed: the way to its other pages stays. */
export default function ProgramPageError(props: PageFailedProps) {
  return <PageFailed {...props} />;
}
