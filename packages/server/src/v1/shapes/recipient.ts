import { z } from '@hono/zod-openapi';
import { partyId, personId } from './ids.ts';

/** To whom something goes; a class is never passed in. */
export const to = z
  .union([
    z.enum(['platform', 'person', 'public']),
    z.strictObject({ party: partyId }),
    z.strictObject({ user: personId }),
    z.strictObject({ staff: personId }),
  ])
  .openapi({
    description:
      'To whom; absent: the platform itself. What class of recipient that is, is read from the records.',
  });
