"use client";

import { Command } from "cmdk";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon";
import { closePanel, openPanel } from "./panel-store";
import { chooseTheme } from "./theme";

export interface PaletteScenario {
  readonly slug: string;
  readonly title: string;
}

export interface PaletteRule {
  readonly id: string;
  readonly title: string;
}

const PAGES: readonly { readonly href: Route; readonly words: string; readonly icon: IconName }[] = [
  { href: "/", words: "Home", icon: "right" },
  { href: "/practice", words: "Practice", icon: "pen" },
  { href: "/review", words: "Review", icon: "cards" },
  { href: "/decks", words: "Decks: own cards, import and export", icon: "cards" },
  { href: "/progress", words: "Progress", icon: "chart" },
  { href: "/rules", words: "Rules", icon: "info" },
  { href: "/bench", words: "Bench: a design on PostgreSQL", icon: "chart" },
  { href: "/settings", words: "Settings: minutes, new cards, interview", icon: "clock" },
  { href: "/account", words: "Account: password and devices", icon: "person" },
  { href: "/sign-in", words: "Sign in", icon: "person" },
  { href: "/sign-up", words: "Sign up", icon: "person" },
];

const THEME_COMMANDS = [
  { theme: "light", words: "Light theme", icon: "sun" },
  { theme: "dark", words: "Dark theme", icon: "moon" },
  { theme: "system", words: "Theme of the system", icon: "screen" },
] as const;

function Item(props: { value: string; icon: IconName; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={props.value}
      onSelect={props.onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 text-small data-[selected=true]:bg-accent-soft md:min-h-9"
    >
      <Icon name={props.icon} className="size-4 text-ink-faint" />
      {props.children}
    </Command.Item>
  );
}

export interface CommandPaletteProps {
  readonly scenarios: readonly PaletteScenario[];
  readonly rules: readonly PaletteRule[];
  readonly onClose: () => void;
}

/** Everything by name: pages, scenarios, rules, the theme. Loaded when it is first asked for. */
export function CommandPalette({ scenarios, rules, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const go = (href: Route) => {
    onClose();
    router.push(href);
  };
  const theme = (name: "light" | "dark" | "system") => {
    chooseTheme(name);
    closePanel();
  };
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_15_5/0.45)]" />
        <Radix.Content aria-describedby={undefined} className={FRAME}>
          <Radix.Title className="sr-only">Go to</Radix.Title>
          <Command label="Go to" loop className="flex min-h-0 flex-col">
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Icon name="search" className="size-4 text-ink-faint" />
              <Command.Input
                placeholder="Go to a page, a scenario or a rule"
                className="h-12 grow bg-transparent outline-none"
              />
            </div>
            <Command.List className={LIST}>
              <Command.Empty className="px-3 py-6 text-small text-ink-soft">Nothing has that name.</Command.Empty>
              <Command.Group heading="Scenarios">
                {scenarios.map(({ slug, title }) => (
                  <Item
                    key={slug}
                    value={`${title} ${slug}`}
                    icon="pen"
                    onSelect={() => go(`/practice/${slug}` as Route)}
                  >
                    {title}
                  </Item>
                ))}
              </Command.Group>
              <Command.Group heading="Pages">
                {PAGES.map((page) => (
                  <Item key={page.href} value={page.words} icon={page.icon} onSelect={() => go(page.href)}>
                    {page.words}
                  </Item>
                ))}
              </Command.Group>
              <Command.Group heading="Rules">
                {rules.map(({ id, title }) => (
                  <Item key={id} value={`${title} ${id}`} icon="info" onSelect={() => go(`/rules/${id}` as Route)}>
                    {title}
                    <span className="ml-auto hidden font-mono text-ink-faint sm:inline">{id}</span>
                  </Item>
                ))}
              </Command.Group>
              <Command.Group heading="Settings">
                {THEME_COMMANDS.map((command) => (
                  <Item
                    key={command.theme}
                    value={command.words}
                    icon={command.icon}
                    onSelect={() => theme(command.theme)}
                  >
                    {command.words}
                  </Item>
                ))}
                <Item value="Keys of this page" icon="info" onSelect={() => openPanel("keys")}>
                  Keys of this page
                </Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const FRAME =
  "fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[min(28rem,85dvh)] max-w-lg flex-col overflow-hidden rounded-lg border " +
  "border-line bg-surface shadow-float sm:top-[14vh]";

const LIST =
  "min-h-0 overflow-y-auto p-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 " +
  "[&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-faint";
