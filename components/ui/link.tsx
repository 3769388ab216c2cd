import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of the product. No page is asked for before somebody follows a link to it: each is made for who asks at
 * that moment and none has a part to show earlier, so fifty links in sight would be fifty questions with nothing for an answer.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
