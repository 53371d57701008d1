import type { Words } from '@avow/policy';
import type { EntryId, Held, Permitted, PersonId } from 'avow';
import type { AnyAvow } from '../web/visit.ts';

/** How many lines of the history are read at once: each page is a look of its own. */
const pageful = 1_000;

/**
 * Everything, for programs: what is held, the agreement, the choices, and the history to its beginning,
 * page by page as it is written. Times are ISO 8601.
 */
export async function* asJson(
  avow: AnyAvow,
  person: PersonId,
  { sentence, entry, at, value }: Permitted<{ readonly held: readonly Held<Words>[] }>,
): AsyncGenerator<string> {
  const head = { person, sentence, entry, at: new Date(at) };
  yield `${JSON.stringify(head).slice(0, -1)},\n"held":[`;
  yield* listed(value.held.map(dated));
  const standing = await avow.agreement.standing(person);
  yield `],\n"agreement":${JSON.stringify(standing ? { ...standing, at: new Date(standing.at) } : null)}`;
  yield ',\n"choices":[';
  yield* listed((await avow.consents.list(person)).map(chosen));
  yield '],\n"history":[';
  yield* listed(happenings(avow, person));
  yield ']}\n';
}

/** Each as JSON, with commas between them. */
async function* listed(values: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let joint = '\n';
  for await (const value of values) {
    yield `${joint}${JSON.stringify(value)}`;
    joint = ',\n';
  }
}

async function* happenings(avow: AnyAvow, person: PersonId): AsyncGenerator<unknown> {
  for (let before: EntryId | undefined; ; ) {
    const read = await avow.history({ person, limit: pageful, ...(before && { before }) });
    // Suspended meanwhile: the file says so instead of ending as if that were all.
    if (!read.permitted) return yield { refused: read.sentence, entry: read.entry };
    for (const { entry, at, what } of read.value.happened)
      yield { entry, at: new Date(at), ...what };
    if (read.value.next === undefined) return;
    before = read.value.next;
  }
}

const dated = ({ collected, expires, ...held }: Held<Words>) => ({
  ...held,
  collected: new Date(collected),
  expires: expires === undefined ? null : new Date(expires),
});

const chosen = ({
  person: _,
  at,
  withdrawn,
  ...choice
}: Awaited<ReturnType<AnyAvow['consents']['list']>>[number]) => ({
  ...choice,
  at: new Date(at),
  withdrawn: withdrawn === undefined ? null : new Date(withdrawn),
});
