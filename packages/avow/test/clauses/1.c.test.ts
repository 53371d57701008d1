import { describe, expect, it } from 'vitest';
import { asPartyId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import {
  begin,
  broughtTo,
  document,
  engagePanel,
  lines,
  panel,
  reader,
  rejectsOf,
  terms,
} from '../deliveries.ts';
import { historyOf, member } from '../people.ts';
import { DAY, market, openMarket, place } from '../place.ts';

const fields = { 'partner.profile': 'boats' };
const purpose = 'service.personal';

describe(cited('1.c.1'), () => {
  it('keeps the source of what a partner hands in', async () => {
    const avow = await market();
    const person = await member(avow);
    await engagePanel(avow);
    const acquired = avow.collect({ person, purpose, fields, source: { party: panel } });
    permittedBy(await acquired, '1.c.1');
    expect(await broughtTo(avow, person)).toEqual([['panel', 'boats']]);
  });

  it('takes a delivery in, each line a decision that its person finds, with the partner as the source', async () => {
    const avow = await market();
    const [mei, lin] = [
      await reader(avow, 'mei@example.com'),
      await reader(avow, 'lin@example.com'),
    ];
    const { engagement } = await engagePanel(avow);
    const begun = await begin(avow, engagement);
    expect(begun.tellBy).toBe(begun.begun + 30 * DAY);
    const seen: number[] = [];
    const done = await avow.imports.rows(
      begun.import,
      lines({ email: 'MEI@Example.com ', likes: 'boats', note: 'x' }, '', {
        email: 'lin@example.com',
        likes: 'trains',
      }),
      { onProgress: ({ next }) => seen.push(next) },
    );
    expect(done).toMatchObject({ state: 'done', kept: 2, rejected: {}, next: 4, party: panel });
    expect(done.evidence).toEqual({ document });
    expect(seen).toEqual([4]);
    const figure = (await avow.figures()).find(({ name }) => name === 'avow.imports.lines');
    expect(figure?.samples).toMatchObject([{ attributes: { 'avow.outcome': 'kept' }, value: 2 }]);
    expect(await avow.imports.list(panel)).toEqual([done]);
    expect(await broughtTo(avow, mei)).toEqual([['panel', 'boats']]);
    expect(await broughtTo(avow, lin)).toEqual([['panel', 'trains']]);
    const acquired = (await historyOf(avow, mei))
      .map(({ what }) => what)
      .filter((what) => what.kind === 'decision' && what.action === 'acquire');
    expect(acquired).toMatchObject([{ party: 'panel', sentence: '1.c.1', permitted: true }]);
  });

  it('lays what several partners say side by side, and puts anew only what the same one said before', async () => {
    const avow = await market();
    const mei = await reader(avow, 'mei@example.com');
    const other = asPartyId('census');
    const { engagement } = await engagePanel(avow);
    const second = await engagePanel(avow, other);
    const say = async (likes: string, party = panel, under = engagement) => {
      const { import: id } = await begin(avow, under, { party });
      return avow.imports.rows(id, lines({ email: 'mei@example.com', likes }));
    };
    await say('boats');
    await say('kites', other, second.engagement);
    await say('trains');
    expect(await broughtTo(avow, mei)).toEqual([
      ['census', 'kites'],
      ['panel', 'trains'],
    ]);
    // What the person puts right stands, whatever the partner says next.
    const about = { person: mei, purpose: 'rights', to: 'person' } as const;
    const { items } = permittedBy(
      await avow.items.act('show', { ...about, categories: ['partner.profile'] }),
      'S.2.1',
    );
    const { key } = items.find(({ value }) => value === 'trains')!;
    const put = await avow.items.change({ key, purpose: 'rights', to: 'person', value: 'ferries' });
    expect(put?.permitted).toBe(true);
    expect(await say('trains')).toMatchObject({ kept: 0, rejected: { corrected: 1 } });
    expect(await broughtTo(avow, mei)).toEqual([
      ['census', 'kites'],
      ['panel', 'ferries'],
    ]);
  });
});

describe(cited('1.c.1'), () => {
  it('brings nothing again that the person removed, whatever it says, until they allow it', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const mei = await reader(avow, 'mei@example.com');
    const other = asPartyId('census');
    const { engagement } = await engagePanel(avow);
    const second = await engagePanel(avow, other);
    const say = async (likes: string, party = panel, under = engagement) => {
      const { import: id } = await begin(again ?? avow, under, { party });
      return (again ?? avow).imports.rows(id, lines({ email: 'mei@example.com', likes }));
    };
    let again: typeof avow | undefined;
    expect(await avow.imports.of(mei)).toBeUndefined();
    await say('boats');
    await say('kites', other, second.engagement);
    const seen = permittedBy((await avow.imports.of(mei))!, 'S.2.1');
    expect(seen.brought.map(({ party, value }) => [party, value]).sort()).toEqual([
      ['census', 'kites'],
      ['panel', 'boats'],
    ]);
    const category = 'partner.profile';
    const own = { person: mei, party: panel, category } as const;
    expect(permittedBy(await avow.imports.remove(own), 'S.4.1')).toEqual({ count: 1 });
    expect(permittedBy(await avow.imports.remove(own), 'S.4.1')).toEqual({ count: 0 });
    expect(await say('boats')).toMatchObject({ kept: 0, rejected: { removed: 1 } });
    await avow.close();

    // What it rests on is on record, and holds nothing of what was said.
    again = await openMarket(folder);
    expect(await say('trains')).toMatchObject({ kept: 0, rejected: { removed: 1 } });
    expect(await say('stars', other, second.engagement)).toMatchObject({ kept: 1 });
    expect(await broughtTo(again, mei)).toEqual([['census', 'stars']]);
    const { removed } = permittedBy((await again.imports.of(mei))!, 'S.2.1');
    expect(removed).toMatchObject([{ party: panel, category }]);

    await again.imports.allow(own);
    await expect(again.imports.allow(own)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    expect(await say('ferries')).toMatchObject({ kept: 1, rejected: {} });
    // One item or all of them, removed by whichever way.
    const about = { person: mei, purpose: 'rights', to: 'person' } as const;
    const { items } = permittedBy(
      await again.items.act('show', { ...about, categories: [category] }),
      'S.2.1',
    );
    const { key } = items.find(({ value }) => value === 'ferries')!;
    await again.items.removeOne({ key, purpose: 'rights', to: 'person' });
    expect(await say('ferries')).toMatchObject({ rejected: { removed: 1 } });
    expect(await broughtTo(again, mei)).toEqual([['census', 'stars']]);
    await again.close();
  });
});

describe(cited('1.c.2'), () => {
  it.each(['no engagement', 'an ended one', 'no stated means'])('refuses on %s', async (how) => {
    const avow = await market();
    const person = await member(avow);
    if (how === 'no stated means') await avow.parties.engage(terms);
    if (how === 'an ended one') {
      const { engagement } = await engagePanel(avow);
      await avow.parties.end({ party: panel, engagement });
    }
    const [{ engagement = 'none' } = {}] = await avow.parties.list(panel);
    refusedBy(await avow.collect({ person, purpose, fields, source: { party: panel } }), 'P.1');
    await expect(begin(avow, engagement as never)).rejects.toMatchObject({
      code: how === 'no engagement' ? 'AVOW_NOT_FOUND' : 'AVOW_STATE',
      field: 'engagement',
    });
    expect(await avow.imports.list(panel)).toEqual([]);
  });

  it('stops where it is when the engagement ends midway: no line commits after the end', async () => {
    const avow = await market();
    const [mei, lin] = [
      await reader(avow, 'mei@example.com'),
      await reader(avow, 'lin@example.com'),
    ];
    const { engagement } = await engagePanel(avow);
    const { import: id } = await begin(avow, engagement);
    async function* endingInBetween() {
      yield* lines(
        ...Array.from({ length: 100 }, () => ({ email: 'mei@example.com', likes: 'x' })),
      );
      await avow.parties.end({ party: panel, engagement });
      yield* lines({ email: 'lin@example.com', likes: 'trains' });
    }
    const stopped = await avow.imports.rows(id, endingInBetween());
    expect(stopped).toMatchObject({ state: 'stopped', stopped: 'engagement', next: 101, kept: 1 });
    expect(await broughtTo(avow, mei)).toHaveLength(1);
    expect(await broughtTo(avow, lin)).toEqual([]);
    await expect(avow.imports.rows(id, lines())).rejects.toMatchObject({ code: 'AVOW_STATE' });
  });

  it('does nothing while the partner is suspended, and goes on afterwards', async () => {
    const avow = await market();
    const mei = await reader(avow, 'mei@example.com');
    const { engagement } = await engagePanel(avow);
    const { import: id } = await begin(avow, engagement);
    await avow.parties.suspend({ party: panel });
    const row = { email: 'mei@example.com', likes: 'x' };
    const suspended = { code: 'AVOW_STATE', field: 'party' };
    await expect(avow.imports.rows(id, lines(row))).rejects.toMatchObject(suspended);
    await expect(begin(avow, engagement)).rejects.toMatchObject(suspended);
    await avow.parties.reinstate({ party: panel });
    expect(await avow.imports.rows(id, lines(row))).toMatchObject({ state: 'done', kept: 1 });
    expect(await broughtTo(avow, mei)).toHaveLength(1);
  });

  it('keeps nothing after a cancel, by whichever process the lines come', async () => {
    const avow = await market();
    const mei = await reader(avow, 'mei@example.com');
    const { engagement } = await engagePanel(avow);
    const { import: id } = await begin(avow, engagement);
    async function* cancelledInBetween() {
      await avow.imports.cancel({ import: id });
      yield* lines({ email: 'mei@example.com', likes: 'x' });
    }
    const over = await avow.imports.rows(id, cancelledInBetween());
    expect(over).toMatchObject({ state: 'cancelled', kept: 0 });
    expect(await broughtTo(avow, mei)).toEqual([]);
  });
});

describe(cited('1.c.3'), () => {
  it('rejects a row about someone who has not accepted', async () => {
    const avow = await market();
    await engagePanel(avow);
    const { person } = await avow.subjects.create();
    refusedBy(await avow.collect({ person, purpose, fields, source: { party: panel } }), 'P.9');
  });

  it('rejects each line that cannot go in, by its line and reason, and takes the others', async () => {
    const avow = await market();
    const mei = await reader(avow, 'mei@example.com');
    await reader(avow, 'unsure@example.com', false);
    const moved = await reader(avow, 'old@example.com');
    await avow.correct({ person: moved, fields: { 'contact.email': 'new@example.com' } });
    await avow.subjects.suspend(await reader(avow, 'barred@example.com'));
    await avow.erase({ person: await reader(avow, 'gone@example.com') });
    await avow.agreement.terminate({ person: await reader(avow, 'left@example.com') });
    const { engagement } = await engagePanel(avow);
    const { import: id } = await begin(avow, engagement);
    const done = await avow.imports.rows(
      id,
      lines(
        { email: 'nobody@example.com', likes: 'a' },
        { email: 'unsure@example.com', likes: 'a' },
        { email: 'old@example.com', likes: 'a' },
        { email: 'new@example.com', likes: 'a' },
        { email: 'barred@example.com', likes: 'a' },
        { email: 'gone@example.com', likes: 'a' },
        { email: 'left@example.com', likes: 'a' },
        '{"email": "mei@exam',
        { email: 'mei@example.com', likes: 'a', mood: 'b' },
        { email: 'mei@example.com' },
        { likes: 'a' },
        { email: 'mei@example.com', likes: 7 },
        { email: 'mei@example.com', likes: 'x'.repeat(16_385) },
        { email: 'mei@example.com', likes: 'a\0b' },
        { email: 'mei@example.com', likes: 'boats' },
        { email: 'mei@example.com', likes: 'again' },
      ),
    );
    expect(done).toMatchObject({ state: 'done', kept: 1, next: 17 });
    const rejects = await rejectsOf(avow, id);
    expect(rejects.map(({ line, code, column }) => [line, code, column].join(' ').trim())).toEqual([
      '1 unmatched',
      '2 unverified',
      '3 unmatched',
      '4 unverified',
      '5 suspended',
      '6 unmatched',
      '7 notAccepted',
      '8 malformed',
      '9 unknownField',
      '10 missing',
      '11 missing email',
      '12 malformed likes',
      '13 tooLong likes',
      '14 malformed likes',
      '16 duplicate',
    ]);
    expect(rejects[6]?.sentence).toBe('P.9');
    expect(await rejectsOf(avow, id, 13)).toEqual(rejects.slice(-2));
    expect(await broughtTo(avow, mei)).toEqual([['panel', 'boats']]);
    expect(JSON.stringify(rejects)).not.toMatch(/example|boats|mood/);
  });

  it('goes on after a start where it was cut off, with no line lost and none twice', async () => {
    const folder = place();
    const before = await openMarket(folder);
    const people = [];
    for (let at = 0; at < 5; at++) people.push(await reader(before, `p${at}@example.com`));
    const { engagement } = await engagePanel(before);
    const { import: id } = await begin(before, engagement, { format: 'csv' });
    const row = (at: number) => `p${at % 5}@example.com,"no ""${at}"""\n`;
    async function* cutOff() {
      yield `likes,email\n`.replace('likes,email', 'email,likes');
      for (let at = 0; at < 250; at++) yield row(at);
      throw new Error('the line went dead');
    }
    await expect(before.imports.rows(id, cutOff())).rejects.toThrow('the line went dead');
    await before.close();
    const avow = await openMarket(folder);
    try {
      const { next } = (await avow.imports.get(id))!;
      expect(next).toBe(202);
      async function* rest() {
        for (let at = next - 2; at < 260; at++) yield row(at);
      }
      await expect(avow.imports.rows(id, rest(), { from: next + 1 })).rejects.toMatchObject({
        code: 'AVOW_INPUT',
        field: 'from',
      });
      const done = await avow.imports.rows(id, rest(), { from: next });
      expect(done).toMatchObject({
        state: 'done',
        kept: 5,
        rejected: { duplicate: 255 },
        next: 262,
      });
      for (const [at, person] of people.entries()) {
        expect(await broughtTo(avow, person)).toEqual([['panel', `no "${at}"`]]);
      }
      expect((await rejectsOf(avow, id)).map(({ line }) => line)).toEqual(
        Array.from({ length: 255 }, (_, at) => at + 7),
      );
    } finally {
      await avow.close();
    }
  });

  it('does each line once where two take in the same delivery at once, and somebody is erased meanwhile', async () => {
    const avow = await market();
    const people = [];
    for (let at = 0; at < 6; at++) people.push(await reader(avow, `p${at}@example.com`));
    const { engagement } = await engagePanel(avow);
    const { import: id } = await begin(avow, engagement);
    async function* delivery() {
      for (let at = 0; at < 300; at++)
        yield* lines({ email: `p${at % 6}@example.com`, likes: 'x' });
    }
    const [first, second] = await Promise.all([
      avow.imports.rows(id, delivery()),
      avow.imports.rows(id, delivery()).catch((problem) => problem),
      avow.erase({ person: people[5]! }),
    ]);
    expect(first).toMatchObject({ state: 'done', next: 301 });
    expect([undefined, 'AVOW_STATE']).toContain(second.code);
    const { kept, rejected } = (await avow.imports.get(id))!;
    expect(kept + Object.values(rejected).reduce((sum, count) => sum + count, 0)).toBe(300);
    for (const person of people.slice(0, 5)) expect(await broughtTo(avow, person)).toHaveLength(1);
    await expect(avow.export({ person: people[5]! })).rejects.toMatchObject({
      code: 'AVOW_ERASED',
    });
  });
});
