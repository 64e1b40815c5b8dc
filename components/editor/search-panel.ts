import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchQuery,
} from "@codemirror/search";
import type { Command, EditorView, Panel } from "@codemirror/view";

const FIELD =
  "h-11 w-full min-w-0 rounded-sm border border-line-strong bg-paper px-2.5 font-mono text-[1rem] text-ink md:h-8 md:text-small";
const PRESS =
  "h-11 shrink-0 rounded-sm border border-line-strong bg-surface px-2.5 text-small font-medium text-ink hover:bg-hover md:h-8";
const MOST = 999;

interface Parts {
  readonly find: HTMLInputElement;
  readonly replace: HTMLInputElement;
  readonly exact: HTMLInputElement;
  readonly count: HTMLElement;
}

function field(name: string, main: boolean): HTMLInputElement {
  const input = document.createElement("input");
  input.className = FIELD;
  input.placeholder = name;
  input.setAttribute("aria-label", name);
  // CodeMirror gives the focus to the field that is so marked.
  if (main) input.setAttribute("main-field", "true");
  Object.assign(input, { autocomplete: "off", autocapitalize: "off", spellcheck: false });
  return input;
}

function press(label: string, run: () => void, name = label): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = PRESS;
  button.textContent = label;
  if (name !== label) button.setAttribute("aria-label", name);
  button.addEventListener("click", run);
  return button;
}

function row(...children: readonly HTMLElement[]): HTMLElement {
  const div = document.createElement("div");
  div.className = "flex flex-wrap items-center gap-2";
  div.append(...children);
  return div;
}

function grown(input: HTMLInputElement, basis = "basis-44"): HTMLElement {
  const div = document.createElement("div");
  div.className = `min-w-0 grow ${basis}`;
  div.append(input);
  return div;
}

/** How often it stands there, in words. */
function countOf(view: EditorView, query: SearchQuery): string {
  if (query.search === "" || !query.valid) return "";
  const cursor = query.getCursor(view.state);
  let found = 0;
  while (found <= MOST && !cursor.next().done) found += 1;
  if (found === 0) return "Not found";
  return found > MOST ? `More than ${MOST}` : `${found} found`;
}

function queryOf({ find, replace, exact }: Parts): SearchQuery {
  return new SearchQuery({
    search: find.value,
    replace: replace.value,
    caseSensitive: exact.checked,
    literal: true,
  });
}

function partsOf(): Parts {
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  count.className = "min-w-20 text-small text-ink-soft";
  const exact = document.createElement("input");
  exact.type = "checkbox";
  exact.className = "size-4";
  return { find: field("Find", true), replace: field("Replace with", false), exact, count };
}

function onKey(view: EditorView, parts: Parts) {
  return (event: KeyboardEvent): void => {
    if (event.key === "Escape") closeSearchPanel(view);
    else if (event.key === "Enter" && event.target === parts.find && !event.ctrlKey && !event.metaKey) {
      (event.shiftKey ? findPrevious : findNext)(view);
    } else if (event.key === "Enter" && event.target === parts.replace && !event.ctrlKey && !event.metaKey) {
      replaceNext(view);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Find and replace, drawn like the rest of the page. */
function panel(view: EditorView): Panel {
  const parts = partsOf();
  const { find, replace, exact, count } = parts;
  const label = document.createElement("label");
  label.className = "flex h-11 items-center gap-2 text-small text-ink-soft md:h-8";
  label.append(exact, "Match case");
  const run = (command: Command) => () => void command(view);
  const show = (query: SearchQuery) => {
    count.textContent = countOf(view, query);
  };
  const ask = () => view.dispatch({ effects: setSearchQuery.of(queryOf(parts)) });
  for (const input of [find, replace]) input.addEventListener("input", ask);
  exact.addEventListener("change", ask);

  const dom = document.createElement("div");
  dom.className = "space-y-2 bg-sunk px-3 py-2 font-sans";
  dom.setAttribute("role", "search");
  dom.setAttribute("aria-label", "In the design");
  dom.addEventListener("keydown", onKey(view, parts));
  const close = press("Close", run(closeSearchPanel), "Close find and replace");
  close.classList.add("md:order-last");
  count.classList.add("max-md:grow");
  dom.append(
    row(grown(find), close, count, press("Previous", run(findPrevious)), press("Next", run(findNext))),
    row(
      grown(replace, "basis-full md:basis-44"),
      press("Replace", run(replaceNext)),
      press("Replace all", run(replaceAll)),
      label,
    ),
  );
  const take = (query: SearchQuery) => {
    if (find.value !== query.search) find.value = query.search;
    if (replace.value !== query.replace) replace.value = query.replace;
    exact.checked = query.caseSensitive;
    show(query);
  };
  take(getSearchQuery(view.state));
  return {
    dom,
    top: true,
    mount: () => find.select(),
    update: (update) => {
      const asked = update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setSearchQuery)));
      if (asked || update.docChanged) take(getSearchQuery(update.state));
    },
  };
}

export const findAndReplace = search({ top: true, literal: true, createPanel: panel });
