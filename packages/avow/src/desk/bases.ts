import type { Words } from '@avow/policy';
import type { Lock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asBasisId, asPartyId, asPersonId } from '../door/ids.ts';
import { malformed, moment, text } from '../door/text.ts';
import { list, wordList } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { Bases, Basis } from '../face/desk.ts';
import type { BasisId, PartyId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import {
  BASIS,
  type BasisBody,
  type BasisRecord,
  basesIn,
  basisFrom,
  basisIn,
  basisRow,
} from '../register/desk/basis.ts';
import { staffRow } from '../register/desk/staff.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { mustBeStaff } from './by.ts';

const LONGEST = 2_000;
const MOST_LISTED = 1_000;

/** Published bases. Those it is for are had alone while one changes, as decisions share them. */
export function basesOf(deployment: Deployment): Bases<Words> {
  const { vault, policy } = deployment;
  return {
    async publish(what) {
      const vocabulary = policy.current().policy.vocabulary;
      const by = asPersonId(what.by, 'by');
      const said = {
        words: wordsIn(what.words, vocabulary.languages),
        categories: wordList('categories', what.categories, 'categories', vocabulary).sort(),
        parties: list('parties', what.parties).map((each, at) => asPartyId(each, `parties[${at}]`)),
        publishedBy: by,
      };
      const from = what.from === undefined ? null : moment('from', what.from);
      const until = moment('until', what.until);
      const request = repeatable(what, 'desk.bases.publish', { ...said, from, until });
      return record<Basis<Words>>(deployment, request, () => ({
        people: [],
        widens: true,
        still: [by],
        locks: locksOf(said.parties),
        reads: [staffRow(by)],
        decide(rows, now) {
          mustBeStaff(rows, by);
          const body: BasisBody = { ...said, from: Math.max(from ?? now, now), ended: null };
          if (until <= body.from) throw malformed('until', 'must lie in the future');
          const row = { id: vault.mint(), kind: BASIS, state: 'published', at: now, until };
          return {
            evidence: 'basis',
            state: 'published',
            changes: [addEvidence(row, body)],
            value: basisOf({ ...body, row }),
          };
        },
      }));
    },

    async end(what) {
      const id = asBasisId(what.basis);
      const by = asPersonId(what.by, 'by');
      const request = repeatable(what, 'desk.bases.end', { basis: id, by });
      return record<Basis<Words>>(deployment, request, async () => {
        const known = basisIn(await readNow(vault, basisRow(id)), id);
        return {
          people: [],
          widens: false,
          still: [by],
          locks: locksOf(known?.parties ?? []),
          reads: [basisRow(id), staffRow(by)],
          decide(rows, now) {
            mustBeStaff(rows, by);
            const found = basisIn(rows, id);
            if (!found) throw new AvowError('AVOW_NOT_FOUND', 'no such basis', 'basis');
            const { row, ...body } = found;
            if (row.state === 'ended') throw new AvowError('AVOW_STATE', 'has ended', 'basis');
            const after = { ...body, ended: now };
            return {
              evidence: 'basis',
              state: 'ended',
              changes: [changeEvidence(row, { state: 'ended', body: after })],
              value: basisOf({ ...after, row }),
            };
          },
        };
      });
    },

    async get(basis) {
      const id = asBasisId(basis);
      const found = basisIn(await readNow(vault, basisRow(id)), id);
      return found && basisOf(found);
    },

    async list() {
      const reads = [basesIn('published', MOST_LISTED), basesIn('ended', MOST_LISTED)];
      const rows = await readNow(vault, ...reads);
      return reads
        .flatMap((read) => rows.of(read).map(basisFrom).map(basisOf))
        .sort((a, b) => b.published - a.published);
    },
  };
}

function locksOf(parties: readonly string[]): Lock[] {
  return [...new Set(parties)].map((id): Lock => ({ on: 'party', id, mode: 'exclusive' }));
}

/** What is said in one language is published in all of them. */
function wordsIn(value: unknown, languages: readonly string[]): Record<string, string> {
  const given = (value ?? {}) as Record<string, unknown>;
  const isAll =
    typeof value === 'object' &&
    Object.keys(given).length === languages.length &&
    languages.every((language) => Object.hasOwn(given, language));
  if (!isAll)
    throw malformed('words', 'must be said in each language of the policy, and in no other');
  return Object.fromEntries(
    languages.map((each) => [each, text(`words.${each}`, given[each], LONGEST)]),
  );
}

function basisOf({
  row,
  words,
  categories,
  parties,
  from,
  ended,
}: BasisBody & { readonly row: Pick<BasisRecord['row'], 'id' | 'at' | 'until'> }): Basis<Words> {
  return {
    basis: row.id as BasisId,
    words,
    categories: [...categories],
    parties: [...parties] as PartyId[],
    published: row.at,
    from,
    until: row.until ?? 0,
    ended: ended ?? undefined,
  };
}
