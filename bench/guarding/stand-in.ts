import { findSentence, type SentenceId } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, asEntryId, asPersonId, type PersonId } from 'avow';

/** How a baseline keeps the fields of people. */
export interface Fields {
  read(person: string, category: string): Promise<string | undefined>;
  write(person: string, category: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** Ids of people as long as Avow's own. */
export function personIds(count: number): readonly PersonId[] {
  return Array.from({ length: count }, (_, at) =>
    asPersonId(`baseline-${String(at).padStart(23, '0')}`),
  );
}

/**
 * A baseline behind the library's interface, so that one server serves it and Avow alike: the same
 * routes, the same checks of what comes in, the same answers. It decides nothing, and has only what
 * reading and correcting call for.
 */
export function standIn(fields: Fields): Avow<MarketWords> {
  const sentence = findSentence(policy, '2.c.1')?.id as SentenceId;
  const answered = { permitted: true, entry: asEntryId('baseline'), sentence, duties: [] } as const;
  const parts: Pick<Avow<MarketWords>, 'act' | 'correct' | 'close'> = {
    async act(_, { person, categories }) {
      const [category] = categories;
      const value = await fields.read(person, category!);
      return { ...answered, at: Date.now(), value: { values: { [category!]: value } } };
    },
    async correct({ person, fields: corrected }) {
      const [[category, value]] = Object.entries(corrected) as [[string, string]];
      await fields.write(person, category, value);
      return { ...answered, at: Date.now(), value: { categories: [] } };
    },
    close: () => fields.close(),
  };
  const rest = {
    promise: async () => undefined,
    policy: { current: () => ({ policy }), inForce: async () => ({ policy }) },
  };
  return { ...parts, ...rest } as unknown as Avow<MarketWords>;
}
