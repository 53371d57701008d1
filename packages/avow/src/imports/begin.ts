import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asEngagementId, asPartyId } from '../door/ids.ts';
import { LONGEST_ID, malformed, text } from '../door/text.ts';
import { MOST_WORDS, word } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { EngagementId, PartyId } from '../face/ids.ts';
import type { ImportFormat, Imports, NewImport } from '../face/imports.ts';
import { AvowError } from '../fault.ts';
import {
  type EngagementRecord,
  engagementFrom,
  engagementsOf,
  liveEngagements,
} from '../register/engagement.ts';
import { IMPORT, type ImportBody, type ImportRecord, importBody } from '../register/import.ts';
import { isSuspendedParty, standingOf } from '../register/party.ts';
import { addEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { importOf } from './told.ts';

const formats: readonly string[] = ['ndjson', 'csv'] satisfies ImportFormat[];
/** SHA-256 in base64url: 43 characters, the last of which holds four bits. */
const digest = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Begins an import: from now on lines may come, under this engagement. */
export function beginWith(deployment: Deployment): Imports<Words>['begin'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const { party, engagement, purpose, ...terms } = begunOf(what, words);
    const given = { party, engagement, purpose, ...terms };
    const request = repeatable(what, 'imports.begin', given);
    return record(deployment, request, () => ({
      people: [],
      parties: [party],
      widens: true,
      reads: [engagementsOf(party), standingOf(party)],
      decide(rows, now) {
        const named = engagementIn(rows, party, engagement, now);
        const kept = Object.values(terms.map).filter(
          (each) => each !== null && each !== terms.match,
        );
        mustCover(named, kept as string[], purpose);
        const begun: ImportRecord = {
          ...terms,
          id: vault.mint(),
          party,
          at: now,
          state: 'open',
          engagement,
          purpose: purpose ?? onlyPurpose(named),
          ...atTheBeginning,
        };
        const { id, state } = begun;
        return {
          evidence: IMPORT,
          state,
          changes: [addEvidence({ id, kind: IMPORT, party, state, at: now }, importBody(begun))],
          value: importOf(begun, words),
        };
      },
    }));
  };
}

const atTheBeginning = {
  columns: null,
  next: 1,
  kept: 0,
  rejected: {},
  why: null,
  ended: null,
} satisfies Partial<ImportBody>;

function begunOf(what: NewImport<Words>, words: Words) {
  const { document } = what.evidence ?? {};
  if (typeof document !== 'string' || !digest.test(document)) {
    throw malformed('evidence.document', 'must be a SHA-256 digest in base64url');
  }
  if (!formats.includes(what.format)) {
    throw malformed('format', `must be one of ${formats.join(', ')}`);
  }
  const match = word('match', what.match, 'categories', words);
  return {
    party: asPartyId(what.party),
    engagement: asEngagementId(what.engagement),
    document,
    purpose:
      what.purpose === undefined ? undefined : word('purpose', what.purpose, 'purposes', words),
    format: what.format,
    match,
    map: mapOf(what.map, match, words),
  };
}

/** One column to find people by, at least one to keep, no category twice. */
function mapOf(map: NewImport<Words>['map'], match: string, words: Words): ImportBody['map'] {
  if (typeof map !== 'object' || map === null)
    throw malformed('map', 'must be categories by column');
  const columns = Object.entries(map);
  if (columns.length > MOST_WORDS) throw malformed('map', `must be at most ${MOST_WORDS} columns`);
  const read = columns.map(([column, category]) => {
    text('map', column, LONGEST_ID);
    return [column, category === null ? null : word('map', category, 'categories', words)] as const;
  });
  const categories = read.flatMap(([, category]) => category ?? []);
  if (new Set(categories).size < categories.length) {
    throw malformed('map', 'must not name a category twice');
  }
  if (!categories.includes(match)) throw malformed('map', 'must hold the category of `match`');
  if (categories.length < 2) throw malformed('map', 'must hold something to keep');
  return Object.fromEntries(read);
}

/** The engagement that was named, if it runs and states by what lawful means; else nothing is looked at. */
function engagementIn(
  rows: Rows,
  party: PartyId,
  engagement: EngagementId,
  now: number,
): EngagementRecord {
  const row = rows.of(engagementsOf(party)).find(({ id }) => id === engagement);
  if (row === undefined) {
    throw new AvowError('AVOW_NOT_FOUND', 'no such engagement of this party', 'engagement');
  }
  if (isSuspendedParty(rows, party)) throw new AvowError('AVOW_STATE', 'is suspended', 'party');
  const named = engagementFrom(row);
  if (!liveEngagements(rows, party, now).some(({ id }) => id === engagement)) {
    throw new AvowError('AVOW_STATE', 'does not run', 'engagement');
  }
  if (named.means === null) {
    throw new AvowError('AVOW_STATE', 'states no lawful means', 'engagement');
  }
  return named;
}

function mustCover(
  { categories, purposes }: EngagementRecord,
  kept: readonly string[],
  purpose: string | undefined,
): void {
  if (kept.some((category) => !categories.includes(category))) {
    throw malformed('map', 'must name categories that the engagement covers');
  }
  if (purpose !== undefined && !purposes.includes(purpose)) {
    throw malformed('purpose', 'must be one that the engagement names');
  }
}

function onlyPurpose({ purposes: [only, ...others] }: EngagementRecord): string {
  if (only !== undefined && others.length === 0) return only;
  throw malformed('purpose', 'must be said, for the engagement names several');
}
