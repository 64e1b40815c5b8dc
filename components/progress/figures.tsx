import type { ReactNode } from "react";

export interface FiguresProps {
  figures: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** A few numbers side by side, each with its name. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-4 sm:gap-x-10">
      {figures.map(({ label, value }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-small text-ink-soft">{label}</dt>
          <dd className="font-mono text-title">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
