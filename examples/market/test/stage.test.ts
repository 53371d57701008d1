import { expect, test } from 'vitest';
import { answerOn, Differs } from '../src/story/answer.ts';
import { stage } from '../src/story/stage.ts';

const policy = {
  clauses: [
    { id: '3.f', title: {}, sentences: [{ id: '3.f.1', text: { en: 'You may ask.' } }] },
    { id: 'P', title: {}, sentences: [{ id: 'P.1', text: { en: 'Or not.' } }] },
  ],
};
const answer = {
  sentence: '3.f.1',
  text: 'You may ask.',
  entry: 'e1',
  missing: [],
  permitted: true,
};

test('an answer that is the policy’s is counted under its clause', () => {
  const said: string[] = [];
  const play = stage(policy, (line) => said.push(line));
  play.decides('Wen asks', answer, { permitted: '3.f.1' });
  expect(play.tally.get('3.f')).toEqual({ permitted: 1, refused: 0 });
  expect(said.join('\n')).toContain('permitted because 3.f.1: “You may ask.”');
});

test('a refusal for want of a ground is counted under the ground', () => {
  const play = stage(policy, () => undefined);
  const refused = { ...answer, permitted: false, sentence: 'P.1', text: 'Or not.' };
  play.decides('Wen asks', refused, { refused: 'P.1', ground: '3.f' });
  expect(play.tally.get('3.f')).toEqual({ permitted: 0, refused: 1 });
});

test.each([
  ['another outcome', { ...answer, permitted: false }],
  ['another sentence', { ...answer, sentence: 'P.1' }],
  ['other words than the published ones', { ...answer, text: 'You may ask!' }],
  ['no record', { ...answer, entry: '' }],
])('%s ends the story', (_, told) => {
  const play = stage(policy, () => undefined);
  expect(() => play.decides('Wen asks', told, { permitted: '3.f.1' })).toThrow(Differs);
});

test('something that is not so ends the story', () => {
  expect(() => stage(policy, () => undefined).holds('pigs fly', false)).toThrow(Differs);
});

test('a page without an answer ends the story', () => {
  expect(() => answerOn('<p>Hello</p>')).toThrow(Differs);
});
