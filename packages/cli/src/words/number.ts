/** A whole number with its thousands parted: `12,288`. */
export function number(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A number with its noun: `1 sentence`, `0 promises`. Pass the plural where adding an s is wrong. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** A duration for reading: `8 ms`, `1.4 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A point in time for reading, in UTC to the second: `2026-03-01 12:30:00 UTC`. */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
