import { describe, expect, it } from 'vitest';
import type { ReadComment } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';
import { announced, longer } from '../versions.ts';

async function all(stream: AsyncIterable<ReadComment>): Promise<ReadComment[]> {
  const found: ReadComment[] = [];
  for await (const each of stream) found.push(each);
  return found;
}

const countOf = async (avow: Market) => (await avow.policy.announcements())[0]?.comments;

const answer = { en: 'We keep it shorter.', 'zh-CN': '我们将缩短保存期限。' };

describe(cited('7.b.4'), () => {
  it('takes a comment by whoever accepted, about all of it or one sentence, and seals it', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const person = await member(first);
    const { version } = await announced(first, longer('visit'), clock.now());
    const comment = { person, version, text: ' A year is too long. ' };
    permittedBy(await first.comments.add(comment), '7.b.4');
    permittedBy(await first.comments.add({ ...comment, sentence: 'S.5.2' }), '7.b.4');
    await first.close();

    const avow = await openMarket(folder, { clock });
    expect(await countOf(avow)).toBe(2);
    const { comments } = permittedBy(await avow.comments.own(person), 'S.2.1');
    expect(comments.map(({ text, sentence }) => [text, sentence]).toSorted()).toEqual([
      ['A year is too long.', undefined],
      ['A year is too long.', 'S.5.2'],
    ]);
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(JSON.stringify(held)).toContain('A year is too long.');
    await avow.close();
  });

  it('refuses whoever has not accepted, and what is not announced, not there, or too much', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { version, from } = await announced(avow, longer('visit'), clock.now());
    const { person: visitor } = await avow.subjects.create({ country: 'CN' });
    refusedBy(await avow.comments.add({ person: visitor, version, text: 'No.' }), 'P.1');
    const comment = { person, version, text: 'No.' };
    const add = (other: object) => avow.comments.add({ ...comment, ...other });
    await expect(add({ text: '  ' })).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'text' });
    await expect(add({ text: 'x'.repeat(4_001) })).rejects.toMatchObject({ field: 'text' });
    await expect(add({ sentence: '9.z.9' })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
      field: 'sentence',
    });
    const { digest } = avow.policy.current();
    await expect(add({ version: digest })).rejects.toMatchObject({ code: 'AVOW_STATE' });

    const once = { ...comment, idempotencyKey: 'one-comment' };
    await avow.comments.add(once);
    await avow.comments.add(once);
    for (let at = 1; at < 20; at += 1) await avow.comments.add(comment);
    await expect(avow.comments.add(comment)).rejects.toMatchObject({ code: 'AVOW_TOO_MANY' });
    expect(await countOf(avow)).toBe(20);
    clock.pass(from - clock.now());
    await expect(add({ person: await member(avow, 'Wen') })).rejects.toMatchObject({
      code: 'AVOW_STATE',
      field: 'version',
    });
  });

  it('lets its author take it back, and nobody else', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const [person, other] = [await member(avow), await member(avow, 'Wen')];
    const { version } = await announced(avow, longer('visit'), clock.now());
    await avow.comments.add({ person, version, text: 'Mine.' });
    const [own] = permittedBy(await avow.comments.own(person), 'S.2.1').comments;
    const { comment } = own!;
    expect(await avow.comments.takeBack({ person: other, comment })).toBeUndefined();
    expect(await countOf(avow)).toBe(1);
    permittedBy((await avow.comments.takeBack({ person, comment }))!, 'S.4.1');
    expect(await countOf(avow)).toBe(0);
    expect(await avow.comments.takeBack({ person, comment })).toBeUndefined();
  });

  it('goes with its author, and a year after it came', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const [person, other] = [await member(avow), await member(avow, 'Wen')];
    const { version } = await announced(avow, longer('visit'), clock.now());
    await avow.comments.add({ person, version, text: 'Mine.' });
    await avow.comments.add({ person: other, version, text: 'Another.' });
    permittedBy(await avow.erase({ person }), 'S.4.1');
    expect((await all(avow.comments.read(version))).map(({ text }) => text)).toEqual(['Another.']);
    clock.pass(366 * DAY);
    await avow.sweep();
    expect(await countOf(avow)).toBe(0);
  });
});

describe(cited('7.b.5'), () => {
  it('is read without the name of its author, by a decision that they find in their history', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const [person, other] = [await member(avow), await member(avow, 'Wen')];
    const { version } = await announced(avow, longer('visit'), clock.now());
    await avow.comments.add({ person, version, text: 'B' });
    await avow.comments.add({ person: other, version, text: 'C', sentence: 'S.5.2' });
    await avow.comments.add({ person, version, text: 'A' });
    const read = await all(avow.comments.read(version));
    expect(read.map(({ text, sentence }) => [text, sentence])).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['C', 'S.5.2'],
    ]);
    const said = JSON.stringify(read);
    expect(said.includes(person) || said.includes(other)).toBe(false);
    const looks = (await historyOf(avow, person)).filter(
      ({ what }) => what.kind === 'decision' && what.sentence === '7.b.5',
    );
    expect(looks).toMatchObject([{ what: { action: 'use', categories: ['comment'] } }]);
  });

  it('is answered in public, in each language, before the date or after', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { version } = await announced(avow, longer('visit'), clock.now());
    await avow.comments.add({ person, version, text: 'No.' });
    const half = { version, answer: { en: answer.en } };
    await expect(avow.policy.answer(half)).rejects.toMatchObject({
      code: 'AVOW_INPUT',
      field: 'answer.zh-CN',
    });
    await expect(avow.policy.answer({ version: 'none' as never, answer })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    expect(await avow.policy.answer({ version, answer })).toMatchObject({ answer, comments: 1 });
    await avow.policy.withdraw({ version });
    expect(await avow.policy.announcements()).toMatchObject([{ answer, state: 'withdrawn' }]);
  });
});
