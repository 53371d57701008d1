import type { Words } from '@avow/policy';
import { isGone } from '../act/each.ts';
import { commentCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asCommentId, asPersonId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import type { Comments, ReadComment } from '../face/comments.ts';
import type { CommentId, PersonId, PolicyDigest } from '../face/ids.ts';
import type { Items } from '../face/items.ts';
import { AvowError } from '../fault.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { type CommentTerms, commentsOn } from '../register/comment.ts';
import { lotFrom, lotsOf } from '../register/lot.ts';
import { readNow } from '../rows/reading.ts';
import { addWith } from './add.ts';
import { takesComments } from './taken.ts';

/** What people say to announced versions. A comment is an item, opened and removed as items are. */
export function commentsOf(deployment: Deployment, items: Items<Words>): Comments {
  const { vault, policy } = deployment;
  const newest = withNewestWords(policy);
  const own = { purpose: purposes.rights, to: 'person' } as const;

  /** When each of a person's comments was made, by its id. */
  async function timesOf(person: PersonId): Promise<ReadonlyMap<string, number>> {
    const rows = (await readNow(vault, lotsOf(person))).of(lotsOf(person));
    return new Map(
      rows
        .filter((row) => lotFrom(row).category === commentCategory)
        .map((row) => [row.id, row.at]),
    );
  }

  return {
    areTaken: () => takesComments(policy.current().policy.vocabulary),

    add: newest(addWith(deployment)),

    own: newest(async (who) => {
      const person = asPersonId(who);
      const times = await timesOf(person);
      const decided = await items.act('show', { ...own, person, categories: [commentCategory] });
      if (!decided.permitted) return decided;
      const comments = decided.value.items
        .map(({ key, value, terms }) => ({
          comment: key as CommentId,
          text: value,
          ...aboutOf(terms as CommentTerms),
          at: times.get(key) ?? 0,
        }))
        .sort((a, b) => b.at - a.at);
      return { ...decided, value: { comments } };
    }),

    takeBack: newest(async (what) => {
      const comment = asCommentId(what.comment);
      // An id that is somebody else's is nobody's here.
      if (!(await timesOf(asPersonId(what.person))).has(comment)) return undefined;
      return items.removeOne({ ...own, key: comment });
    }),

    async *read(version) {
      const digest = name('version', version);
      if ((await policy.edition(digest)) === undefined) {
        throw new AvowError('AVOW_NOT_FOUND', 'no such version', 'version');
      }
      yield* shuffled(deployment, items, digest);
    },
  };
}

const aboutOf = ({ version, sentence }: CommentTerms) => ({
  version: version as PolicyDigest,
  sentence,
});

const DAY = 24 * 3_600_000;

/** One author after the other, some at a time; what is yielded is in the order of its words. */
async function* shuffled(
  { vault }: Deployment,
  items: Items<Words>,
  version: string,
): AsyncIterable<ReadComment> {
  const asked = new Set<string>();
  for await (const rows of commentsOn(vault, version)) {
    const times = new Map(rows.map((row) => [row.id, row.at]));
    const read: ReadComment[] = [];
    for (const { person, at: when } of rows) {
      if (person === null || asked.has(person)) continue;
      asked.add(person);
      for (const { key, value, terms } of await itemsOf(items, person as PersonId, version)) {
        // No exact time, which the author's history would give away.
        const at = Math.floor((times.get(key) ?? when) / DAY) * DAY;
        read.push({ ...aboutOf(terms as CommentTerms), text: value, at });
      }
    }
    yield* read.sort((a, b) => (a.text < b.text ? -1 : 1));
  }
}

/** What one author said to a version: by a decision of its own. Nothing of somebody who is gone meanwhile. */
async function itemsOf(items: Items<Words>, person: PersonId, version: string) {
  try {
    const decided = await items.act('use', {
      ...{ person, purpose: purposes.rights, categories: [commentCategory], to: 'platform' },
      terms: { version },
    });
    return decided.permitted ? decided.value.items : [];
  } catch (problem) {
    if (isGone(problem)) return [];
    throw problem;
  }
}
