import { Button, buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Page } from "./page";

/** Stands in the place of any page that cannot be fetched. Plain links: no script runs in it. */
export function OfflinePage() {
  return (
    <Page width="prose">
      <EmptyState
        as="h1"
        title="No connection"
        action={
          <>
            <a href="/review" className={buttonClass("primary")}>
              Review without it
            </a>
            {/* Sent to the address that was asked for, whatever it is. */}
            <form>
              <Button type="submit">Try again</Button>
            </form>
          </>
        }
      >
        <p>This page comes from the server, and the server cannot be reached. Nothing is lost.</p>
        <ul className="list-disc space-y-1 pl-5">
          <li>Reviews work: the cards of your last visit are on this device. What you rate is sent later.</li>
          <li>A design that you were writing is kept on this device, and saved when its page is open again.</li>
        </ul>
      </EmptyState>
    </Page>
  );
}
