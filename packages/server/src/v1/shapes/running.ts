import { z } from '@hono/zod-openapi';
import type { RunningOut } from 'avow';
import { disclosureId, partyId } from './ids.ts';
import { time, written } from './time.ts';

/** What the end of something answers as well. */
export const runningOut = {
  running: z.array(z.object({ disclosure: disclosureId, party: partyId, until: time })).openapi({
    description:
      'Openings that had been granted before: nothing is granted any more, and these run out by themselves, within a minute.',
  }),
};

export const tellRunning = ({ running }: RunningOut) => ({
  running: running.map(({ disclosure, party, until }) => ({
    disclosure,
    party,
    until: written(until),
  })),
});
