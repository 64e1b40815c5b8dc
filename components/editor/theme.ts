import { EditorView } from "@codemirror/view";

const token = (name: string) => `var(--color-${name})`;

const wave = (name: string) => ({
  backgroundImage: "none",
  paddingBottom: "0",
  textDecoration: `underline wavy ${token(name)}`,
  textDecorationThickness: "1.5px",
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

/** The number of a line that something is said about: a sign beside the colour. */
const marked = (name: string, sign: string) => ({
  color: `${token(name)} !important`,
  backgroundColor: token(`${name}-soft`),
  fontWeight: "500",
  "&::before": { content: `"${sign}"`, position: "absolute", left: "4px", fontSize: "0.625rem" },
});

/** The same measures as the plain box, so that nothing moves when this takes its place. */
export const theme = EditorView.theme({
  "&": { backgroundColor: "transparent", color: token("ink"), fontSize: "inherit", minHeight: "22.5rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.5rem", minHeight: "inherit" },
  ".cm-content": { padding: "0.75rem 0.75rem 0.75rem 0", boxSizing: "border-box", caretColor: token("ink") },
  ".cm-line": { padding: "0", overflowWrap: "anywhere" },
  ".cm-placeholder": { color: token("ink-faint") },
  ".cm-gutters": {
    backgroundColor: "transparent",
    color: token("ink-faint"),
    border: "none",
    boxSizing: "border-box",
    minWidth: "3rem",
    paddingRight: "0.75rem",
  },
  ".cm-lineNumbers .cm-gutterElement": {
    position: "relative",
    minWidth: "2.25rem",
    boxSizing: "border-box",
    padding: "0 0.375rem 0 1rem",
    borderRadius: "0 4px 4px 0",
    fontSize: "0.8125rem",
  },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: token("ink") },
  ".cm-said-error": marked("missed", "✕"),
  ".cm-said-warning": marked("partly", "!"),
  ".cm-said-hint": marked("info", "i"),
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintRange-error": wave("missed"),
  ".cm-lintRange-warning": wave("partly"),
  ".cm-lintRange-hint": wave("info"),
  ".cm-lintRange-active": { backgroundColor: token("hover") },
  ".cm-lintPoint-error::after": { borderBottomColor: token("missed") },
  ".cm-lintPoint-warning::after": { borderBottomColor: token("partly") },
  ".cm-lintPoint-hint::after": { borderBottomColor: token("info") },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: token("accent-soft"),
    outline: `1px solid ${token("ring")}`,
    borderRadius: "2px",
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: token("missed-soft") },
  ".cm-searchMatch": { backgroundColor: token("partly-soft"), outline: `1px solid ${token("partly")}` },
  ".cm-searchMatch-selected": { backgroundColor: token("accent-soft"), outline: `2px solid ${token("ring")}` },
  ".cm-snippetField": { backgroundColor: token("accent-soft"), borderRadius: "2px" },
  ".cm-snippetFieldPosition": { borderLeftColor: token("accent") },

  ".cm-tooltip": {
    backgroundColor: token("surface"),
    color: token("ink"),
    border: `1px solid ${token("line-strong")}`,
    borderRadius: "6px",
    boxShadow: "var(--shadow-float)",
    overflow: "hidden",
    zIndex: "30",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-mono)",
    fontSize: "0.8125rem",
    lineHeight: "1.25rem",
    maxHeight: "16rem",
    maxWidth: "min(32rem, calc(100vw - 2rem))",
    minWidth: "14rem",
    padding: "0.25rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    alignItems: "center",
    gap: "1rem",
    minHeight: "2.75rem",
    padding: "0 0.625rem",
    borderRadius: "4px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: token("accent-soft"), color: token("ink") },
  ".cm-completionLabel": { flexShrink: "0" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": {
    marginLeft: "auto",
    overflow: "hidden",
    color: token("ink-soft"),
    fontFamily: "var(--font-sans)",
    fontStyle: "normal",
    textOverflow: "ellipsis",
  },

  ".cm-tooltip-lint": { padding: "0", maxWidth: "min(28rem, calc(100vw - 2rem))" },
  ".cm-diagnostic": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0.25rem 0.75rem",
    margin: "0",
    padding: "0.5rem 0.75rem",
    border: "none",
    fontFamily: "var(--font-sans)",
    fontSize: "0.8125rem",
    lineHeight: "1.25rem",
  },
  ".cm-diagnostic + .cm-diagnostic": { borderTop: `1px solid ${token("line")}` },
  // As typed: the font would join `->`.
  ".cm-diagnosticText": { flex: "1 1 14rem", fontVariantLigatures: "none" },
  ".cm-diagnosticText code": { fontFamily: "var(--font-mono)" },
  ".cm-diagnosticAction": {
    margin: "0",
    padding: "0 0.75rem",
    minHeight: "2.75rem",
    border: `1px solid ${token("line-strong")}`,
    borderRadius: "6px",
    backgroundColor: token("surface"),
    color: token("ink"),
    fontFamily: "inherit",
    fontSize: "inherit",
    fontWeight: "500",
    "&:hover": { backgroundColor: token("hover") },
  },

  "@media (min-width: 48rem)": {
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li, .cm-diagnosticAction": { minHeight: "1.75rem" },
  },

  ".cm-panels": { backgroundColor: token("sunk"), color: token("ink"), zIndex: "5" },
  // Below the bars of the page, which stay in sight.
  ".cm-panels-top": { top: "9.85rem !important", borderBottom: `1px solid ${token("line")}` },
  "@media (min-width: 64rem)": { ".cm-panels-top": { top: "7.0625rem !important" } },
});
