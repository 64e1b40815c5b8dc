import { insertBracket } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { useEffect, useState } from "react";

const SYMBOLS = [":", ",", "(", ")", "->", "{", "}", "[", "]"] as const;
const NAMES: Readonly<Record<(typeof SYMBOLS)[number], string>> = {
  ":": "colon",
  ",": "comma",
  "(": "open bracket",
  ")": "close bracket",
  "->": "arrow",
  "{": "open brace",
  "}": "close brace",
  "[": "open square bracket",
  "]": "close square bracket",
};

/** How much of the page's lower end the keyboard covers, in pixels. */
function useKeyboard(): number {
  const [covered, setCovered] = useState(0);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const measure = () => setCovered(Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop)));
    measure();
    seen.addEventListener("resize", measure);
    seen.addEventListener("scroll", measure);
    return () => {
      seen.removeEventListener("resize", measure);
      seen.removeEventListener("scroll", measure);
    };
  }, []);
  return covered;
}

/** Types as a key would: a bracket brings its other half, and is stepped over where it stands already. */
function type(view: EditorView, symbol: string): void {
  const paired = symbol.length === 1 ? insertBracket(view.state, symbol) : null;
  view.dispatch(
    paired ?? view.state.update(view.state.replaceSelection(symbol), { scrollIntoView: true, userEvent: "input.type" }),
  );
}

/** What a phone's keyboard hides on its second page, just above it. */
export function SymbolBar({ view }: { view: EditorView }) {
  const bottom = useKeyboard();
  return (
    <div
      role="toolbar"
      aria-label="Characters"
      className="fixed inset-x-0 z-20 hidden overflow-x-auto border-t border-line bg-sunk font-mono pointer-coarse:flex"
      style={{ bottom }}
    >
      {SYMBOLS.map((symbol) => (
        <button
          key={symbol}
          type="button"
          tabIndex={-1}
          aria-label={NAMES[symbol]}
          // Nine of them in 360 pixels: as wide as a phone's own keys, and higher.
          // The text keeps the focus, and the keyboard stays.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => type(view, symbol)}
          className="h-12 min-w-10 grow rounded-sm text-body text-ink active:bg-hover"
        >
          {symbol}
        </button>
      ))}
    </div>
  );
}
