import { onHandover } from './duties/handover.ts';
import { onIntake } from './duties/intake.ts';
import { onUpkeep } from './duties/upkeep.ts';

/**
 * What we owe: along with an act (`.owing(…)` of a permit), on an event (`on`), or standing. `withinDays`
 * is the deadline; without one the duty is due at once.
 */
export const duties = { ...onIntake, ...onHandover, ...onUpkeep } as const;
