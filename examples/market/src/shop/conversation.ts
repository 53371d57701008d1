import { hash, randomUUID } from 'node:crypto';
import type { MarketWords } from '@avow/policy-market';
import { type Decided, type Item, isAvowFault, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Language } from '../words/index.ts';
import { codeOf } from './code.ts';
import type { Purchase } from './purchases.ts';

type Messages = Decided<{ readonly items: readonly Item<MarketWords>[] }>;

/** What the other side is let read: what the person writes to it in orders, and nothing else. */
const letting = (reader: PersonId, language: Language) =>
  ({
    party: reader,
    action: 'show',
    purposes: ['fulfilment'],
    categories: ['conversation'],
    language,
  }) as const;

/** The question that sending answers, in the policy's words. */
export const lettingQuestion = ({ avow }: Market, reader: PersonId, language: Language): string =>
  avow.consents.question(letting(reader, language));

/** The permission that stands, if one does. */
export async function letToRead({ avow }: Market, author: PersonId, reader: PersonId) {
  const all = await avow.consents.list(author);
  return all.find(
    ({ party, action, state, categories }) =>
      party === reader &&
      action === 'show' &&
      state === 'given' &&
      categories.includes('conversation'),
  );
}

/**
 * Keeps a message under its author's key, once they have let the other side read. The first of each side
 * has a name of its own, by which one sees without opening anything that somebody has written. Undefined:
 * this very form was sent before.
 */
export async function write(
  market: Market,
  { order, author, reader, text, language, once }: Writing,
): Promise<Decided<unknown> | undefined> {
  const { avow } = market;
  if (!(await letToRead(market, author, reader))) {
    const choice = { ...letting(reader, language), person: author };
    await avow.consents.give({ ...choice, idempotencyKey: `letting-${author}-${once}` });
  }
  const labels = { at: String(Date.now()) };
  // Of this form and this text: whoever goes back and writes something else has written a second message.
  const mark = hash('sha256', JSON.stringify([once, text]), 'base64url');
  const add = (key: string) =>
    avow.items.add({
      person: author,
      purpose: 'fulfilment',
      items: [{ key, category: 'conversation', value: text, labels, terms: { order } }],
      idempotencyKey: `message-${author}-${mark}`,
    });
  const [first, next] = [firstOf(order, author), `${order} ${mark}`];
  try {
    if (await avow.items.isHeld(first)) return await add(next);
    return await add(first).catch((fault: unknown) => {
      // Two windows wrote the first one: it is the second now.
      if (isAvowFault(fault, 'AVOW_TAKEN')) return add(next);
      throw fault;
    });
  } catch (fault) {
    // Pressed twice: the key is known, and says the same at another moment.
    if (codeOf(fault) === 'AVOW_IDEMPOTENCY_MISMATCH') return undefined;
    throw fault;
  }
}

interface Writing {
  readonly order: Purchase['id'];
  readonly author: PersonId;
  readonly reader: PersonId;
  readonly text: string;
  readonly language: Language;
  /** The form's own mark, so that what is sent twice is kept once. */
  readonly once: string;
}

const firstOf = (order: string, author: PersonId) => `${order} first of ${author}`;

/** A mark for a form. */
export const newMark = (): string => randomUUID();

/** What somebody wrote in an order, for themself. */
export const own = ({ avow }: Market, order: Purchase['id'], author: PersonId): Promise<Messages> =>
  avow.items.act('show', {
    person: author,
    purpose: 'rights',
    categories: ['conversation'],
    to: 'person',
    terms: { order },
  });

/** What the other side wrote, for the reader, if it wrote anything: decided with each look (6.b). */
export async function theirs(
  { avow }: Market,
  order: Purchase['id'],
  author: PersonId,
  reader: PersonId,
): Promise<Messages | undefined> {
  if (!(await avow.items.isHeld(firstOf(order, author)))) return undefined;
  return avow.items.act('show', {
    person: author,
    purpose: 'fulfilment',
    categories: ['conversation'],
    to: { user: reader },
    order,
    terms: { order },
  });
}
