import { describe, expect, it, onTestFinished } from 'vitest';
import { acceptance as accepted } from '../../src/facts/acceptance.ts';
import type { FactProvider } from '../../src/facts/provider.ts';
import { ownDevicesOf } from '../../src/register/joined.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { counted } from '../counted.ts';
import { operator } from '../desk.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const visit = {
  ip: '203.0.113.7',
  browser: 'Firefox',
  language: 'zh-CN',
  software: 'Linux',
  hardware: 'desktop',
  page: '/goods/7',
};
const categories = [
  'visit.browser',
  'visit.hardware',
  'visit.ip',
  'visit.language',
  'visit.page',
  'visit.software',
  'visit.time',
] as const;

type Person = Awaited<ReturnType<typeof member>>;

const device = async (avow: Market) => (await avow.subjects.create({ kind: 'device' })).person;

/** Somebody's visits, opened as the platform opens them. */
async function visitsOf(avow: Market, person: Person) {
  const opened = await avow.visits.act('use', { person, purpose: 'security', categories });
  return permittedBy(opened, '1.b.2').visits;
}

async function pagesOf(avow: Market, person: Person) {
  return (await visitsOf(avow, person)).map((each) => each['visit.page']);
}

describe(cited('1.b.1'), () => {
  it('records the list of a device that nobody is known by, and many visits of it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await device(avow);
    const time = clock.now() - 1_000;
    const first = await avow.visits.record({ person, visits: [{ ...visit, time }] });
    expect(permittedBy(first, '1.b.1')).toEqual({ count: 1, dropped: 0 });
    await avow.visits.record({
      person,
      visits: [{ ...visit, page: '/' }, { ip: '::FFFF:1.2.3.4' }],
    });
    expect(await visitsOf(avow, person)).toEqual([
      {
        'visit.ip': '203.0.113.7',
        'visit.browser': 'Firefox',
        'visit.language': 'zh-CN',
        'visit.software': 'Linux',
        'visit.hardware': 'desktop',
        'visit.page': '/goods/7',
        'visit.time': '2026-01-05T08:59:59.000Z',
      },
      expect.objectContaining({ 'visit.page': '/', 'visit.time': '2026-01-05T09:00:00.000Z' }),
      { 'visit.ip': '1.2.3.4', 'visit.time': '2026-01-05T09:00:00.000Z' },
    ]);
  });

  it('records nothing of a person who has not accepted', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create();
    expect(await avow.visits.mayRecord(person)).toBe(false);
    refusedBy(await avow.visits.record({ person, visits: [visit] }), 'P.1');
  });

  it('is shown to the person, in the export and in the history', async () => {
    const avow = await market();
    const person = await member(avow);
    expect(await avow.visits.mayRecord(person)).toBe(true);
    permittedBy(await avow.visits.record({ person, visits: [visit, visit] }), '1.b.1');
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.filter(({ category }) => category === 'visit.ip')).toEqual(
      Array(2).fill(expect.objectContaining({ value: '203.0.113.7', source: 'device' })),
    );
    const lines = (await historyOf(avow, person)).map(({ what }) => what);
    expect(lines).toContainEqual(expect.objectContaining({ action: 'observe', categories }));
  });

  it('refuses by name what cannot be, whole', async () => {
    const avow = await market({ clock: handClock() });
    const person = await device(avow);
    for (const [name, value] of [
      ['ip', '203.0.113.999'],
      ['ip', 'mei@example.com'],
      ['language', 'zh-CN,en;q=0.5'],
      ['browser', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/1'],
      ['time', Date.UTC(2026, 0, 5, 9, 0, 1)],
      ['time', Date.UTC(2025, 5, 1)],
      ['time', '2026-01-05T09:00:00Z'],
      ['page', 'mailto:mei@example.com'],
      ['page', 7],
    ] as const) {
      const visits = [visit, { ...visit, [name]: value }];
      await expect(avow.visits.record({ person, visits })).rejects.toMatchObject({
        code: 'AVOW_INPUT',
        field: `visits[1].${name}`,
        message: expect.not.stringContaining(String(value)),
      });
    }
    expect(await visitsOf(avow, person)).toEqual([]);
  });

  it('takes visits that nobody waits for, and writes them before it closes', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const mei = await member(avow);
    const { person: lan } = await avow.subjects.create();
    for (let time = 0; time < 250; time += 1) avow.visits.note({ page: `/${time}` }, mei);
    // Of somebody who has not accepted it is nobody's, and neither is it asked of them each time.
    avow.visits.note(visit, lan);
    avow.visits.note({ ip: 'nowhere' }, mei);
    await avow.close();
    const again = await openMarket(folder);
    onTestFinished(() => again.close());
    expect(await pagesOf(again, mei)).toHaveLength(250);
    const lines = (await historyOf(again, mei)).filter(
      ({ what }) => what.kind === 'decision' && what.action === 'observe',
    );
    expect(lines).toHaveLength(3);
    expect(permittedBy(await again.history({ person: lan }), 'S.2.2').happened).toHaveLength(1);
  });

  it('counts what could not be recorded, and bothers nobody with it', async () => {
    const avow = await market();
    avow.visits.note({ ip: 'nowhere' });
    for (let time = 0; time < 10_050; time += 1) avow.visits.note({ page: '/' });
    expect(await counted(avow, 'avow.visits.missed')).toEqual({ malformed: 1, full: 50 });
    // More than one device holds of one day.
    await avow.visits.settled();
    expect(await counted(avow, 'avow.visits.recorded')).toEqual({ all: 10_000 });
    await avow.close();
    avow.visits.note({ page: '/' });
    await avow.visits.settled();
  });

  it('takes no more of one day than lies in a few records, and begins anew the next', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await device(avow);
    const visits = Array.from({ length: 100 }, (_, at) => ({ page: `/${at}` }));
    for (let time = 0; time < 7; time += 1) await avow.visits.record({ person, visits });
    const more = { person, visits: [{ page: '/more' }] };
    await expect(avow.visits.record(more)).rejects.toMatchObject({ code: 'AVOW_TOO_MANY' });
    clock.pass(DAY);
    permittedBy(await avow.visits.record(more), '1.b.1');
    const pages = await pagesOf(avow, person);
    expect([pages.length, pages.at(0), pages.at(-1)]).toEqual([701, '/0', '/more']);
  });

  it('recognises a request that comes again, also after a restart', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const person = await device(avow);
    const what = { person, visits: [{ page: '/', title: 'x' }], idempotencyKey: 'visit-1' };
    await Promise.all([avow.visits.record(what), avow.visits.record(what)]);
    await avow.close();
    const again = await openMarket(folder);
    onTestFinished(() => again.close());
    expect(permittedBy(await again.visits.record(what), '1.b.1')).toEqual({ count: 1, dropped: 1 });
    expect(await counted(again, 'avow.visits.dropped')).toEqual({});
    expect(await pagesOf(again, person)).toEqual(['/']);
  });

  it('loses none of those that come at once', async () => {
    const avow = await market();
    const person = await device(avow);
    const pages = Array.from({ length: 40 }, (_, at) => `/${at}`);
    await Promise.all(pages.map((page) => avow.visits.record({ person, visits: [{ page }] })));
    expect((await pagesOf(avow, person)).sort()).toEqual(pages.sort());
  });
});

