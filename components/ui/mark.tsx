/** The crow's foot: the many-end of a relation, and this product's mark. */
export function Mark({ className = "size-5" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={`${className} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M2 12h20M11 12 22 4.5M11 12l11 7.5M6.5 7v10" />
    </svg>
  );
}
