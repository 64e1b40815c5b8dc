import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Disclosure } from "./disclosure";
import type { DraftKeeper, DraftState } from "./draft-state";
import type { Aside } from "./local-copy";

const ASIDE_WORDS: Record<Aside["from"], string> = {
  "this-device": "The text that you had on this device was put aside.",
  "other-device": "The other text was put aside.",
  "earlier-session": "The text that stood here was put aside.",
  "before-paste":
    "A whole sheet was pasted: its decisions moved into the form, and the text that stood here was put aside.",
};

interface NoticeProps {
  readonly state: DraftState;
  readonly keeper: DraftKeeper;
}

/** What cannot wait: the text is kept nowhere but here until the person has done something. */
export function UrgentNotices({ state, keeper, signIn }: NoticeProps & { readonly signIn: ReactNode }) {
  const { status, theirs } = state;
  return (
    <>
      {status === "conflict" && theirs && <Conflict theirs={theirs.text} onChoose={keeper.choose} />}
      {status === "signed-out" && (
        <Callout kind="warn" announce title="Your session ended" action={signIn}>
          <p>What you wrote is kept on this device. Sign in again and it is saved and can be handed in.</p>
        </Callout>
      )}
      {status === "other-person" && (
        <Callout kind="warn" announce title="This browser is signed in as somebody else now">
          <p>
            What you wrote is kept on this device for the account that you wrote it with, and comes back when it signs
            in.
          </p>
        </Callout>
      )}
    </>
  );
}

/** Text that an earlier session left unsaved on this device. */
export function StrayNotice({ state, keeper }: NoticeProps) {
  if (state.stray === null) return null;
  return (
    <Callout
      announce
      title="There is a draft from an earlier session"
      action={
        <Choices>
          <Button size="small" onClick={keeper.takeStray}>
            Go on with it
          </Button>
          <Button size="small" variant="ghost" onClick={keeper.leaveStray}>
            Leave it
          </Button>
        </Choices>
      }
    >
      <p>It was not saved before that session ended, and is kept on this device.</p>
    </Callout>
  );
}

/** What may be known and chosen at leisure: nothing is dropped unasked. */
export function DraftNotices({ state, keeper }: NoticeProps) {
  const { status, aside } = state;
  return (
    <>
      {status === "too-long" && (
        <Callout kind="warn" announce title="More than 64 kB">
          <p>
            An answer holds at most 64 kB of text. All of it is kept on this device, and is not read as you type;
            shorten it and it is saved and read again.
          </p>
        </Callout>
      )}
      {aside && <PutAside aside={aside} keeper={keeper} />}
    </>
  );
}

function PutAside({ aside, keeper }: { aside: Aside; keeper: DraftKeeper }) {
  return (
    <Callout
      announce
      action={
        <Choices>
          <Button size="small" onClick={keeper.swapAside}>
            Swap the two
          </Button>
          <Button size="small" variant="ghost" onClick={keeper.dropAside}>
            Discard what was put aside
          </Button>
        </Choices>
      }
    >
      <p>{ASIDE_WORDS[aside.from]}</p>
      <Disclosure summary="Show it">
        <SheetText text={aside.text} />
      </Disclosure>
    </Callout>
  );
}

function Conflict({ theirs, onChoose }: { theirs: string; onChoose: DraftKeeper["choose"] }) {
  return (
    <Callout
      kind="warn"
      announce
      title="This draft was changed elsewhere too"
      action={
        <Choices>
          <Button size="small" onClick={() => onChoose("mine")}>
            Keep the text here
          </Button>
          <Button size="small" onClick={() => onChoose("theirs")}>
            Take the other one
          </Button>
        </Choices>
      }
    >
      <p>
        Another tab or device saved a different text. Choose the one to go on with; the other is put aside, not lost.
      </p>
      <Disclosure summary="Show the other text">
        <SheetText text={theirs} />
      </Disclosure>
    </Callout>
  );
}

function Choices({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-2">{children}</div>;
}

function SheetText({ text }: { text: string }) {
  return (
    <pre
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-small leading-5"
    >
      {text}
    </pre>
  );
}
