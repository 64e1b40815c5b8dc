"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { classNames } from "../ui/class-names";
import type { ImportStage } from "./import-contract";
import { ImportResult } from "./import-result";
import { sendFile } from "./send-file";

const KINDS = ".apkg,.colpkg,.csv,.tsv,.txt,.json";

export interface ImportPanelProps {
  /** Where files are sent. */
  readonly url: string;
}

/** Takes a file by its button or by being dropped, and says what came of it. */
export function ImportPanel({ url }: ImportPanelProps) {
  const [stage, setStage] = useState<ImportStage>({ kind: "idle" });
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const busy = stage.kind === "sending" || stage.kind === "reading";

  const take = async (file: File | undefined) => {
    if (!file || busy) return;
    const { name } = file;
    setStage({ kind: "sending", name, share: 0 });
    const reply = await sendFile(url, file, (share) => {
      setStage(share < 1 ? { kind: "sending", name, share } : { kind: "reading", name });
    });
    if (input.current) input.current.value = "";
    setStage(reply.ok ? { kind: "done", name, said: reply } : { kind: "failed", name, message: reply.message });
    if (reply.ok) router.refresh();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="space-y-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same by keys */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-dashed px-4 py-5 transition-colors",
          over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
        )}
      >
        <input
          ref={input}
          type="file"
          accept={KINDS}
          aria-label="File to import"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => take(event.target.files?.[0])}
        />
        <Button pending={busy} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <p className="text-small text-ink-soft max-sm:hidden">or drop it here: .apkg, .csv, .json</p>
      </div>
      <Progress stage={stage} />
      {stage.kind === "failed" && (
        <Callout kind="error" announce title={`${stage.name} was not taken`}>
          <p>{stage.message}</p>
        </Callout>
      )}
      {stage.kind === "done" && <ImportResult name={stage.name} said={stage.said} />}
    </div>
  );
}

function Progress({ stage }: { stage: ImportStage }) {
  if (stage.kind !== "sending" && stage.kind !== "reading") return null;
  const words = stage.kind === "sending" ? `Sending ${stage.name}` : `Reading ${stage.name}`;
  return (
    <div className="space-y-1.5">
      <p role="status" className="text-small text-ink-soft">
        {words} …
      </p>
      <progress
        aria-label={words}
        className="block h-1 w-full accent-accent"
        {...(stage.kind === "sending" ? { value: stage.share, max: 1 } : {})}
      />
    </div>
  );
}
