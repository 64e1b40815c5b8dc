import type { Picture } from "./picture";
import { writeSvg } from "./svg/write-svg";

/** Hands a file to the browser. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the blob after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const svgBlob = (svg: string) => new Blob([svg], { type: "image/svg+xml" });

/** The picture as an SVG file, in the light theme. */
export function downloadSvg(picture: Picture, name: string): void {
  save(svgBlob(writeSvg(picture, name)), `${name}.svg`);
}

/** Pixels of the file for each pixel of the picture. */
const SCALE = 2;
/** Pixels that every browser's canvas can hold; a larger picture is drawn smaller. */
const MOST_SIDE = 8192;

/** The picture as a PNG file: the same SVG, painted at twice its size. False where the browser cannot. */
export async function downloadPng(picture: Picture, name: string): Promise<boolean> {
  const url = URL.createObjectURL(svgBlob(writeSvg(picture, name)));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(SCALE, MOST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
    const paper = canvas.getContext("2d");
    if (!paper) return false;
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob) save(blob, `${name}.png`);
    return blob !== null;
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(url);
  }
}
