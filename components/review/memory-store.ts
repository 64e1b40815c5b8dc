import type { DeviceStore, Noted } from "./device-store";
import { itemOf, type Letter } from "./letter";

/** Where the browser keeps nothing (closed or full): what is unsent then lives as long as the page, which says that it is unsent. */
export function memoryStore(): DeviceStore {
  let row: { readonly key: number; readonly letter: Letter; tried: boolean }[] = [];
  const noted = new Map<string, Noted>();
  let last = 0;
  const without = (key: number) => {
    row = row.filter((one) => one.key !== key);
  };
  const done = Promise.resolve();
  return {
    add: (letter) => {
      last += 1;
      row.push({ key: last, letter, tried: false });
      return done;
    },
    take: () => {
      const [first] = row;
      if (first) first.tried = true;
      return Promise.resolve(first ?? null);
    },
    remove: (key) => {
      without(key);
      return done;
    },
    withdraw: (isMeant) => {
      const meant = row.findLast(({ letter }) => isMeant(letter));
      if (!meant || meant.tried) return Promise.resolve(false);
      without(meant.key);
      return Promise.resolve(true);
    },
    count: () => Promise.resolve(row.length),
    unsent: () => Promise.resolve(new Set(row.map(({ letter }) => itemOf(letter)))),
    note: (one) => {
      noted.set(one.itemId, one);
      return done;
    },
    noted: () => Promise.resolve([...noted.values()]),
    forget: (itemIds) => {
      for (const id of itemIds) noted.delete(id);
      return done;
    },
  };
}
