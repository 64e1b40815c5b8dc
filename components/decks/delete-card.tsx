"use client";

import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import { SubmitButton } from "../ui/submit-button";

/** Asks once: with the card goes what is known of it. */
export function DeleteCard({ remove }: { remove: () => Promise<void> }) {
  return (
    <Dialog
      trigger={<Button variant="ghost">Delete</Button>}
      title="Delete this card?"
      description="Its ratings and its schedule go with it. To keep them and be asked no more, suspend it instead."
      actions={
        <>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <form action={remove}>
            <SubmitButton variant="danger">Delete it</SubmitButton>
          </form>
        </>
      }
    />
  );
}
