import { Page } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingReview() {
  return (
    <Page width="prose" className="flex grow flex-col pt-6 pb-0 sm:pt-[10vh] sm:pb-12">
      <Loading words="Loading your reviews" className="flex grow flex-col sm:min-h-120 sm:grow-0">
        <div className="grow space-y-3">
          <Skeleton className="h-6 w-full" />
          <Skeleton className="h-6 w-2/3" />
        </div>
        <Skeleton className="mb-15 h-14 w-full" />
      </Loading>
    </Page>
  );
}
