import { findSentence, type Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { InUnit } from '../act/deed.ts';
import { actions, commentCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { name, text } from '../door/text.ts';
import type { Comments } from '../face/comments.ts';
import type { PolicyDigest } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { classesIn } from '../items/asked.ts';
import { newLot } from '../items/lots.ts';
import { newKeys } from '../items/pointer.ts';
import { mustNotEnd } from '../records/ending.ts';
import { classOfCategory, expiryOf } from '../records/retention.ts';
import { type CommentTerms, commentRef, commentTerms } from '../register/comment.ts';
import { lotFrom, lotsOf } from '../register/lot.ts';
import { policyStanding, standingIn } from '../register/version.ts';

const LONGEST = 4_000;

/** The most comments of one person on one version. */
const MOST = 20;

/** Keeps a comment, sealed: taking it in and keeping it must both be permitted. */
export function addWith(deployment: Deployment): Comments['add'] {
  const { vault } = deployment;
  return async (what) => {
    const person = asPersonId(what.person);
    const terms = await termsOf(deployment, what);
    const comment = text('text', what.text, LONGEST).trim();
    text('text', comment, LONGEST);
    const request = repeatable(what, 'comments.add', { person, terms, comment });
    const about = { person, categories: [commentCategory], to: 'platform' } as const;
    const value = { version: terms.version as PolicyDigest };
    return perform(
      deployment,
      async () => {
        const id = vault.mint();
        const keys = await newKeys(vault, [id]);
        return {
          person,
          questions: [
            { ...about, action: actions.fromPerson, purpose: purposes.rights },
            { ...about, action: actions.store, purpose: purposes.keeping },
          ],
          lock: 'exclusive',
          locks: keys.locks,
          reads: [lotsOf(person), policyStanding, ...keys.reads],
          seals: classesIn([commentCategory]),
          apply(unit) {
            keys.mustStillBeNew(unit.rows);
            mustBeOpen(unit, terms);
            mustBeFew(unit, person, terms);
            mustNotEnd(unit, [commentCategory]);
            return {
              value,
              changes: sealed(deployment, { id, person, terms, comment }, unit),
              touched: [id],
            };
          },
        };
      },
      { ...request, value: () => value },
    );
  };
}

/** What it is about; a sentence may be one that goes. */
async function termsOf(
  { policy }: Deployment,
  what: Parameters<Comments['add']>[0],
): Promise<CommentTerms> {
  const version = name('version', what.version);
  if (what.sentence === undefined) return { version };
  const sentence = name('sentence', what.sentence);
  const editions = [await policy.edition(version), await policy.now()];
  const isThere = editions.some((each) => each && findSentence(each.policy, sentence));
  if (!isThere) throw new AvowError('AVOW_NOT_FOUND', 'the version has no such one', 'sentence');
  return { version, sentence };
}

function mustBeOpen({ rows, now }: InUnit, { version }: CommentTerms): void {
  if (standingIn(rows, now).coming?.digest === version) return;
  throw new AvowError('AVOW_STATE', 'is not announced, or its date has come', 'version');
}

function mustBeFew({ rows }: InUnit, person: string, { version }: CommentTerms): void {
  const own = rows
    .of(lotsOf(person))
    .filter(
      (row) => lotFrom(row).category === commentCategory && commentTerms(row).version === version,
    );
  if (own.length < MOST) return;
  throw new AvowError('AVOW_TOO_MANY', `at most ${MOST} comments of one person`, 'person');
}

function sealed(
  { vault }: Deployment,
  {
    id,
    person,
    terms,
    comment,
  }: { id: string; person: string; terms: CommentTerms; comment: string },
  unit: InUnit,
) {
  const words: Words = unit.words;
  const retention = classOfCategory(words, commentCategory);
  return newLot(vault, unit, {
    ...{ id, person, source: 'person', collected: unit.now, ref: commentRef(terms.version) },
    body: { category: commentCategory, retention, purpose: purposes.rights, terms, count: 1 },
    until: expiryOf(words, retention, unit.now, null),
    items: [{ key: id, value: comment, labels: {} }],
  });
}
