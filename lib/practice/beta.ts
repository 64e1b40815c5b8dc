/**
 * The Beta distribution: what is known of a share after some successes and failures.
 *
 * The incomplete Beta function is computed by its continued fraction (DLMF 8.17.22, modified Lentz), the logarithm of the
 * Gamma function by Lanczos' approximation (g = 7, nine terms). Both are good to about 1e-13 for the sizes met here.
 */
export interface Interval {
  /** 0–1. */
  readonly low: number;
  readonly high: number;
}

const LANCZOS: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const TINY = 1e-300;
const EXACT = 1e-15;
const MOST_TERMS = 1000;
/** Halving 0–1 this often leaves nothing that a double could tell apart. */
const HALVINGS = 60;

/** ln Γ(x) for x ≥ 0.5, which is all that is asked here. */
function logGamma(x: number): number {
  const [first, ...others] = LANCZOS;
  const sum = others.reduce((total, term, place) => total + term / (x + place), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      step = c * d;
      value *= step;
    }
    if (Math.abs(step - 1) < EXACT) break;
  }
  return value;
}

/** The chance that a share with Beta(a, b) is at most `x`; `a` and `b` are 0.5 or more. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

function quantile(chance: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where the share lies with a chance of 80 %, one tenth left out at each end. */
export function betaInterval(a: number, b: number): Interval {
  return { low: quantile(0.1, a, b), high: quantile(0.9, a, b) };
}