describe(cited('1.b.2'), () => {
  it('opens visits for security and accuracy, and for nothing else', async () => {
    const avow = await market();
    const person = await member(avow);
    await avow.visits.record({ person, visits: [visit] });
    const ask = { person, categories: ['visit.page'] } as const;
    const accuracy = await avow.visits.act('use', { ...ask, purpose: 'service.accuracy' });
    expect(permittedBy(accuracy, '1.b.2').visits).toEqual([{ 'visit.page': '/goods/7' }]);
    const sold = await avow.visits.act('use', { ...ask, purpose: 'marketing.partner' });
    expect(sold.permitted).toBe(false);
    await expect(avow.visits.act('observe', { ...ask, purpose: 'security' })).rejects.toMatchObject(
      { code: 'AVOW_INPUT', field: 'action' },
    );
  });
});

describe(cited('1.b.3'), () => {
  it('drops and counts what the list does not name, by no name that may be somebody’s', async () => {
    const avow = await market();
    const person = await device(avow);
    const extra = { referrer: 'https://a.example', fingerprint: 'f00', 'mei@example.com': 1 };
    const recorded = await avow.visits.record({ person, visits: [{ ...visit, ...extra }, extra] });
    expect(permittedBy(recorded, '1.b.1')).toEqual({ count: 2, dropped: 6 });
    expect(await counted(avow, 'avow.visits.dropped')).toEqual({
      referrer: 2,
      fingerprint: 2,
      other: 2,
    });
    const [first, second] = await visitsOf(avow, person);
    expect(Object.keys(first ?? {}).sort()).toEqual(categories);
    expect(Object.keys(second ?? {})).toEqual(['visit.time']);
  });

  it('receives nothing that the list does not name by the name of a category either', async () => {
    const avow = await market();
    const person = await device(avow);
    const fields = { 'visit.ip': '203.0.113.7', 'contact.phone': '1' };
    const what = { person, purpose: 'security', fields, source: 'device' } as const;
    refusedBy(await avow.collect(what), 'P.1');
    const question = { person, purpose: 'security', categories: ['visit.ip'] } as const;
    expect(permittedBy(await avow.act('use', question), '1.b.2').values).toEqual({});
  });
});

