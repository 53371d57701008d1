const HOUR = 3_600_000;

/** The start of the hour (UTC) in which a moment lies, epoch ms: as fine as the log tells time. */
export function hourOf(at: number): number {
  return at - (at % HOUR);
}

let lastHour = Number.NaN;
let lastText = '';

/**
 * The hour as the log writes it: `2026-01-31T23:00Z`. The last one is remembered; thousands share
 * it.
 */
export function hourText(at: number): string {
  const hour = hourOf(at);
  if (hour !== lastHour) {
    lastHour = hour;
    lastText = `${new Date(hour).toISOString().slice(0, 16)}Z`;
  }
  return lastText;
}
