import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Header } from "@/components/shell/header";
import { Panels } from "@/components/shell/panels";
import { SkipLink } from "@/components/shell/skip-link";
import { THEME_SCRIPT } from "@/components/shell/theme-script";
import { RULES } from "@/lib/rubric";
import { loadScenarios } from "@/lib/scenario/load";
import { countDue, currentPerson } from "@/lib/server";
import { signOutAction } from "./actions";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "cardinality", template: "%s · cardinality" },
  description:
    "Practise the data-modelling part of system-design interviews: write a design, see what it gets right, and remember what it missed.",
  applicationName: "cardinality",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#171411" },
  ],
};

const rules = RULES.map(({ id, doc }) => ({ id, title: doc.title }));

export default async function RootLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  const due = person ? await countDue(person.id, Date.now()) : 0;
  const scenarios = loadScenarios().map(({ scenario: { slug, title } }) => ({ slug, title }));
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body className="flex flex-col">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours that must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <SkipLink />
        <Header person={person} due={due} signOut={signOutAction} />
        {children}
        <Panels scenarios={scenarios} rules={rules} />
      </body>
    </html>
  );
}
