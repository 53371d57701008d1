import { z } from '@hono/zod-openapi';
import { fewerThan } from '../../few.ts';

/** A count that is published. */
export const few = z
  .int()
  .nullable()
  .openapi({ description: 'Null: at least one, and fewer than `fewerThan`.' });

/** What goes with such counts. */
export const fewer = { fewerThan: z.int().openapi({ example: fewerThan }) };
