import { z } from '@hono/zod-openapi';
import { personId } from './ids.ts';

/** The operator who does something, where one does. */
export const actor = personId.optional().openapi({
  description:
    'The operator who does it: one who was appointed to the desk, and is on record with it. Absent: a program of yours.',
  example: 'p_8w1d',
});

/** The same of a route without a body. */
export const acting = z.strictObject({ by: actor });

/** Who did something; `null`: a program. */
export const did = personId.nullable().openapi({
  description: 'The operator who did it, by their id; `null`: a program of the platform.',
});
