"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A button that opens it; it gets the focus back. */
  trigger?: ReactNode;
  title: string;
  /** One sentence under the title. */
  description?: string;
  /** Buttons, right-aligned under the content. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A modal dialog: focus goes in, Escape and the backdrop close it, focus comes back. A sheet from below on a phone. */
export function Dialog({ open, onOpenChange, trigger, title, description, actions, className, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_15_5/0.45)]" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={classNames(
            "fixed z-50 flex max-h-[85dvh] w-full flex-col overflow-y-auto border border-line bg-surface p-6 shadow-float",
            "inset-x-0 bottom-0 rounded-t-lg sm:inset-x-auto sm:top-[12vh] sm:bottom-auto sm:left-1/2 sm:max-w-lg",
            "sm:-translate-x-1/2 sm:rounded-lg animate-appear",
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-lead font-semibold">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="-m-2 inline-flex size-11 items-center justify-center rounded-md text-ink-soft hover:bg-hover md:size-9"
            >
              <Icon name="cross" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>}
          {children && <div className="mt-4">{children}</div>}
          {actions && <div className="mt-6 flex flex-wrap justify-end gap-2">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Around a button in `actions` that also closes. */
export const DialogClose = Radix.Close;
