import type { FaultCode } from "./protocol";

interface FaultWords {
  readonly title: string;
  /** Why, and what to do. */
  readonly help: string;
  /** Whether the same may go well a second time. */
  readonly again: boolean;
}

/** What a person reads where a proof could not be run. The report above is not touched by any of it. */
export const FAULT_WORDS: Readonly<Record<FaultCode, FaultWords>> = {
  "no-worker": {
    title: "This browser cannot run a PostgreSQL",
    help: "It has no web workers. Any current Firefox, Chrome, Edge or Safari has.",
    again: false,
  },
  "no-webassembly": {
    title: "This browser cannot run a PostgreSQL",
    help: "WebAssembly is off: a strict security mode (lockdown mode, a high security level) does that. Allow it for this site, or use another browser.",
    again: true,
  },
  "worker-blocked": {
    title: "The program that runs PostgreSQL was not let in",
    help: "An extension, a proxy or a lost connection kept its script away. Reload the page; then try without extensions.",
    again: true,
  },
  "not-built": {
    title: "PostgreSQL is not part of this installation",
    help: "The page was built without it. Whoever runs this site can mend that: npm run build, then start it again.",
    again: false,
  },
  fetch: {
    title: "PostgreSQL could not be fetched",
    help: "The connection failed on the way, or something between here and the server kept it back. Check the connection, then try again.",
    again: true,
  },
  "wrong-type": {
    title: "What came was not PostgreSQL",
    help: "The server, or a proxy on the way (a sign-in page of a network, a filter), sent something else. Reload the page; on another network it may work at once.",
    again: true,
  },
  start: {
    title: "PostgreSQL did not start",
    help: "What was fetched could not be started, perhaps because it was cut short. Reload the page to fetch it anew.",
    again: true,
  },
  memory: {
    title: "There is not enough memory",
    help: "PostgreSQL needs about 300 MB. Close other tabs or programs, then try again.",
    again: true,
  },
  silence: {
    title: "PostgreSQL fell silent, and was ended",
    help: "Nothing was heard of it for half a minute. Your machine may be busy; try again when it is not.",
    again: true,
  },
  crash: {
    title: "PostgreSQL broke off",
    help: "That is a fault of this program or of the browser, not of your design. Try again; where it happens twice, please report it with the words below.",
    again: true,
  },
};
