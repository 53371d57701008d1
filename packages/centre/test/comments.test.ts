import { describe, expect, it } from 'vitest';
import { longer, withoutComments } from '../../avow/test/versions.ts';
import { member, place } from './place.ts';

const DAY = 24 * 3_600_000;
const summary = { en: 'We keep accounts longer.', 'zh-CN': '账号信息的保存期限延长。' };

/** A place where a change is announced, and somebody who has accepted what is in force. */
async function announced() {
  const there = await place();
  const { avow } = there;
  const person = await member(avow);
  const from = Date.now() + 31 * DAY;
  const what = { policy: longer('account'), summary, channels: ['centre'] as const, from };
  const { version } = await avow.policy.announce(what);
  const write = (
    fields: Record<string, string>,
    who = person,
    once: string = crypto.randomUUID(),
  ) => there.post('/comments', { said: '', sentence: '', version, once, ...fields }, who);
  const count = async () => (await avow.policy.announcements())[0]?.comments;
  return { ...there, person, version, write, count };
}

/** The text field of a page: what somebody wrote stands in it. */
const left = (page: string) => /<textarea[^>]*>([^<]*)</.exec(page)?.[1];

describe('a comment on what is announced', () => {
  it('is kept for all of it or for one sentence, cited, seen by its author, and taken back', async () => {
    const { person, version, write, get, post, count } = await announced();
    const before = await (await get('/comments', person)).text();
    expect(before).toContain(summary.en);
    expect(before).toContain(`href="/policy/versions/${version}?lang=en"`);
    for (const sentence of ['7.b.4', '7.b.5']) expect(before).toContain(`#${sentence}`);
    expect(before).toContain('You have written none.');

    const kept = await (await write({ said: 'A year more\r\nis too long.' })).text();
    expect(kept).toContain('Your comment is kept');
    expect(kept).toMatch(/answer-permitted[\s\S]*?#7\.b\.4/);
    expect(left(kept)).toBe('');
    await write({ said: 'Why this <one>?', sentence: 'S.5.1' });
    const page = await (await get('/comments', person)).text();
    expect(page).toContain('A year more\nis too long.');
    expect(page).toContain('>The whole change<');
    expect(page).toContain('Why this &lt;one&gt;?');
    expect(page).toContain('>S.5.1</a> · ');
    expect(await (await get('/comments?lang=zh-CN', person)).text()).toContain('您的意见');
    expect(await count()).toBe(2);

    for (const [, comment = ''] of page.matchAll(/name="comment" value="([^"]+)"/g)) {
      const answer = await post('/comments/back', { comment }, person);
      expect(answer.headers.get('location')).toBe('/mine/comments');
      // Pressed twice: it is gone, and the page says how it stands.
      expect((await post('/comments/back', { comment }, person)).status).toBe(303);
    }
    expect(await count()).toBe(0);
    expect(await (await get('/comments', person)).text()).toContain('You have written none.');
    expect((await post('/comments/back', {}, person)).status).toBe(400);
  });

  it('is kept once, however often it is sent', async () => {
    const { person, write, count } = await announced();
    const once = crypto.randomUUID();
    for (let at = 0; at < 2; at += 1) await write({ said: 'Too long.' }, person, once);
    expect(await count()).toBe(1);
    // Sent, gone back, written anew: neither is lost, nor taken for the other.
    const other = await write({ said: 'Much too long.' }, person, once);
    expect(other.status).toBe(422);
    const page = await other.text();
    expect(page).toContain('This form was sent before');
    expect(left(page)).toBe('Much too long.');
    expect(page).not.toContain(once);
    expect(await count()).toBe(1);
    expect((await write({ said: 'Too long.' }, person, '')).status).toBe(400);
  });

  it('is not lost where something is wrong with it, and what is wrong is said', async () => {
    const { write, count } = await announced();
    const wrong = async (fields: Record<string, string>, said: string) => {
      const answer = await write(fields);
      const page = await answer.text();
      expect([said, answer.status]).toEqual([said, 422]);
      expect(page).toContain(said);
      expect(left(page)).toBe(fields['said']);
      expect(page).toContain(`value="${fields['sentence'] ?? ''}"`);
    };
    for (const sentence of ['9.z.9', '第七条']) {
      await wrong({ said: 'No.', sentence }, 'There is no sentence with this number.');
    }
    await wrong({ said: '', sentence: 'S.5.1' }, 'Write something first.');
    await wrong({ said: 'x'.repeat(4_001), sentence: 'S.5.1' }, 'Write at most 4,000 characters.');
    expect(await count()).toBe(0);
    for (let at = 0; at < 20; at += 1) await write({ said: `${at}` });
    await wrong({ said: 'Once more.', sentence: 'S.5.1' }, 'as many comments on this change');
    expect(await count()).toBe(20);
  });

  it('is not lost where the change was taken back meanwhile, nor where nothing is announced', async () => {
    const { avow, get, person, version, write } = await announced();
    await avow.policy.withdraw({ version });
    const answer = await write({ said: 'No.', sentence: 'S.5.1' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('This change can no longer be commented on.');
    expect(left(page)).toBe('No.');
    const nothing = await (await get('/comments', person)).text();
    expect(nothing).toContain('Nothing is announced at the moment');
    expect(nothing).not.toContain('<textarea');
  });

  it('is taken of nobody who has not accepted, by the sentence that the page cites before', async () => {
    const { avow, get, write, count } = await announced();
    const { person } = await avow.subjects.create({ country: 'CN' });
    const page = await (await get('/comments', person)).text();
    expect(page).toContain('As things stand, the policy refuses it.');
    const refused = await (await write({ said: 'No.' }, person)).text();
    expect(refused).toContain('Your comment was not kept');
    expect(refused).toMatch(/answer-refused[\s\S]*?#P\.1/);
    expect(left(refused)).toBe('No.');
    expect(await count()).toBe(0);
  });

  it('is nobody’s to take back but its author’s', async () => {
    const { avow, get, post, person, write, count } = await announced();
    await write({ said: 'Mine.' });
    const own = await (await get('/comments', person)).text();
    const [, comment = ''] = /name="comment" value="([^"]+)"/.exec(own) ?? [];
    const other = await member(avow, { 'contact.email': 'wen@example.com' });
    expect(await (await get('/comments', other)).text()).not.toContain('Mine.');
    await post('/comments/back', { comment }, other);
    expect(await count()).toBe(1);
  });

  it('is not taken from another site, nor from a stranger', async () => {
    const { get, post, person, version, count } = await announced();
    const form = { said: 'No.', sentence: '', version, once: crypto.randomUUID() };
    for (const path of ['/comments', '/comments/back']) {
      expect((await post(path, form, person, 'https://elsewhere.example')).status).toBe(403);
      expect((await post(path, form)).status).toBe(401);
    }
    expect((await get('/comments')).status).toBe(401);
    expect(await count()).toBe(0);
  });
});

describe('the page for comments', () => {
  it('is found from the change, answered or not, and from the agreement', async () => {
    const { avow, get, person, version } = await announced();
    const link = 'href="/mine/comments"';
    const read = async (path: string) => (await get(path, person)).text();
    expect(await read('/change')).toContain(link);
    await avow.changes.accept({ person, version, language: 'en' });
    const answered = await read('/change');
    expect(answered).toContain('You are asked nothing');
    expect(answered).toContain(link);
    await avow.policy.withdraw({ version });
    expect(await read('/change')).not.toContain(link);
    expect(await read('/agreement')).toContain(link);
  });

  it('says so where the policy has no word for comments, and nothing leads there', async () => {
    const { avow, get } = await place({ under: withoutComments() });
    const person = await member(avow);
    const read = async (path: string) => (await get(path, person)).text();
    expect(await read('/comments')).toContain('This policy provides for no comments.');
    for (const path of ['/agreement', '/change']) {
      expect(await read(path)).not.toContain('/comments"');
    }
  });
});
