import { Page, PageHeading } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const ROWS = ["first", "second"];

export default function LoadingPractice() {
  return (
    <Page>
      <PageHeading title="Practice" />
      <Loading words="Loading the scenarios" className="mt-2">
        <Skeleton className="h-5 w-full max-w-prose" />
        <Skeleton className="mt-1.5 h-5 w-1/2 max-w-prose" />
        <div className="mt-8 divide-y divide-line rounded-lg border border-line bg-surface">
          {ROWS.map((row) => (
            <div key={row} className="space-y-3 px-4 py-5 sm:px-6">
              <Skeleton className="h-6 w-48" />
              <Skeleton className="h-5 w-full max-w-prose" />
              <Skeleton className="h-4 w-32" />
            </div>
          ))}
        </div>
      </Loading>
    </Page>
  );
}
