import type { ReactNode } from "react";

/** Drawn here rather than taken from a package, so that a page full of them ships no JavaScript. */
const SHAPES = {
  check: <path d="m3.5 8.5 3 3 6-7" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5Z" fill="currentColor" />
    </>
  ),
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  dot: <circle cx="8" cy="8" r="2.5" fill="currentColor" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.5v3.25M8 5.25v.01" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.5 14 13H2Z" />
      <path d="M8 6.5v3M8 11.25v.01" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.25" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.5v1.25m0 10.5v1.25M1.5 8h1.25m10.5 0h1.25M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9" />
    </>
  ),
  moon: <path d="M13 9.75A5.5 5.5 0 0 1 6.25 3a5.5 5.5 0 1 0 6.75 6.75Z" />,
  screen: (
    <>
      <rect x="2" y="3" width="12" height="8" rx="1" />
      <path d="M6 13.5h4" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.5" />
      <path d="M3 13.5c.6-2.5 2.5-3.75 5-3.75s4.4 1.25 5 3.75" />
    </>
  ),
  pen: <path d="m3 13 .75-3L10.5 3.25l2.25 2.25L6 12.25Z" />,
  cards: (
    <>
      <rect x="2.5" y="5" width="8.5" height="8.5" rx="1" />
      <path d="M5.25 2.5h7.25a1 1 0 0 1 1 1v7.25" />
    </>
  ),
  chart: <path d="M2.5 13.5h11M4 11V8.5M8 11V3M12 11V6" />,
  undo: <path d="M3 6.5h6.5a3.25 3.25 0 0 1 0 6.5H6M5.75 3.5l-3 3 3 3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A 16 px line icon. Silent for screen readers: words stand beside it, or `aria-label` on what holds it. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`${className} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[name]}
    </svg>
  );
}
