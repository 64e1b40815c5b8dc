import { Page, PageHeading } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f"];

export default function LoadingDecks() {
  return (
    <Page className="space-y-12">
      <PageHeading title="Decks" />
      <Loading words="Loading your decks" className="space-y-4">
        <Skeleton className="h-7 w-24" />
        <div className="divide-y divide-line rounded-lg border border-line bg-surface">
          {ROWS.map((row) => (
            <div key={row} className="px-4 py-3.5 sm:px-6">
              <Skeleton className="h-6.5 w-48" />
              <Skeleton className="mt-1 h-4 w-80 max-w-full" />
            </div>
          ))}
        </div>
      </Loading>
    </Page>
  );
}
