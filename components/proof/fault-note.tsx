import { Disclosure } from "../answer/disclosure";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { FAULT_WORDS } from "./faults";
import type { Fault } from "./protocol";

/** A proof that could not be run: what is, why, and what to do. */
export function FaultNote({ fault: { code, detail }, onAgain }: { fault: Fault; onAgain: () => void }) {
  const { title, help, again } = FAULT_WORDS[code];
  return (
    <Callout
      kind="error"
      title={title}
      announce
      action={
        again && (
          <Button size="small" onClick={onAgain}>
            Try again
          </Button>
        )
      }
    >
      <p>{help} The report stands as it is.</p>
      {detail !== "" && (
        <Disclosure summary="In the machine’s words">
          <p className="font-mono [overflow-wrap:anywhere]">{detail}</p>
        </Disclosure>
      )}
    </Callout>
  );
}
