import { describe, expect, test } from "vitest";
import { faultOf, ProofFault } from "@/components/proof/fault-of";
import { FAULT_WORDS } from "@/components/proof/faults";
import { FAULTS } from "@/components/proof/protocol";

describe("what goes wrong around a proof", () => {
  test.each([
    [new RangeError("WebAssembly.Memory(): could not allocate memory"), "memory"],
    [new Error("Aborted(OOM). Build with -sASSERTIONS for more info."), "memory"],
    [new RangeError("Array buffer allocation failed"), "memory"],
    [Object.assign(new Error("out of memory"), { code: "53200" }), "memory"],
    [new WebAssembly.CompileError("expected magic word"), "start"],
    [new WebAssembly.LinkError("import object field"), "start"],
    [new ProofFault("wrong-type", "text/html"), "wrong-type"],
    [new WebAssembly.RuntimeError("unreachable"), "crash"],
    ["no error at all", "crash"],
  ])("%s is called %s", (error, code) => {
    expect(faultOf(error).code).toBe(code);
  });

  test("each has words that say what to do", () => {
    expect(Object.keys(FAULT_WORDS).toSorted()).toEqual([...FAULTS].toSorted());
    for (const { title, help } of Object.values(FAULT_WORDS)) {
      expect(title.length).toBeGreaterThan(10);
      expect(help).toMatch(/\.$/);
    }
  });
});
