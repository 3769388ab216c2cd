/** The symbols every shape refers to; drawn once a page by the root layout. */
export function IconSprite() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <defs>
        <HealthSymbols />
        <LifecycleSymbols />
        <ChromeSymbols />
      </defs>
    </svg>
  );
}

function HealthSymbols() {
  return (
    <>
      <symbol id="wg-ok" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="5" fill="currentColor" />
      </symbol>
      <symbol id="wg-risk" viewBox="0 0 12 12">
        <path d="M6 .8 11.8 11.2H.2Z" fill="currentColor" />
      </symbol>
      <symbol id="wg-off" viewBox="0 0 12 12">
        <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />
      </symbol>
      <symbol id="wg-acc" viewBox="0 0 12 12">
        <path d="M6 1.2 10.8 6 6 10.8 1.2 6Z" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <circle cx="6" cy="6" r="1.5" fill="currentColor" />
      </symbol>
      <symbol id="wg-unk" viewBox="0 0 12 12">
        <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
    </>
  );
}

function LifecycleSymbols() {
  const box = (
    <rect
      x="1.2"
      y="1.2"
      width="9.6"
      height="9.6"
      rx="1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  );
  return (
    <>
      <symbol id="wg-done" viewBox="0 0 12 12">
        <rect x=".5" y=".5" width="11" height="11" rx="1.5" fill="currentColor" />
        <path d="m3 6.2 2.1 2.1L9 4" fill="none" stroke="var(--page)" strokeWidth="1.6" />
      </symbol>
      <symbol id="wg-none" viewBox="0 0 12 12">
        {box}
      </symbol>
      <symbol id="wg-prog" viewBox="0 0 12 12">
        {box}
        <path d="M1.2 1.2H6v9.6H1.2Z" fill="currentColor" />
      </symbol>
      <symbol id="wg-block" viewBox="0 0 12 12">
        {box}
        <path d="M3 6h6" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="wg-cancel" viewBox="0 0 12 12">
        {box}
        <path d="m3.2 3.2 5.6 5.6M8.8 3.2 3.2 8.8" stroke="currentColor" strokeWidth="1.4" />
      </symbol>
    </>
  );
}

function ChromeSymbols() {
  return (
    <>
      <symbol id="wg-mark" viewBox="0 0 20 20">
        <path d="M2 1v18M18 1v18" stroke="var(--ink)" strokeWidth="2" />
        <path d="M2 10c2.7-5 5.3-5 8 0s5.3 5 8 0" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="wg-find" viewBox="0 0 16 16">
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m11 11 4 4" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="wg-updn" viewBox="0 0 16 16">
        <path d="m5 6 3-3 3 3M5 10l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
      <symbol id="wg-menu" viewBox="0 0 20 20">
        <path d="M2 5h16M2 10h16M2 15h16" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
      <symbol id="wg-close" viewBox="0 0 20 20">
        <path d="m4 4 12 12M16 4 4 16" stroke="currentColor" strokeWidth="1.6" />
      </symbol>
      <symbol id="wg-more" viewBox="0 0 16 16">
        <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </symbol>
    </>
  );
}
