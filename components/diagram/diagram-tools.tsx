import { useState } from "react";
import { downloadPng, downloadSvg } from "./download";
import type { Picture } from "./picture";
import { TOOL } from "./zoom-bar";

interface DiagramToolsProps {
  readonly picture: Picture;
  readonly fileName: string;
}

/** What one can take away from a drawing. */
export function DiagramTools({ picture, fileName }: DiagramToolsProps) {
  const [refused, setRefused] = useState(false);
  return (
    <>
      <button
        type="button"
        className={TOOL}
        aria-label="Download as SVG"
        title="Download as SVG"
        onClick={() => downloadSvg(picture, fileName)}
      >
        SVG
      </button>
      <button
        type="button"
        className={TOOL}
        aria-label="Download as PNG"
        title="Download as PNG"
        onClick={async () => setRefused(!(await downloadPng(picture, fileName)))}
      >
        PNG
      </button>
      <span role="status" className="basis-full px-2 text-small text-missed empty:hidden">
        {refused && "This browser could not paint the picture. The SVG file holds the same."}
      </span>
    </>
  );
}
