import { classNames } from "./class-names";

/** A place held for what is coming; give it the size of that. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("block animate-breathe rounded-sm bg-hover", className)} />;
}

/** Around skeletons: says once that something is on its way. */
export function Loading({
  words,
  className,
  children,
}: {
  words: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div className={className}>
      <p role="status" className="sr-only">
        {words}
      </p>
      {children}
    </div>
  );
}
