import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { DAY, handClock, market } from '../place.ts';

const visit = {
  'visit.ip': '203.0.113.7',
  'visit.browser': 'Firefox',
  'visit.language': 'zh-CN',
  'visit.time': '2026-01-05T09:00:00Z',
  'visit.software': 'Linux',
  'visit.hardware': 'desktop',
  'visit.page': '/goods/7',
};

describe(cited('1.b.1'), () => {
  it('receives the list from a device that nobody is known by', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ kind: 'device' });
    const received = await avow.collect({
      person,
      purpose: 'security',
      fields: visit,
      source: 'device',
    });
    permittedBy(received, '1.b.1');
    const question = { person, purpose: 'security', categories: ['visit.ip'] } as const;
    expect(permittedBy(await avow.act('use', question), '1.b.2').values).toEqual({
      'visit.ip': '203.0.113.7',
    });
  });

  it('receives nothing of a person who has not accepted', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create();
    const what = { person, purpose: 'security', fields: visit, source: 'device' } as const;
    refusedBy(await avow.collect(what), 'P.1');
  });
});

describe(cited('1.b.3'), () => {
  it('receives nothing that the list does not name', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ kind: 'device' });
    const fields = { ...visit, 'contact.phone': '1' };
    const what = { person, purpose: 'security', fields, source: 'device' } as const;
    refusedBy(await avow.collect(what), 'P.1');
    const question = { person, purpose: 'security', categories: ['visit.ip'] } as const;
    expect(permittedBy(await avow.act('use', question), '1.b.2').values).toEqual({});
  });
});

describe(cited('S.5.2'), () => {
  it('does not read a visit that is past its time, and then deletes it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person } = await avow.subjects.create({ kind: 'device' });
    await avow.collect({ person, purpose: 'security', fields: visit, source: 'device' });
    clock.pass(184 * DAY);
    const question = { person, purpose: 'security', categories: ['visit.ip'] } as const;
    expect(permittedBy(await avow.act('use', question), '1.b.2').values).toEqual({});
    expect(await avow.sweep()).toBe(7);
  });
});
