import type { ReactNode } from "react";
import { TREND_NAMES, TREND_TITLES, trendChart } from "@/components/charts/program-trends";
import { TrendKey } from "@/components/charts/trend-key";
import { TrendStill } from "@/components/charts/trend-still";
import { PackMap } from "@/components/packs/pack-map";
import { PackGates, PackRecovery, PackRisks, PackWaves } from "@/components/packs/pack-tables";
import { Figure, Figures } from "@/components/ui/measure";
import { Digest, Moment } from "@/components/ui/moment";
import { Rows } from "@/components/ui/sheet-parts";
import { healthWord, Status } from "@/components/ui/status";
import { healthShape } from "@/components/waves/wave-status";
import { counted, withCounts } from "@/lib/kernel/text";
import type { PackContent } from "@/lib/packs/schema";

/**
 * A pack as it was frozen: everything on it comes from its content, and nothing from the program of today. No part of it
 * uses a hook or a client component: it is drawn outside a page as well, for the PDF.
 */
export function PackDocument({ content, digest }: { content: PackContent; digest: string }) {
  return (
    <article className="pack" aria-label={content.title}>
      <Cover content={content} />
      <Sheet title="Risks" finding={content.map.finding}>
        <PackMap map={content.map} />
        <PackRisks risks={content.risks} total={content.risksAbove} />
      </Sheet>
      <Sheet title="Waves" finding={`${counted(content.waves.length, "wave")}, each with its reason.`}>
        <PackWaves waves={content.waves} />
      </Sheet>
      <Sheet title="Gates and sign-offs" finding={gatesFinding(content)}>
        <PackGates gates={content.gates} />
      </Sheet>
      <Sheet title="Recovery" finding={content.trends.findings.recovery}>
        <PackRecovery recovery={content.recovery} />
      </Sheet>
      <OverTime content={content} />
      <Sheet title="What is unknown, and how the numbers are made">
        <div className="pack-two">
          <Rows dense>
            {content.unknown.map((words) => (
              <li key={words}>
                <Status health="unknown" word={words} wrap />
              </li>
            ))}
            {content.unknown.length === 0 ? (
              <li className="soft">Nothing that is counted here is unknown.</li>
            ) : null}
          </Rows>
          <div>
            {content.made.map((words) => (
              <p key={words} className="soft dense">
                {words}
              </p>
            ))}
          </div>
        </div>
        <Digest hex={digest} label="SHA-256 of this pack" />
        <Digest
          hex={content.chain.hash}
          label={`Head of the audit trail that the numbers rest on, event ${content.chain.seq}`}
        />
      </Sheet>
    </article>
  );
}

function Cover({ content }: { content: PackContent }) {
  const { program, title, zone, frozenAt, frozenBy, role, sentence, health, decisions, numbers } = content;
  return (
    <section className="pack-sheet pack-cover">
      <p className="eyebrow">{program}</p>
      <h2 className="h1 lg">{title}</h2>
      <p className="soft">
        Frozen <Moment at={frozenAt} zone={zone} city /> by {frozenBy}, {role.toLowerCase()}
      </p>
      <p className="lede">
        <Status health={healthShape(health)} word={`${healthWord(healthShape(health))}.`} />{" "}
        {withCounts(sentence)}
      </p>
      <Figures>
        {numbers.map(({ label, value, of, detail }) => (
          <Figure key={label} label={label} value={value} of={of} change={detail} />
        ))}
      </Figures>
      <h3 className="grp">
        Decisions asked for <span>{decisions.length}</span>
      </h3>
      {decisions.length === 0 ? <p className="soft">None.</p> : null}
      <Rows dense>
        {decisions.map(({ what, due, waiting }) => (
          <li key={what}>
            <b>{what}</b>
            <p className="soft">
              {due === null ? "No date is set" : `Due ${due}`}. {waiting}
            </p>
          </li>
        ))}
      </Rows>
    </section>
  );
}

function OverTime({ content }: { content: PackContent }) {
  const { findings, ...trends } = content.trends;
  return (
    <Sheet title="Over time">
      <div className="pack-two">
        {TREND_NAMES.map((name) => {
          const chart = trendChart(name, trends);
          return (
            <figure key={name} className="trend-fig">
              <h3 className="h3">{TREND_TITLES[name]}</h3>
              <p className="soft dense">{findings[name]}</p>
              {chart.rows.length === 0 ? null : (
                <>
                  <TrendStill
                    chart={chart}
                    label={`${TREND_TITLES[name]}. ${findings[name]}`}
                    id={`pack-${name}-still`}
                  />
                  <figcaption>
                    <TrendKey chart={chart} id={`pack-${name}`} />
                  </figcaption>
                </>
              )}
            </figure>
          );
        })}
      </div>
    </Sheet>
  );
}

function Sheet({ title, finding, children }: { title: string; finding?: string; children: ReactNode }) {
  return (
    <section className="pack-sheet sec">
      <div className="sec-h">
        <h2>{title}</h2>
        {finding ? <p>{finding}</p> : null}
      </div>
      {children}
    </section>
  );
}

function gatesFinding({ gates }: PackContent): string {
  if (gates.length === 0) return "No gate is open.";
  const holding = gates.filter(({ holds }) => holds).length;
  return `${holding} of ${counted(gates.length, "open gate")} ${gates.length === 1 || holding === 1 ? "holds" : "hold"}.`;
}
