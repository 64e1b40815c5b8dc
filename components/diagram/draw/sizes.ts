/** Measures of a box in pixels at zoom 1; multiples of 4 where nothing else asks. */
export const TEXT = 12;
export const SMALL = 10.5;
export const TITLE = 13;
export const HEAD = 28;
export const ROW = 20;
export const FOOT_ROW = 17;
export const PAD = 10;
/** Around the lines of a box, above and below. */
export const EDGE = 5;
export const GAP = 12;
export const RADIUS = 6;
/** Boxes are as wide as a multiple of this, so that a letter more rarely moves their neighbours. */
export const STEP = 16;
export const LEAST_WIDTH = 128;
/** Cells of a name, of a type, and of a line at the foot; what is longer is cut, or goes on below. */
export const MOST_NAME = 30;
export const MOST_TYPE = 20;
export const MOST_TITLE = 38;
export const FOOT_CELLS = 40;
/** Height of one loop of an edge that comes back to its own box. */
export const LOOP = 36;
