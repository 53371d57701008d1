const HOUR = 3_600_000;

/** The start of the hour (UTC) in which a moment lies, epoch ms: as fine as the log tells time. */
export function hourOf(at: number): number {
  return at - (at % HOUR);
}

/** The hour as the log writes it: `2026-01-31T23:00Z`. */
export function hourText(at: number): string {
  return `${new Date(hourOf(at)).toISOString().slice(0, 16)}Z`;
}
