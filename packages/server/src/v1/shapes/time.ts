import { z } from '@hono/zod-openapi';

/** A point in time on the wire: RFC 3339 in UTC, to the millisecond. */
export const time = z.iso
  .datetime()
  .openapi({ description: 'RFC 3339, UTC.', example: '2026-11-20T14:02:00.000Z' });

/** A point in time that comes in; any offset is taken. Inside: milliseconds since 1970, UTC. */
export const timeIn = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .openapi({
    description: 'RFC 3339.',
    example: '2026-11-20T14:02:00Z',
    type: 'string',
    format: 'date-time',
  });

/** Writes milliseconds since 1970 as RFC 3339. */
export const written = (at: number): string => new Date(at).toISOString();

/** The same where there may be none: `null` on the wire says so. */
export const writtenOrNull = (at: number | undefined): string | null =>
  at === undefined ? null : written(at);
