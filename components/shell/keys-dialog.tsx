"use client";

import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import type { PageKey } from "./panel-store";

const EVERYWHERE: readonly PageKey[] = [
  { keys: ["Ctrl", "K"], does: "Go to a page, a scenario or a rule (⌘ K on a Mac)" },
  { keys: ["?"], does: "Show these keys" },
  { keys: ["Esc"], does: "Close what is open" },
];

function Keys({ title, keys }: { title: string; keys: readonly PageKey[] }) {
  return (
    <section>
      <h3 className="text-small font-medium text-ink-faint">{title}</h3>
      <dl className="mt-1 divide-y divide-line">
        {keys.map((key) => (
          <div key={key.does} className="flex items-center justify-between gap-6 py-2">
            <dt>{key.does}</dt>
            <dd className="flex shrink-0 gap-1">
              {key.keys.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of the page that is open, then those that work everywhere. */
export function KeysDialog({ pageKeys, onClose }: { pageKeys: readonly PageKey[]; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keys">
      <div className="space-y-5">
        {pageKeys.length > 0 && <Keys title="On this page" keys={pageKeys} />}
        <Keys title="Everywhere" keys={EVERYWHERE} />
      </div>
    </Dialog>
  );
}
