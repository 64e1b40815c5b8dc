import { EditorView, tooltips } from "@codemirror/view";

/** Pixels that the bars in sight take: the page's above, and below, on a phone, that of the characters. */
const ABOVE = 170;
const BELOW = 72;

/** What a keyboard on the screen leaves of the window. */
function inSight() {
  const { height, offsetTop } = window.visualViewport ?? { height: window.innerHeight, offsetTop: 0 };
  return { top: offsetTop, bottom: offsetTop + height };
}

/** How far the page must scroll so that the caret does not stay below one of its bars. */
function hidden(caret: { readonly top: number; readonly bottom: number } | null): number {
  if (!caret) return 0;
  const { top, bottom } = inSight();
  const over = caret.top - (top + ABOVE);
  const under = caret.bottom - (bottom - BELOW);
  return over < 0 ? over : Math.max(0, under);
}

/** The editor is as high as its text: the page scrolls. What CodeMirror scrolls to may still be below a bar. */
const scrolling = EditorView.scrollHandler.of((view, range) => {
  view.requestMeasure({
    key: view,
    read: () => hidden(view.coordsAtPos(Math.min(range.head, view.state.doc.length))),
    write: (top) => {
      if (top !== 0) window.scrollBy({ top, behavior: "instant" });
    },
  });
  return false;
});

const tips = tooltips({
  tooltipSpace: () => {
    const { top, bottom } = inSight();
    return { top: top + 112, left: 8, right: document.documentElement.clientWidth - 8, bottom: bottom - 8 };
  },
});

export const room = [scrolling, tips];
