import { Page, PageHeading } from "@/components/shell/page";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function LoadingSettings() {
  return (
    <Page>
      <PageHeading title="Settings">How your reviews are planned. Everything works as it comes.</PageHeading>
      <Loading words="Loading your settings" className="mt-8 space-y-8">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-72 w-full" />
      </Loading>
    </Page>
  );
}
