"use client";
import { useRouter } from "next/navigation";
import { type SubmitEvent, startTransition, useCallback, useEffect, useOptimistic, useRef } from "react";
import { Register } from "@/components/risks/register";
import { askRegister, hrefOfForm, hrefOfPlainClick } from "@/components/risks/register-address";
import { RegisterChips, RegisterFilters, registerChips } from "@/components/risks/register-filters";
import { ExportLinks } from "@/components/ui/export-links";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Count, Tools } from "@/components/ui/table";
import type { RiskChoices } from "@/lib/risks/model/register";
import type { RiskScale } from "@/lib/risks/model/scale";
import type { FoundRisks } from "@/lib/risks/rules/list-json";
import { RISKS_PER_PAGE, riskHref } from "@/lib/risks/rules/search-href";

export type LiveRegisterProps = {
  path: string;
  /** Where the same list is answered as JSON. */
  api: string;
  given: FoundRisks;
  choices: RiskChoices;
  scale: RiskScale;
  zone: string;
};

/**
 * The register with its filters. What leads to other rows of it, here or from the map, asks for those alone and shows them; the
 * address and the rest of the page follow.
 */
export function LiveRegister({ path, api, given, choices, scale, zone }: LiveRegisterProps) {
  const [{ search, list }, go] = useRegister(path, api, given);
  const filters = registerChips(path, search, choices, scale).length;

  function send(event: SubmitEvent<HTMLDivElement>) {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    go(hrefOfForm(path, event.target), false);
  }

  return (
    <Section
      id="register"
      title="Register"
      actions={
        list.total === 0 ? undefined : (
          <ExportLinks href={riskHref(`${api}/export.csv`, search)} count={list.total} />
        )
      }
    >
      <div onSubmitCapture={send}>
        <RegisterFilters {...{ path, search, choices }} />
      </div>
      <Tools count={<Count shown={list.total} total={list.everything} filters={filters} />}>
        <RegisterChips {...{ path, search, choices, scale }} />
      </Tools>
      {list.rows.length === 0 ? (
        <EmptyState
          title="No risk fits these filters"
          action={<Link href={`${path}#register`}>Clear the filters</Link>}
        />
      ) : (
        <>
          <Register rows={list.rows} {...{ path, search, zone }} />
          <Pager
            page={list.page}
            pageSize={RISKS_PER_PAGE}
            total={list.total}
            hrefFor={(page) => `${riskHref(path, search, { page })}#register`}
          />
        </>
      )}
    </Section>
  );
}

/** What the register shows, and `go`, which asks for other rows; `there` brings the register into view. */
function useRegister(path: string, api: string, given: FoundRisks) {
  const router = useRouter();
  const [shown, show] = useOptimistic(given);
  const latest = useRef<AbortController | null>(null);

  const go = useCallback(
    (href: string, there: boolean) => {
      latest.current?.abort();
      const mine = new AbortController();
      latest.current = mine;
      startTransition(async () => {
        const found = await askRegister(`${api}${new URL(href, window.location.origin).search}`, mine.signal);
        if (mine.signal.aborted) return;
        startTransition(() => {
          if (found !== null) show(found);
          router.push(href, { scroll: false });
        });
        if (there) document.getElementById("register")?.scrollIntoView();
      });
    },
    [api, router, show],
  );

  useEffect(() => {
    function follow(event: MouseEvent) {
      const pressed = hrefOfPlainClick(event, path);
      if (pressed === null) return;
      event.preventDefault();
      event.stopPropagation();
      go(pressed.href, pressed.there);
    }
    document.addEventListener("click", follow, true);
    return () => document.removeEventListener("click", follow, true);
  }, [path, go]);
  return [shown, go] as const;
}
