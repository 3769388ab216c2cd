const STEPS = [
  {
    title: "Facts come in",
    detail: "The inventory, its links, risks and recovery targets. What nobody knows is shown as unknown.",
  },
  {
    title: "Rules judge them",
    detail: "A wave is ready or it is not, and the rule that fails says why and who can mend it.",
  },
  {
    title: "People decide",
    detail: "The one who answers for a service signs exactly what was shown. Whoever attests does not sign.",
  },
  {
    title: "The wave moves",
    detail: "Nothing cuts over without a gate that holds at that moment.",
  },
  {
    title: "It is kept",
    detail:
      "Every change stands in a chain that shows what was altered, checked without Wavegate if you like.",
  },
] as const;

/** What Wavegate does, for somebody who stands at the door: nothing of any program is shown to a stranger. */
export function WhatItDoes() {
  return (
    <aside className="rr" aria-label="What Wavegate does">
      <p className="eyebrow">How a wave passes its gate</p>
      <p style={LEAD}>Every decision of a migration, kept with the facts it rested on.</p>
      <ol className="route">
        {STEPS.map((step, at) => (
          <li key={step.title}>
            <StepMark number={at + 1} />
            <span>{step.title}</span>
            <span />
            <p>{step.detail}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}

const LEAD = {
  font: "500 20px/28px var(--sans)",
  letterSpacing: "-.012em",
  margin: "4px 0 28px",
  maxWidth: "24em",
  textWrap: "balance",
} as const;

/** A ring with the step's number, on the line that joins the steps. */
function StepMark({ number }: { number: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      style={{ position: "relative", top: 5, color: "var(--ink-2)" }}
    >
      <circle cx="10" cy="10" r="9" fill="var(--frame)" stroke="currentColor" strokeWidth="1.2" />
      <text x="10" y="13.6" textAnchor="middle" fontSize="10.5" fontWeight="500" fill="currentColor">
        {number}
      </text>
    </svg>
  );
}
