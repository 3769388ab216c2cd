"use client";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, startTransition, useOptimistic } from "react";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import type { AssessmentAspect } from "@/lib/risks/model/rating";

type Panel = {
  aspect: AssessmentAspect;
  label: string;
  href: string;
  title: string;
  finding: string;
  body: ReactNode;
};

export type MapChoiceProps = {
  panels: readonly Panel[];
  /** What the address asks for. */
  given: AssessmentAspect;
  actions?: ReactNode;
  children?: ReactNode;
};

/** The map of one score. All of them are there: another one is shown at once, and the address and the rest of the page follow. */
export function MapChoice({ panels, given, actions, children }: MapChoiceProps) {
  const router = useRouter();
  const [shown, show] = useOptimistic(given);
  const panel = panels.find(({ aspect }) => aspect === shown);

  function choose(event: MouseEvent, { aspect, href }: Panel) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    startTransition(() => {
      show(aspect);
      router.push(href, { scroll: false });
    });
  }

  return (
    <Section
      id="map"
      className="map-first-as-list"
      title={panel?.title}
      finding={panel?.finding}
      actions={
        <>
          <nav className="seg" aria-label="Score shown">
            {panels.map((one) => (
              <Link
                key={one.aspect}
                href={one.href}
                aria-current={one.aspect === shown ? "true" : undefined}
                scroll={false}
                onClick={(event) => choose(event, one)}
              >
                {one.label}
              </Link>
            ))}
          </nav>
          {actions}
        </>
      }
    >
      <div className="cols c2">
        <div>{panel?.body}</div>
        <div>{children}</div>
      </div>
    </Section>
  );
}
