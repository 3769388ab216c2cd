import { Link } from "@/components/ui/link";
import { Missing } from "@/components/ui/missing";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { Shape } from "@/components/ui/status";
import { Heads, Tbl } from "@/components/ui/table";
import { DEPENDENCY_KIND_LABELS } from "@/lib/dependencies/labels";
import { counted } from "@/lib/kernel/text";
import type { CrossingLink } from "@/lib/waves/model/wave";

/** Links on a page: a wave of hubs has thousands over its border. */
const PER_PAGE = 100;

type Props = {
  links: readonly CrossingLink[];
  program: string;
  page: number;
  hrefFor: (page: number) => string;
};

/** The links over the wave's border, in words: first what is argued against; a hundred a page. */
export function CrossingLinks({ links, program, page, hrefFor }: Props) {
  if (links.length === 0) {
    return (
      <EmptyState title="No link crosses the border of this wave">
        Either its workloads hang on nothing outside, or nobody has recorded what they hang on yet.
      </EmptyState>
    );
  }
  const against = links.filter(({ arguedAgainst }) => arguedAgainst);
  const others = links.filter(({ arguedAgainst }) => !arguedAgainst);
  const here = Math.min(page, Math.ceil(links.length / PER_PAGE));
  const [from, to] = [(here - 1) * PER_PAGE, here * PER_PAGE];
  const [worst, rest] = [
    against.slice(from, to),
    others.slice(Math.max(0, from - against.length), Math.max(0, to - against.length)),
  ];
  return (
    <>
      {worst.length > 0 ? (
        <section>
          <h2 className="grp">
            <Shape kind="risk" />
            Argued against <span>{counted(against.length, "link")}</span>
          </h2>
          <p className="soft dense" style={{ padding: "8px 0" }}>
            Workloads of this wave cannot work without something that moves later or in no wave. Move both
            together, bridge the link, or say that it is soft.
          </p>
          <LinkTable links={worst} program={program} caption="Links argued against" />
        </section>
      ) : null}
      {rest.length > 0 ? (
        <section>
          <h2 className="grp">
            Other links over the border <span>{counted(others.length, "link")}</span>
          </h2>
          <LinkTable links={rest} program={program} caption="Other links over the border" />
        </section>
      ) : null}
      {links.length > PER_PAGE ? (
        <Pager page={here} pageSize={PER_PAGE} total={links.length} hrefFor={hrefFor} />
      ) : null}
    </>
  );
}

function LinkTable({
  links,
  program,
  caption,
}: {
  links: readonly CrossingLink[];
  program: string;
  caption: string;
}) {
  return (
    <Tbl caption={caption} stack="run">
      <Heads of={["Link", "Kind", "Hardness", "The other end"]} />
      <tbody>
        {links.map((link) => (
          <tr key={link.dependencyId}>
            <th scope="row">
              <Ends link={link} program={program} />
            </th>
            <td>{kindWord(link.kind)}</td>
            <td>{link.hardness ?? <Missing>unknown, counted as hard</Missing>}</td>
            <td>
              {link.wave === null ? (
                <Missing>in no wave</Missing>
              ) : (
                <Link href={`${program}/waves/${link.wave.number}`}>
                  Wave {link.wave.number}, {link.wave.name}
                </Link>
              )}
              {link.wave !== null && link.later ? <span className="mute">, later</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Tbl>
  );
}

function Ends({ link, program }: { link: CrossingLink; program: string }) {
  const [from, to] = link.direction === "needs" ? [link.inside, link.outside] : [link.outside, link.inside];
  return (
    <>
      <Link href={`${program}/workloads/${from.id}`}>{from.name}</Link>{" "}
      <span className="soft" style={{ fontWeight: 400 }}>
        {link.hardness === "soft" ? "uses" : "needs"}
      </span>{" "}
      <Link href={`${program}/workloads/${to.id}`}>{to.name}</Link>
    </>
  );
}

const KINDS = new Map<string, string>(Object.entries(DEPENDENCY_KIND_LABELS));

function kindWord(kind: string | null) {
  return kind === null ? <Missing /> : (KINDS.get(kind) ?? kind);
}
