/** Before there is anything to draw: what will stand here, as a faint sketch, and in words. */
export function EmptyDiagram() {
  return (
    <div className="flex flex-col items-center gap-4 rounded-md border border-line bg-paper px-6 py-10 text-center">
      <svg
        viewBox="0 0 160 168"
        aria-hidden="true"
        focusable="false"
        className="w-40 text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
      >
        <g strokeDasharray="4 4">
          <rect x="24" y="1" width="112" height="56" rx="6" />
          <rect x="24" y="111" width="112" height="56" rx="6" />
        </g>
        <path d="M24 21h112M24 131h112" className="text-line" />
        <path d="M80 57v54M75 63h10M75 68h10M74 111l6-11 6 11" />
        <circle cx="80" cy="96" r="3.75" className="fill-paper" />
        <path d="M36 11h34M36 121h24M36 33h22M36 45h40M36 143h30M36 155h22" className="text-line" />
      </svg>
      <p className="max-w-xs text-small text-ink-soft">
        Nothing to draw yet. Each table you write appears here, joined to what it refers to, while you type.
      </p>
    </div>
  );
}
