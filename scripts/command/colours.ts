const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Colours for a person at a terminal; none in a pipe or where NO_COLOR asks for none. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR;
  return (style, text) => (wanted && text !== "" ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
