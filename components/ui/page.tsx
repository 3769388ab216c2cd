import type { ReactNode } from "react";
import { type Place, PlaceName } from "@/components/ui/place-name";
import { Shape, type ShapeKind } from "@/components/ui/status";

export type PageHeaderProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  /** The line of facts below the title: each child is one fact. */
  why?: ReactNode;
  actions?: ReactNode;
  /** 28 px title, for pages that are read like a letter. */
  large?: boolean;
  /** What the address names by an identity, so that the crumbs can say its name. */
  place?: Place | readonly Place[];
};

/** Title of the page, what it is, its actions. */
export function PageHeader({ title, eyebrow, why, actions, large, place }: PageHeaderProps) {
  return (
    <div className="page-h">
      {placesOf(place).map(({ id, name }) => (
        <PlaceName key={id} id={id} name={name} />
      ))}
      <div className="t">
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        <h1 className={large ? "h1 lg" : "h1"}>{title}</h1>
        {why ? (
          <div className="why" style={{ marginTop: 6 }}>
            {why}
          </div>
        ) : null}
      </div>
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}

function placesOf(place: PageHeaderProps["place"]): readonly Place[] {
  if (place === undefined) return [];
  return "id" in place ? [place] : place;
}

/** The health sentence: the largest thing of a home page, once a page. */
export function Lede({ children, why }: { children: ReactNode; why?: ReactNode }) {
  return (
    <>
      <p className="lede" style={{ marginTop: 8 }}>
        {children}
      </p>
      {why ? <div className="why">{why}</div> : null}
    </>
  );
}

export type SectionProps = {
  title: ReactNode;
  /** One sentence that says what the section found. */
  finding?: ReactNode;
  actions?: ReactNode;
  id?: string;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** An ink rule, a title, the finding, the content. */
export function Section({ title, finding, actions, id, level = 2, className, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      className={className ? `sec ${className}` : "sec"}
      id={id}
      aria-labelledby={id ? `${id}-title` : undefined}
    >
      <div className="sec-h">
        <Heading id={id ? `${id}-title` : undefined}>{title}</Heading>
        {finding ? <p>{finding}</p> : null}
        {actions ? <div className="acts">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

export type GroupProps = {
  title: ReactNode;
  tone?: ShapeKind;
  count?: ReactNode;
  actions?: ReactNode;
  id?: string;
};

/** A group title inside a section or column, with a count and actions. */
export function Group({ title, tone, count, actions, id }: GroupProps) {
  return (
    <h2 className="grp" id={id}>
      {tone ? <Shape kind={tone} /> : null}
      {title} {count === undefined ? null : <span>{count}</span>}
      {actions ? <span className="acts">{actions}</span> : null}
    </h2>
  );
}

export type Fact = { label: ReactNode; value: ReactNode };

/** The band of facts below a page header; columns split by hairlines. Four that weigh the same are `even`: two by two on a phone. Values may use `<p className="big">`. */
export function Facts({ facts, even }: { facts: readonly Fact[]; even?: boolean }) {
  const size = facts.length === 2 ? " n2" : facts.length === 3 ? " n3" : even ? " n4" : "";
  return (
    <dl className={`split facts${size}`}>
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their order
        <div key={at}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Label and value, one under the other; for detail pages. */
export function DefinitionList({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="deflist">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items keep their order
        <div key={at}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Content beside a 320 px side column; below 1240 px one under the other. */
export function WithSide({ children, side, label }: { children: ReactNode; side: ReactNode; label: string }) {
  return (
    <div className="ws">
      <div>{children}</div>
      <aside className="side" aria-label={label}>
        {side}
      </aside>
    </div>
  );
}
