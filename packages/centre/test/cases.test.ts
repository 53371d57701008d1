import { expect, it } from 'vitest';
import { member, place } from './place.ts';

it('does in a case what a button of its page does, and nothing that every object has', async () => {
  const { avow, post } = await place();
  const person = await member(avow);
  const { case: id } = await avow.desk.cases.open({ type: 'support', person, by: person });
  for (const does of ['toString', 'constructor', '__proto__', 'pass']) {
    const answer = await post(`/cases/${id}`, { do: does, once: crypto.randomUUID() }, person);
    expect(answer.status, does).toBe(400);
  }
});

/** The text field of a page: what somebody wrote stands in it. */
const left = (page: string) => /<textarea[^>]*>([^<]*)</.exec(page)?.[1];

it('keeps a request once, and what is written into the same form afterwards stands in a new one', async () => {
  const { avow, post } = await place();
  const person = await member(avow);
  const once = crypto.randomUUID();
  const ask = (asked: string) => post('/cases/ask', { about: 'access', asked, once }, person);
  for (const _ of ['pressed', 'pressed again']) {
    expect((await ask('A copy on paper.')).status).toBe(303);
  }
  const other = await ask('A copy on paper, please.');
  expect(other.status).toBe(409);
  const page = await other.text();
  expect(page).toContain('This form was sent before');
  expect(left(page)).toBe('A copy on paper, please.');
  expect(page).not.toContain(once);
  expect(await avow.desk.cases.of(person)).toHaveLength(1);
});

it('says of any form that it was sent before, in words, and that what was sent then stands', async () => {
  const { avow, post } = await place();
  const [person, respondent] = [await member(avow), await member(avow)];
  const { case: id } = await avow.desk.complaints.file({
    ...{ complainant: person, respondent, right: 'trademark', title: 'Lotus', listing: '7' },
    document: '1'.repeat(64),
  });
  const once = crypto.randomUUID();
  const answer = (reply: string, lang = 'en') =>
    post(`/cases/${id}?lang=${lang}`, { do: 'counter', reply, once }, respondent);
  expect((await answer('It is mine.')).status).toBe(303);
  const said = [
    ['en', 'What was sent then stands'],
    ['zh-CN', '此表单已提交过'],
  ] as const;
  for (const [lang, words] of said) {
    const again = await answer('It was lent to me.', lang);
    expect([lang, again.status]).toEqual([lang, 409]);
    const page = await again.text();
    expect(page).toContain(words);
    expect(left(page)).toBe('It was lent to me.');
    // Where nothing was written there is nothing to keep: a page that says it, and where to go.
    const passing = { do: 'pass', reply: '', once };
    const other = await post(`/cases/${id}?lang=${lang}`, passing, person);
    expect([lang, other.status]).toEqual([lang, 409]);
    expect(await other.text()).toContain(words);
  }
  const long = 'x'.repeat(4_001);
  const tooLong = await answer(long);
  expect([tooLong.status, left(await tooLong.text())]).toEqual([422, long]);
  const read = await avow.desk.complaints.read({ case: id, by: respondent });
  expect(read.counters.map(({ text }) => text)).toEqual(['It is mine.']);
});
