import type { Words } from '@avow/policy';
import { duties } from '../conventions.ts';
import type { EngagementId, ImportId, PartyId } from '../face/ids.ts';
import type { Import } from '../face/imports.ts';
import type { ImportRecord } from '../register/import.ts';

const DAY = 24 * 3_600_000;

/** An import as the platform meets it. */
export function importOf(record: ImportRecord, words: Words): Import<Words> {
  const { id, party, engagement, document, purpose, format, match, map, at } = record;
  const { state, why, next, kept, rejected, ended } = record;
  return {
    import: id as ImportId,
    party: party as PartyId,
    engagement: engagement as EngagementId,
    evidence: { document },
    purpose,
    format,
    match,
    map,
    state,
    stopped: why ?? undefined,
    next,
    kept,
    rejected,
    begun: at,
    ended: ended ?? undefined,
    tellBy: tellBy(words, at),
  };
}

/** The duty counts from the first line that may have gone in. */
function tellBy({ duties: owed }: Words, at: number): number | undefined {
  const days = Object.hasOwn(owed, duties.tellSource)
    ? owed[duties.tellSource]?.withinDays
    : undefined;
  return days === undefined ? undefined : at + days * DAY;
}
