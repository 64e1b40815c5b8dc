import type { Ink } from "../draw/shape";

/** The light theme's colours, for files that leave this page; a test holds them equal to globals.css. */
export const LIGHT_INKS: Readonly<Record<Ink, string>> = {
  paper: "#faf8f3",
  surface: "#fffdf9",
  sunk: "#f3efe7",
  ink: "#1f1a14",
  "ink-soft": "#4a4339",
  "ink-faint": "#675f53",
  line: "#e1dacd",
  "line-strong": "#8a8172",
  partly: "#855300",
  "partly-soft": "#f9eed6",
  missed: "#a8271d",
  relational: "#2a5a8c",
  "relational-soft": "#e3edf6",
  document: "#5c6313",
  "document-soft": "#f0f1d9",
  "key-value": "#99471a",
  "key-value-soft": "#f8e9df",
  "wide-column": "#86397a",
  "wide-column-soft": "#f6e6f3",
  graph: "#17676b",
  "graph-soft": "#dff0f0",
};
