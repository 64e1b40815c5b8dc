/** How many items come on a day. */
export interface ForecastDay {
  readonly day: number;
  readonly due: number;
}

/**
 * Today and the days after it, one by one; what is overdue comes today.
 * @param loads how many items come on which day, in any order; days that nothing comes on may be left out.
 */
export function forecastOf(loads: readonly ForecastDay[], today: number, days: number): readonly ForecastDay[] {
  const due = new Map<number, number>();
  for (const load of loads) {
    const day = Math.max(today, load.day);
    due.set(day, (due.get(day) ?? 0) + load.due);
  }
  return Array.from({ length: days }, (_, place) => ({ day: today + place, due: due.get(today + place) ?? 0 }));
}
