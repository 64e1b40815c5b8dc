import { Page, PageHeading } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingProgress() {
  return (
    <Page className="space-y-12">
      <PageHeading title="Progress" />
      <Loading words="Loading your progress" className="space-y-12">
        <div>
          <Skeleton className="h-7 w-32" />
          <Skeleton className="mt-4 h-13 w-64" />
        </div>
        <div>
          <Skeleton className="h-7 w-32" />
          <Skeleton className="mt-4 h-44 w-72 max-w-full" />
        </div>
      </Loading>
    </Page>
  );
}
