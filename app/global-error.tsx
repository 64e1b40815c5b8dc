"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import "./globals.css";

/** Where even the layout failed: it brings its own frame and needs nothing of the rest. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · cardinality</title>
        <main id="main" className="mx-auto max-w-2xl px-4 py-12">
          <EmptyState
            as="h1"
            title="The product could not be shown"
            action={
              <Button variant="primary" onClick={retry}>
                Try again
              </Button>
            }
          >
            <p>Something failed on our side, not in what you did. What you saved is safe. Try again in a moment.</p>
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
