import { Loading, Skeleton } from "@/components/ui/skeleton";

const BARS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** The places of the bars, the remarks and the text, while they are read. */
export function ReportSkeleton() {
  return (
    <Loading words="Loading the report" className="space-y-12">
      <div className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {BARS.map((bar) => (
          <Skeleton key={bar} className="h-7" />
        ))}
      </div>
      <div>
        <Skeleton className="h-7 w-40" />
        <Skeleton className="mt-4 h-44" />
      </div>
      <Skeleton className="h-96" />
    </Loading>
  );
}
