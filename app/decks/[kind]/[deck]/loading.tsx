import { Page } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export default function LoadingDeck() {
  return (
    <Page>
      <Loading words="Loading the deck" className="space-y-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-17 w-96 max-w-full" />
        <div className="divide-y divide-line rounded-lg border border-line bg-surface">
          {ROWS.map((row) => (
            <div key={row} className="px-4 py-2.5 sm:px-6">
              <Skeleton className="h-6.5 w-96 max-w-full" />
              <Skeleton className="mt-1 h-4 w-24" />
            </div>
          ))}
        </div>
      </Loading>
    </Page>
  );
}
