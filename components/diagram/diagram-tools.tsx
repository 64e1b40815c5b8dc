import { useState } from "react";
import { downloadPng, downloadSvg } from "./download";
import type { Picture } from "./picture";
import { TOOL } from "./zoom-bar";

interface DiagramToolsProps {
  readonly picture: Picture;
  readonly fileName: string;
  /** Shows the drawing as large as the window. */
  readonly onLarge?: () => void;
}

/** What one can take away from a drawing, and a larger view of it. */
export function DiagramTools({ picture, fileName, onLarge }: DiagramToolsProps) {
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
      {onLarge && (
        <button type="button" className={TOOL} onClick={onLarge}>
          Enlarge
        </button>
      )}
      <span role="status" className="basis-full px-2 text-small text-missed empty:hidden">
        {refused && "This browser could not paint the picture. The SVG file holds the same."}
      </span>
    </>
  );
}
