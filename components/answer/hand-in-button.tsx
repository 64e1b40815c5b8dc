import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

export interface HandInButtonProps {
  readonly pending: boolean;
  readonly onHandIn: () => void;
  /** True while one is asked whether an empty design is meant. */
  readonly asking: boolean;
  readonly onAsking: (asking: boolean) => void;
  readonly onAnyway: () => void;
}

/** The one button of the page, and the question that an empty design raises. */
export function HandInButton({ pending, onHandIn, asking, onAsking, onAnyway }: HandInButtonProps) {
  return (
    <>
      <Button variant="primary" pending={pending} onClick={onHandIn} aria-keyshortcuts="Control+Enter Meta+Enter">
        Hand in
        <span className="hidden opacity-80 lg:inline" aria-hidden="true">
          ⌃↵
        </span>
      </Button>
      <Dialog
        open={asking}
        onOpenChange={onAsking}
        title="Hand in without a design?"
        description="The design box is empty, so the report can only speak about your decisions."
        actions={
          <>
            <DialogClose asChild>
              <Button>Go on writing</Button>
            </DialogClose>
            <Button variant="primary" onClick={onAnyway}>
              Hand in anyway
            </Button>
          </>
        }
      >
        <p className="text-small text-ink-soft">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> hands in from anywhere on this page.
        </p>
      </Dialog>
    </>
  );
}
