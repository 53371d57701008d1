import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asBasisId, asPartyId, asPersonId } from '../door/ids.ts';
import { malformed, moment, text } from '../door/text.ts';
import { list, wordList } from '../door/words.ts';
import { record } from '../evidence/record.ts';
import type { Bases, Basis, ProposedBasis } from '../face/desk.ts';
import type { BasisId, PartyId, PersonId } from '../face/ids.ts';
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
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { type BasisAsTold, changeBasis } from './basis-step.ts';
import { mustBeStaff } from './by.ts';

const LONGEST = 2_000;
const MOST_LISTED = 1_000;

/** Bases for other disclosures: proposed by one, published by another, ended. */
export function basesOf(deployment: Deployment): Bases<Words> {
  const { vault, policy } = deployment;
  return {
    async propose(what) {
      const vocabulary = policy.current().policy.vocabulary;
      const by = asPersonId(what.by, 'by');
      const said = {
        words: wordsIn(what.words, vocabulary.languages),
        categories: wordList('categories', what.categories, 'categories', vocabulary).sort(),
        parties: list('parties', what.parties).map((each, at) => asPartyId(each, `parties[${at}]`)),
        proposedBy: by,
      };
      const from = what.from === undefined ? null : moment('from', what.from);
      const until = moment('until', what.until);
      const request = repeatable(what, 'desk.bases.propose', { ...said, from, until });
      return record<ProposedBasis<Words>>(deployment, request, () => ({
        people: [],
        widens: false,
        still: [by],
        reads: [staffRow(by)],
        decide(rows, now) {
          mustBeStaff(rows, by);
          const begins = Math.max(from ?? now, now);
          if (until <= begins) throw malformed('until', 'must lie in the future');
          const body: BasisBody = {
            ...{ ...said, from: begins, proposed: now, publishedBy: null, ended: null },
          };
          const row = { id: vault.mint(), kind: BASIS, state: 'proposed', at: now, until };
          return {
            evidence: 'basis',
            state: 'proposed',
            changes: [addEvidence(row, body)],
            value: proposedOf({ ...body, row }),
          };
        },
      }));
    },

    publish: async (what) => {
      const published = await changeBasis(deployment, what, 'published', ({ found, by, now }) => {
        if (found.row.state !== 'proposed') {
          throw new AvowError('AVOW_STATE', 'is no proposal any more', 'basis');
        }
        if (found.proposedBy === by) {
          throw new AvowError('AVOW_STATE', 'proposed it, and cannot publish it', 'by');
        }
        if ((found.row.until ?? 0) <= now) {
          throw new AvowError('AVOW_STATE', 'would have ended already', 'basis');
        }
        return { publishedBy: by, from: Math.max(found.from, now) };
      });
      return { ...basisOf(published), entry: published.entry };
    },

    drop: async (what) => {
      const dropped = await changeBasis(deployment, what, 'dropped', ({ found }) => {
        if (found.row.state === 'proposed') return {};
        throw new AvowError('AVOW_STATE', 'is no proposal any more', 'basis');
      });
      return { ...proposedOf(dropped), entry: dropped.entry };
    },

    end: async (what) => {
      const over = await changeBasis(deployment, what, 'ended', ({ found, now }) => {
        if (found.row.state === 'published') return { ended: now };
        throw new AvowError('AVOW_STATE', 'is not published, or has ended', 'basis');
      });
      return { ...basisOf(over), entry: over.entry };
    },

    async proposals() {
      const read = basesIn('proposed', MOST_LISTED);
      return (await readNow(vault, read))
        .of(read)
        .map((row) => proposedOf(basisFrom(row)))
        .sort((a, b) => b.proposed - a.proposed);
    },

    async get(basis) {
      const id = asBasisId(basis);
      const found = basisIn(await readNow(vault, basisRow(id)), id);
      return found && isPublic(found) ? basisOf(found) : undefined;
    },

    async list() {
      const reads = [basesIn('published', MOST_LISTED), basesIn('ended', MOST_LISTED)];
      const rows = await readNow(vault, ...reads);
      return reads
        .flatMap((read) => rows.of(read).map((row) => basisOf(basisFrom(row))))
        .sort((a, b) => b.published - a.published);
    },
  };
}

/** What was published stays readable when it has ended; what never was is nobody's business but the desk's. */
const isPublic = ({ row }: BasisRecord) => row.state === 'published' || row.state === 'ended';

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

function proposedOf({ row, ...body }: BasisAsTold): ProposedBasis<Words> {
  return {
    basis: row.id as BasisId,
    words: body.words,
    categories: [...body.categories],
    parties: [...body.parties] as PartyId[],
    proposedBy: body.proposedBy as PersonId,
    proposed: body.proposed,
    from: body.from,
    until: row.until ?? 0,
  };
}

/** A row's `at` is when it became what it is; the moment of publishing stays when it ends. */
function basisOf(found: BasisAsTold): Basis<Words> {
  return { ...proposedOf(found), published: found.row.at, ended: found.ended ?? undefined };
}
