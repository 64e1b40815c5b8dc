import { expect, test } from "vitest";
import { deviceStore } from "@/components/answer/device-store";
import { attemptFor } from "@/components/answer/use-hand-in";

/** A browser that keeps values, and one that refuses to. */
function stores() {
  const kept = new Map<string, string>();
  const storage = {
    length: 0,
    clear: () => kept.clear(),
    getItem: (key: string) => kept.get(key) ?? null,
    key: () => null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const refuses = (): never => {
    throw new DOMException("forbidden", "SecurityError");
  };
  return { keeps: deviceStore(() => storage), refuses: deviceStore(refuses) };
}

test("a retry of the same text keeps its id, also after a reload", () => {
  const { keeps } = stores();
  const first = attemptFor(keeps, "auction", "a", null);
  expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(attemptFor(keeps, "auction", "a", null)).toEqual(first);
});

test("a changed text, another scenario or a confirmed attempt gets an id of its own", () => {
  const { keeps } = stores();
  const first = attemptFor(keeps, "auction", "a", null);
  expect(attemptFor(keeps, "news-feed", "a", null).id).not.toBe(first.id);
  expect(attemptFor(keeps, "auction", "ab", first).id).not.toBe(first.id);
  keeps.remove("attempt:auction");
  expect(attemptFor(keeps, "auction", "a", null).id).not.toBe(first.id);
});

test("where the browser keeps nothing, the page itself remembers", () => {
  const { refuses } = stores();
  const first = attemptFor(refuses, "auction", "a", null);
  expect(attemptFor(refuses, "auction", "a", first)).toEqual(first);
});
