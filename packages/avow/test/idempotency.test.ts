import { describe, expect, it } from 'vitest';
import { permittedBy } from './cited.ts';
import { sizeOf } from './log.ts';
import { member } from './people.ts';
import { market } from './place.ts';
import { writes } from './writes.ts';

describe('a request that comes again', () => {
  it('gets the recorded outcome, whatever it was, and does nothing twice', async () => {
    const avow = await market();
    for (const { name, prepare } of writes) {
      const write = await prepare(avow);
      const idempotencyKey = crypto.randomUUID();
      const first = await write({ idempotencyKey });
      const entries = await sizeOf(avow);

      let replays = 0;
      const again = await write({ idempotencyKey, onReplay: () => replays++ });
      expect({ name, replays, again: core(again) }).toEqual({
        name,
        replays: 1,
        again: core(first),
      });
      // The sweep of an erasure may have gone on by itself meanwhile.
      if (name !== 'erase')
        expect({ name, entries: await sizeOf(avow) }).toEqual({ name, entries });
    }
  });

  it('is refused if it says something else', async () => {
    const avow = await market();
    const person = await member(avow);
    const collect = (phone: string, idempotencyKey: string) =>
      avow.collect({
        person,
        purpose: 'account',
        fields: { 'contact.phone': phone },
        idempotencyKey,
      });
    permittedBy(await collect('1', 'key'), '1.a.1');
    await expect(collect('2', 'key')).rejects.toMatchObject({ code: 'AVOW_IDEMPOTENCY_MISMATCH' });
    await expect(
      avow.agreement.accept({ person, language: 'en', idempotencyKey: 'key' }),
    ).rejects.toMatchObject({ code: 'AVOW_IDEMPOTENCY_MISMATCH' });
    permittedBy(await collect('2', 'another-key'), '1.a.1');
  });

  it('finds its outcome even after its person was erased', async () => {
    const avow = await market();
    const person = await member(avow);
    const choice = {
      person,
      party: 'platform',
      action: 'message',
      purposes: ['marketing.own'],
      categories: ['contact.phone'],
      language: 'en',
    } as const;
    const { consent } = await avow.consents.give(choice);
    const withdraw = () => avow.consents.withdraw({ person, consent, idempotencyKey: 'w' });
    const withdrawn = await withdraw();
    await avow.erase({ person });
    expect(await withdraw()).toEqual(withdrawn);
  });
});

/** An answer without what is made anew: the receipt of a tombstone is given out once only. */
function core(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) return answer;
  const { value, ...rest } = answer as { value: object };
  if (typeof value !== 'object' || value === null || !('receipt' in value)) return answer;
  const { person, at } = value as { person?: unknown; at?: unknown };
  return { ...rest, value: { person, at } };
}
