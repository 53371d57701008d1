import { describe, expect, it } from 'vitest';
import { member, place } from './place.ts';

const interests = {
  words: { lamps: { en: 'Lamps', 'zh-CN': '灯具' }, boats: { en: 'Boats', 'zh-CN': '船只' } },
  ofPage: (page: string) => (page.includes('lamp') ? ['lamps'] : []),
};

describe('interests', () => {
  it('stand there with why, in the reader’s language, and are put right, removed and let back', async () => {
    const { avow, get, post } = await place({
      interests,
      pageName: (page) => (page === '/lamps/7' ? 'A lamp <7>' : undefined),
    });
    const person = await member(avow);
    await avow.visits.record({ person, visits: [{ page: '/lamps/7' }, { page: '/lamps/8' }] });
    await avow.interests.deriveAll();
    const read = async (path: string) => (await get(path, person)).text();
    const page = await read('/interests');
    expect(page).toContain('<h2>Lamps</h2>');
    expect(page).toContain('because you looked at “A lamp &lt;7&gt;”');
    expect(page).toContain('because you looked at <code>/lamps/8</code>');
    expect(await read('/interests?lang=zh-CN')).toContain('<h2>灯具</h2>');
    // In what is held by its name, with the way to its page.
    const held = await read('/');
    expect(held).toContain('Lamps');
    expect(held).toContain('derived by us');
    expect(held).toContain('href="/mine/interests"');

    const change = (fields: Record<string, string>) => post('/interests', fields, person);
    await change({ answer: 'correct', interest: 'lamps', to: 'boats' });
    const corrected = await read('/interests');
    expect(corrected).toContain('because you said so');
    expect(corrected).toContain('May be derived again: Lamps');
    await change({ answer: 'remove', interest: 'boats' });
    await change({ answer: 'remove', interest: 'kites' });
    await change({ answer: 'allow', interest: 'lamps' });
    const left = await read('/interests');
    expect(left).toContain('Nothing is derived');
    expect(left).not.toContain('May be derived again: Lamps');
    expect((await change({ answer: 'else', interest: 'boats' })).status).toBe(400);
    expect((await get('/interests')).status).toBe(401);
    // What was said of an interest stands in the history in words.
    expect(await read('/history')).toContain('Interest that you removed');
  });
});
