import { describe, expect, it } from 'vitest';
import type { OfEach, PersonId } from '../src/index.ts';
import { carrierParty, type Letters, postOffice, writer } from './letters.ts';

const advert = { action: 'use', purposes: ['adverts'], categories: ['letter'] } as const;

/** So many people with a letter each, who allow adverts. */
async function audience(avow: Letters, count: number): Promise<PersonId[]> {
  const people: PersonId[] = [];
  for (let at = 0; at < count; at++) {
    const person = await writer(avow, `p${at}`, 1);
    await avow.consents.give({ person, party: carrierParty, ...advert, language: 'en' });
    people.push(person);
  }
  return people;
}

function advertise(avow: Letters) {
  const asked = {
    purpose: 'adverts',
    categories: ['letter'],
    to: { party: carrierParty },
  } as const;
  return (person: PersonId) => avow.items.act('use', { person, ...asked });
}

async function withdraw(avow: Letters, person: PersonId): Promise<void> {
  for (const { consent } of await avow.consents.list(person)) {
    await avow.consents.withdraw({ person, consent });
  }
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of stream) found.push(each);
  return found;
}

function outcomes(answers: readonly OfEach<unknown>[]): (boolean | undefined)[] {
  return answers.map(({ decided }) => decided?.permitted);
}

describe('asking about each of many people', () => {
  it('answers in their order, with a decision and an entry of their own', async () => {
    const avow = await postOffice();
    const people = await audience(avow, 5);
    const answers = await all(avow.each(people, advertise(avow)));
    expect(answers.map(({ person }) => person)).toEqual(people);
    expect(outcomes(answers)).toEqual([true, true, true, true, true]);
    expect(new Set(answers.map(({ decided }) => decided?.entry)).size).toBe(5);
  });

  it('goes on after a refusal, and after somebody who is gone', async () => {
    const avow = await postOffice();
    const people = await audience(avow, 4);
    await withdraw(avow, people[1]!);
    await avow.erase({ person: people[2]! });
    const answers = await all(avow.each(people, advertise(avow)));
    expect(outcomes(answers)).toEqual([true, false, undefined, true]);
  });

  it('heeds who withdraws on the way', async () => {
    const avow = await postOffice();
    const people = await audience(avow, 3);
    async function* oneByOne() {
      yield people[0]!;
      await withdraw(avow, people[1]!);
      yield people[1]!;
      yield people[2]!;
    }
    const answers = await all(avow.each(oneByOne(), advertise(avow)));
    expect(outcomes(answers)).toEqual([true, false, true]);
  });

  it('takes up no more people than it needs to', async () => {
    const avow = await postOffice();
    const [mei] = await audience(avow, 1);
    let taken = 0;
    function* endless() {
      for (;;) {
        taken += 1;
        yield mei!;
      }
    }
    for await (const { decided } of avow.each(endless(), advertise(avow))) {
      expect(decided?.permitted).toBe(true);
      break;
    }
    expect(taken).toBeLessThanOrEqual(64);
  });

  it('ends with a fault of another kind', async () => {
    const avow = await postOffice();
    const people = await audience(avow, 2);
    const failing = async (person: PersonId) => {
      if (person === people[1]) throw new Error('the disk is full');
      return advertise(avow)(person);
    };
    const answers: PersonId[] = [];
    const listening = (async () => {
      for await (const { person } of avow.each(people, failing)) answers.push(person);
    })();
    await expect(listening).rejects.toThrow('the disk is full');
    expect(answers).toEqual([people[0]]);
  });

  it('finds those who hold what is meant', async () => {
    const avow = await postOffice();
    const people = await audience(avow, 3);
    await avow.items.change({
      key: 'p1-0',
      purpose: 'rights',
      to: 'person',
      terms: { box: 'red' },
    });
    const holders = await all(avow.items.holders({ terms: { box: 'red' } }));
    expect(holders).toEqual([people[1]]);
    expect(await all(avow.items.holders({ heldFor: 'archive' }))).toEqual([]);
  });
});
