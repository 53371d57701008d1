import { harbourMarket, marketPolicy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../../avow/test/versions.ts';
import { ask, open, type Place } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

const DAY = 24 * 3_600_000;

/** A policy that asks for less leave before a cookie is set: a major change. */
const policy = marketPolicy({ ...harbourMarket, cookies: 'unless-refused' });
const summary = { en: 'Cookies unless you refuse.', 'zh-CN': '除非您拒绝，否则使用Cookie。' };
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

async function announce({ server, key }: Pick<Place, 'server' | 'key'>, more: object = {}) {
  const body = { policy, summary, channels: ['banner'], from: inDays(31), ...more };
  return ask(server, 'POST', '/v1/policy/announcements', { key: await key('admin'), body });
}

describe('/v1/policy/announcements', () => {
  it('announces a version, which pages and feed then tell of in every language', async () => {
    const place = await open();
    const { server, key } = place;
    const draft = await ask(server, 'POST', '/v1/policy/drafts', {
      key: await key('admin'),
      body: { policy },
    });
    expect(draft.body).toMatchObject({ difference: { major: true }, stored: {} });
    const announced = await announce(place);
    expect([announced.status, announced.body]).toMatchObject([
      201,
      { version: draft.body.version, major: true, state: 'coming', channels: ['page', 'banner'] },
    ]);
    const { version } = announced.body;
    const compared = await ask(server, 'GET', `/v1/policy/versions/${version}/difference`);
    expect(compared.body.difference).toEqual(draft.body.difference);
    const [first] = draft.body.difference.changes;
    for (const language of ['en', 'zh-CN'] as const) {
      const page = await ask(server, 'GET', `/policy/versions?lang=${language}`);
      const feed = await ask(server, 'GET', `/policy/changes.atom?lang=${language}`);
      expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      for (const { body } of [page, feed]) {
        expect(body).toContain(summary[language]);
        expect(body).toContain(first.words[language].replaceAll('"', '&quot;').slice(0, 20));
        expect(body).toContain(version);
      }
    }
    const before = (await ask(server, 'GET', '/policy.json')).headers.get('etag');
    expect(before).not.toContain(version);

    const path = `/v1/policy/announcements/${version}`;
    const withdrawn = await ask(server, 'DELETE', path, { key: await key('admin') });
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    const again = await ask(server, 'DELETE', path, { key: await key('admin') });
    expect([again.status, again.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
  });

  it('refuses one without a summary in each language, too early, or beside another', async () => {
    const place = await open();
    for (const wrong of [{ summary: { en: 'x' } }, { from: inDays(3) }]) {
      const { status, body } = await announce(place, wrong);
      expect([status, body.code]).toEqual([422, 'AVOW_INPUT']);
    }
    expect((await announce(place, { channels: [] })).status).toBe(400);
    expect((await announce(place)).status).toBe(201);
    const other = await announce(place, { policy: { ...policy, title: summary } });
    expect([other.status, other.body.code]).toEqual([409, 'AVOW_STATE']);
  });
});

describe('/v1/subjects/{person}/change', () => {
  it('asks about the difference, and takes each answer', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    const path = `/v1/subjects/${person}/change`;
    const asked = async () => (await ask(server, 'GET', path, { key: await key() })).body.asked;
    expect(await asked()).toBeNull();

    const direct = await ask(server, 'POST', '/v1/policy/versions', {
      key: await key('admin'),
      body: { policy },
    });
    expect([direct.status, direct.body.code]).toEqual([409, 'AVOW_UNANNOUNCED']);
    const { version, from } = (await announce(place)).body;
    expect(await asked()).toMatchObject({ version, from, acceptance: true, later: false });

    const later = await ask(server, 'PUT', `${path}/later`, {
      key: await key(),
      body: { version },
    });
    expect([later.status, later.body.until]).toEqual([200, from]);
    expect(await asked()).toMatchObject({ later: true });
    const accepted = await ask(server, 'POST', path, {
      key: await key(),
      body: { version, language: 'zh-CN' },
    });
    expect([accepted.status, accepted.body.renewed]).toEqual([201, []]);
    expect(await asked()).toBeNull();
    const twice = await ask(server, 'POST', path, {
      key: await key(),
      body: { version, language: 'zh-CN' },
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'AVOW_STATE']);
  });
});

describe('/v1/subjects/{person}/comments and notices', () => {
  it('keeps a comment, counts and answers it, and moves the date', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    const admin = await key('admin');
    const mail = await announce(place, { channels: ['mail'] });
    expect([mail.status, mail.body.code]).toEqual([422, 'AVOW_INPUT']);
    const { version, from } = (await announce(place, { channels: ['centre'] })).body;
    const announcement = `/v1/policy/announcements/${version}`;

    const body = { version, sentence: '5.a.1', text: 'Why?' };
    const path = `/v1/subjects/${person}/comments`;
    const kept = await ask(server, 'POST', path, { key: await key('acts'), body });
    expect([kept.status, kept.body.sentence]).toEqual([201, '7.b.4']);
    const own = await ask(server, 'GET', path, { key: await key('acts') });
    const [{ comment }] = own.body.value.comments;
    const read = await ask(server, 'GET', `${announcement}/comments`, { key: admin });
    expect(read.body).toMatchObject({
      comments: [{ sentence: '5.a.1', text: 'Why?' }],
      more: false,
    });
    const barred = await ask(server, 'GET', `${announcement}/comments`, { key: await key('acts') });
    expect(barred.status).toBe(403);
    const answer = { en: 'Because.', 'zh-CN': '因为。' };
    const put = { key: admin, body: { answer } };
    const answered = await ask(server, 'PUT', `${announcement}/answer`, put);
    expect(answered.body).toMatchObject({ answer, comments: 1 });
    const page = await ask(server, 'GET', `/policy/versions/${version}?lang=en`);
    for (const words of ['One comment.', 'Because.']) expect(page.body).toContain(words);
    expect((await ask(server, 'GET', '/policy/versions/none')).status).toBe(404);
    const gone = await ask(server, 'DELETE', `${path}/${comment}`, { key: await key('acts') });
    expect(gone.body).toMatchObject({ permitted: true, value: { count: 1 } });

    const sooner = { key: admin, body: { from: inDays(30) } };
    expect((await ask(server, 'PUT', `${announcement}/from`, sooner)).status).toBe(422);
    const later = { key: admin, body: { from: inDays(40) } };
    const moved = await ask(server, 'PUT', `${announcement}/from`, later);
    expect([moved.status, moved.body.postponed]).toEqual([200, true]);
    expect(moved.body.from > from).toBe(true);
    const notices = `/v1/subjects/${person}/notices`;
    const listed = await ask(server, 'GET', notices, { key: await key() });
    expect(listed.body.notices).toMatchObject([
      { version, revision: 2, about: 'postponed', shown: null },
    ]);
    const shown = await ask(server, 'PUT', `${notices}/${version}/2`, { key: await key() });
    expect(shown.status).toBe(200);
    const progress = await ask(server, 'GET', '/v1/policy/notices', { key: admin });
    expect(progress.body.notices).toMatchObject([{ mail: null, centre: { shown: 1 } }]);
    const again = { key: admin, body: { evenUncertain: false } };
    expect((await ask(server, 'POST', `${announcement}/retry`, again)).status).toBe(404);
  });
});

describe('the page of a version', () => {
  it('leads to where comments are taken, and says nothing of them where the policy takes none', async () => {
    for (const [under, isLinked] of [
      [undefined, true],
      [withoutComments(), false],
    ] as const) {
      const place = await open({ comments: '/mine/comments', ...(under && { under }) });
      const { version } = (await announce(place)).body;
      const page = (await ask(place.server, 'GET', `/policy/versions/${version}?lang=en`)).body;
      expect(page).toContain(summary.en);
      expect(page.includes('href="/mine/comments')).toBe(isLinked);
      expect(page.includes('You can comment until its date.')).toBe(isLinked);
    }
  });
});