describe(cited('1.b.4'), () => {
  it('keeps a path and no more, whatever was given', async () => {
    const avow = await market();
    const person = await device(avow);
    const kept = {
      '/goods/7?q=teapot#top': '/goods/7',
      'https://mei:secret@market.example/goods/7?q=teapot': '/goods/7',
      'https://market.example?q=teapot': '/',
      '//market.example/a#q=teapot': '/a',
      'market://goods/screen?q=teapot': '/screen',
      '/find%3Fq=teapot': '/find',
      '/find%253fq=teapot': '/find',
      '/goods;jsessionid=teapot': '/goods',
      '?q=teapot': '/',
      settings: 'settings',
    };
    const visits = Object.keys(kept).map((page) => ({ page }));
    await avow.visits.record({ person, visits });
    expect(await pagesOf(avow, person)).toEqual(Object.values(kept));
  });
});

describe(cited('1.b.5'), () => {
  const visits = [visit, { ...visit, page: '/' }];

  it('moves a device’s visits to the person, and records nothing to the device any more', async () => {
    const avow = await market();
    const [mei, phone] = [await member(avow), await device(avow)];
    await avow.visits.record({ person: phone, visits });
    await avow.visits.record({ person: mei, visits: [{ page: '/mine' }] });
    const joined = await avow.visits.join({ device: phone, person: mei });
    expect(permittedBy(joined, '1.b.5')).toEqual({ count: 2 });
    expect((await pagesOf(avow, mei)).sort()).toEqual(['/', '/goods/7', '/mine']);
    refusedBy(await avow.visits.record({ person: phone, visits }), 'P.1');
    const question = { person: phone, purpose: 'security', categories } as const;
    refusedBy(await avow.visits.act('use', question), 'P.1');
    const again = await avow.visits.join({ device: phone, person: mei });
    expect(permittedBy(again, '1.b.5')).toEqual({ count: 0 });
  });

  it('moves what was collected of the device by single values as well', async () => {
    const avow = await market();
    const [mei, phone] = [await member(avow), await device(avow)];
    const fields = { 'visit.ip': '203.0.113.9', 'visit.page': '/first' };
    const about = { person: phone, purpose: 'security', source: 'device' } as const;
    permittedBy(await avow.collect({ ...about, fields, findBy: ['visit.ip'] }), '1.b.1');
    expect(await avow.subjects.find('visit.ip', '203.0.113.9')).toBe(phone);
    await avow.visits.record({ person: phone, visits });
    const joined = await avow.visits.join({ device: phone, person: mei });
    expect(permittedBy(joined, '1.b.5')).toEqual({ count: 3 });
    expect(await visitsOf(avow, mei)).toContainEqual(fields);
    // Nobody is found by a visit, and nothing leads from the device to what is another's.
    expect(await avow.subjects.find('visit.ip', '203.0.113.9')).toBeUndefined();
  });

  it('refuses without an acceptance, and leaves all with the device', async () => {
    const avow = await market();
    const phone = await device(avow);
    const { person } = await avow.subjects.create();
    await avow.visits.record({ person: phone, visits });
    refusedBy(await avow.visits.join({ device: phone, person }), 'P.1');
    expect(await pagesOf(avow, phone)).toEqual(['/goods/7', '/']);
  });

  it('refuses what is nobody’s own device', async () => {
    const avow = await market();
    const [mei, lan] = [await member(avow), await member(avow, 'Lan')];
    const stranger = await avow.visits.stranger();
    await avow.visits.record({ person: stranger, visits });
    const many = avow.visits.join({ device: stranger, person: mei });
    await expect(many).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'device' });
    expect(await pagesOf(avow, stranger)).toHaveLength(2);

    const phone = await device(avow);
    await avow.visits.join({ device: phone, person: mei });
    const theirs = avow.visits.join({ device: phone, person: lan });
    await expect(theirs).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'device' });
    await avow.erase({ person: mei });
    const after = avow.visits.join({ device: phone, person: lan });
    await expect(after).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'device' });
    refusedBy(await avow.visits.record({ person: phone, visits }), 'P.1');

    const person = avow.visits.join({ device: await member(avow, 'Bo'), person: lan });
    await expect(person).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'device' });
  });

  it('leaves the device to one of two who join it at once, with every visit', async () => {
    const avow = await market();
    const [mei, lan] = [await member(avow), await member(avow, 'Lan')];
    const phone = await device(avow);
    await avow.visits.record({ person: phone, visits });
    const arriving = Array.from({ length: 20 }, (_, at) =>
      avow.visits.record({ person: phone, visits: [{ page: `/${at}` }] }),
    );
    const outcomes = await Promise.allSettled([
      avow.visits.join({ device: phone, person: mei }),
      avow.visits.join({ device: phone, person: lan }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const before = (await Promise.all(arriving)).filter(({ permitted }) => permitted).length;
    const owned = [...(await pagesOf(avow, mei)), ...(await pagesOf(avow, lan))];
    expect(owned).toHaveLength(visits.length + before);
  });

  it('goes on where a restart cut it off', async () => {
    const folder = place();
    const clock = handClock();
    const avow = await openMarket(folder, { clock });
    const [mei, phone] = [await member(avow), await device(avow)];
    // More days than one act moves.
    for (let day = 0; day < 60; day += 1) {
      await avow.visits.record({ person: phone, visits: [{ page: `/${day}` }] });
      clock.pass(DAY);
    }
    const cutOff = avow.visits.join({ device: phone, person: mei });
    await Promise.allSettled([cutOff, avow.close()]);
    const again = await openMarket(folder, { clock });
    onTestFinished(() => again.close());
    permittedBy(await again.visits.join({ device: phone, person: mei }), '1.b.5');
    expect(await pagesOf(again, mei)).toHaveLength(60);
    refusedBy(await again.visits.record({ person: phone, visits }), 'P.1');
  });

  it('leaves nothing with the device when the person is erased in the middle of it', async () => {
    const clock = handClock();
    // The second act of joining is refused, as if they had taken their yes back after the first.
    const acceptance: FactProvider = {
      reads: (asked) => [...accepted.reads(asked), ownDevicesOf(asked.person)],
      judge: (rows, asked, now) =>
        (asked.action !== 'join' || rows.of(ownDevicesOf(asked.person)).length === 0) &&
        accepted.judge(rows, asked, now),
    };
    const avow = await market({ clock, facts: { acceptance } });
    const [mei, phone] = [await member(avow), await device(avow)];
    for (let day = 0; day < 60; day += 1) {
      await avow.visits.record({ person: phone, visits: [{ page: `/${day}` }] });
      clock.pass(DAY);
    }
    expect((await avow.visits.join({ device: phone, person: mei })).permitted).toBe(false);
    // Ten days lie with the device still, which nobody may read now.
    expect(await pagesOf(avow, mei)).toHaveLength(50);
    permittedBy(await avow.erase({ person: mei }), 'S.4.1');
    await expect(visitsOf(avow, phone)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  });

  it('moves nothing that a legal hold keeps where it is', async () => {
    const avow = await market();
    const [mei, phone] = [await member(avow), await device(avow)];
    await avow.visits.record({ person: phone, visits });
    const document = 'a'.repeat(64);
    const verifiedBy = await operator(avow);
    const why = { kind: 'proceedings', document, verifiedBy } as const;
    await avow.holds.place({ person: phone, categories: ['visit.ip'], ...why });
    const joined = avow.visits.join({ device: phone, person: mei });
    await expect(joined).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'device' });
  });
});

describe(cited('S.5.2'), () => {
  it('does not read a visit that is past its time, and then deletes it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await device(avow);
    await avow.visits.record({ person, visits: [visit] });
    clock.pass(3_600_000);
    await avow.visits.record({ person, visits: [{ page: '/later' }] });
    clock.pass(184 * DAY - 3_600_000);
    // The first of a day goes with the last of it: unread meanwhile.
    expect(await pagesOf(avow, person)).toEqual(['/later']);
    clock.pass(3_600_000);
    expect(await visitsOf(avow, person)).toEqual([]);
    expect(await avow.sweep()).toBe(7);
  });

  it('leaves of visits what a legal hold covers, unread', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await device(avow);
    await avow.visits.record({ person, visits: [visit, visit] });
    const verifiedBy = await operator(avow);
    const why = { kind: 'proceedings', document: 'a'.repeat(64), verifiedBy } as const;
    await avow.holds.place({ person, categories: ['visit.ip'], ...why });
    clock.pass(185 * DAY);
    expect(await avow.sweep()).toBe(6);
    expect(await visitsOf(avow, person)).toEqual([]);
  });
});
