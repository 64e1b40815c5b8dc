"use client";

import dynamic from "next/dynamic";

/** The form is fetched when it is chosen, and not before. */
export const ClickForm = dynamic(() => import("@/components/table-form/table-form").then((part) => part.TableForm), {
  ssr: false,
  loading: () => <p className="py-6 text-small text-ink-soft">Opening the form …</p>,
});
