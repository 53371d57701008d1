import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { campaignsTo, interests, texts } from '../campaigned.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { begin, engagePanel, lines, panel, reader as verified } from '../deliveries.ts';
import { mailServer } from '../mail-server.ts';
import { reader } from '../notified.ts';
import { contentOf, givePartyKey } from '../party-keys.ts';
import { engageShop, historyOf, member, shop } from '../people.ts';
import {
  DAY,
  handClock,
  type Market,
  market,
  openMarket,
  place,
  storesOf,
  twoMarkets,
} from '../place.ts';

const personal = {
  party: 'platform',
  action: 'use',
  purposes: ['service.personal'],
  categories: ['interest'],
  language: 'en',
} as const;

const look = (avow: Market, person: PersonId, ...pages: string[]) =>
  avow.visits.record({ person, visits: pages.map((page) => ({ page })) });

/** The names of what is kept of somebody, as they see it themself. */
async function interestsOf(avow: Market, person: PersonId) {
  const { interests, removed } = permittedBy(await avow.interests.of(person), 'S.2.1');
  return [interests.map(({ interest }) => interest).sort(), removed];
}

/** Where a letter says that its reader gets no more of its kind, as its header fields do. */
const linkIn = (letter: string) => /^List-Unsubscribe:\s+<(.*)>$/m.exec(letter)?.[1] ?? '';
const tokenIn = (letter: string) => /unsubscribe\/([^?]*)/.exec(linkIn(letter))?.[1] ?? '';

describe(cited('2.c.1'), () => {
  it('uses it for the account, for orders and for help, and for nothing else unasked', async () => {
    const avow = await market();
    const person = await member(avow);
    const use = (purpose: 'account' | 'security' | 'fulfilment' | 'support' | 'legal') =>
      avow.act('use', { person, purpose, categories: ['contact.name'] });
    for (const purpose of ['account', 'security', 'fulfilment', 'support'] as const) {
      permittedBy(await use(purpose), '2.c.1');
    }
    refusedBy(await use('legal'), 'P.1');
  });
});

describe(cited('2.c.2'), () => {
  it('writes about the account while there is one, and what must be known even afterwards', async () => {
    const avow = await market();
    const person = await member(avow);
    const message = (purpose: 'account' | 'notice') =>
      avow.act('message', { person, purpose, categories: ['contact.phone'], to: 'person' });
    permittedBy(await message('account'), '2.c.2');
    await avow.agreement.terminate({ person });
    refusedBy(await message('account'), 'P.1');
    permittedBy(await message('notice'), '2.c.2');
  });
});

describe(cited('2.c.3'), () => {
  it('derives from pages, language and what a partner told, each with its evidence', async () => {
    const clock = handClock();
    const avow = await market({ clock, interests });
    const person = await member(avow);
    const early = clock.now();
    await avow.visits.record({
      person,
      visits: [{ page: '/goods/lamps/1', language: 'zh-CN' }, { page: '/goods/lamps/2' }],
    });
    clock.pass(DAY);
    await look(avow, person, '/goods/lamps/1?q=boats', '/help');
    permittedBy((await avow.interests.derive({ person }))!, '2.c.3');
    const seen = permittedBy(await avow.interests.of(person), 'S.2.1');
    expect(seen).toEqual({
      interests: [
        {
          interest: 'lamps',
          because: [
            { from: 'page', page: '/goods/lamps/1', at: early + DAY },
            { from: 'page', page: '/goods/lamps/2', at: early },
          ],
          until: early + 91 * DAY,
        },
        {
          interest: 'books',
          because: [{ from: 'language', language: 'zh-CN', at: early }],
          until: early + 90 * DAY,
        },
      ],
      removed: [],
    });
    // One decision, which stands in their history, and nothing more is done until something comes.
    const lines = (await historyOf(avow, person)).filter(
      ({ what }) => what.kind === 'decision' && what.action === 'derive',
    );
    expect(lines).toHaveLength(1);
    expect(await avow.interests.derive({ person })).toBeUndefined();
    expect(await avow.interests.deriveAll()).toBe(0);
    clock.pass(90 * DAY);
    expect(await interestsOf(avow, person)).toEqual([[], []]);
  });

  it('derives from what a partner told, by itself or in a delivery, and says which', async () => {
    const avow = await market({ interests });
    const { engagement } = await engagePanel(avow);
    const [mei, lin] = [await verified(avow, 'mei@example.com'), await member(avow)];
    const begun = await begin(avow, engagement);
    await avow.imports.rows(begun.import, lines({ email: 'mei@example.com', likes: 'boats' }));
    const fields = { 'partner.profile': 'lamps boats' };
    const about = { person: lin, purpose: 'service.personal', fields } as const;
    permittedBy(await avow.collect({ ...about, source: { party: panel } }), '1.c.1');
    await avow.interests.deriveAll();
    expect([await interestsOf(avow, mei), await interestsOf(avow, lin)]).toEqual([
      [['boats'], []],
      [['boats', 'lamps'], []],
    ]);
    const { interests: kept } = permittedBy(await avow.interests.of(mei), 'S.2.1');
    expect(kept).toMatchObject([{ because: [{ from: 'partner', partner: 'panel' }] }]);
  });

  it('has nothing of what was searched for, and cannot be handed it', async () => {
    const clock = handClock();
    const asked: string[] = [];
    const ofPage = (page: string) => {
      asked.push(page);
      return [];
    };
    const avow = await market({ clock, interests: { ...interests, ofPage } });
    const person = await member(avow);
    for (let time = 0; time < 12; time += 1) await avow.searches.keep('lamps');
    await avow.visits.record({ person, visits: [{ page: '/?q=lamps', search: 'lamps' }] });
    clock.pass(DAY);
    expect(await avow.searches.popular()).toHaveLength(1);
    await avow.interests.deriveAll();
    expect(asked).toEqual(['/']);
    expect(await interestsOf(avow, person)).toEqual([[], []]);
  });

  it('is put right and removed by the person, and what was removed stays away until they say so', async () => {
    const clock = handClock();
    const folder = place();
    const avow = await openMarket(folder, { clock, interests });
    const person = await member(avow);
    await look(avow, person, '/lamps', '/boats');
    await avow.interests.derive({ person });
    permittedBy(await avow.interests.correct({ person, interest: 'boats', to: 'books' }), 'S.3.1');
    permittedBy(await avow.interests.remove({ person, interest: 'lamps' }), 'S.4.1');
    expect(await interestsOf(avow, person)).toEqual([['books'], ['boats', 'lamps']]);
    await avow.close();

    const again = await openMarket(folder, { clock, interests });
    onTestFinished(() => again.close());
    clock.pass(DAY);
    await look(again, person, '/lamps', '/boats');
    await again.interests.derive({ person });
    expect(await interestsOf(again, person)).toEqual([['books'], ['boats', 'lamps']]);
    await again.interests.allow({ person, interest: 'lamps' });
    clock.pass(DAY);
    await look(again, person, '/lamps');
    await again.interests.derive({ person });
    expect(await interestsOf(again, person)).toEqual([['books', 'lamps'], ['boats']]);
    const wrong = [
      () => again.interests.remove({ person, interest: 'kites' }),
      () => again.interests.allow({ person, interest: 'lamps' }),
      () => again.interests.correct({ person, interest: 'lamps', to: 'kites' }),
    ];
    for (const asked of wrong) {
      await expect(asked()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    }
    // All of it is theirs: to take along, and gone with them.
    const { held } = permittedBy(await again.export({ person }), 'S.2.1');
    expect(held.filter(({ category }) => category === 'interest')).toHaveLength(2);
    permittedBy(await again.erase({ person }), 'S.4.1');
  });

  it('is derived once by two who do it at the same time, and none of it once the refusal is answered', async () => {
    const [avow, other] = await twoMarkets({ interests });
    const person = await member(avow);
    await look(avow, person, '/lamps', '/boats');
    await Promise.all([avow, other, avow, other].map((each) => each.interests.derive({ person })));
    expect(await interestsOf(other, person)).toEqual([['boats', 'lamps'], []]);
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.filter(({ category }) => category === 'interest')).toHaveLength(2);
    await look(other, person, '/lamps', '/zh-CN');
    const round = other.interests.deriveAll();
    await avow.consents.refuse({ person, ...personal });
    refusedBy(await other.interests.use({ person }), '2.c.5');
    await round;
    expect(await avow.interests.deriveAll()).toBe(0);
  });

  it('derives nothing of somebody who has not accepted, or is erased meanwhile', async () => {
    const avow = await market({ interests });
    const person = await member(avow);
    const { person: device } = await avow.subjects.create({ kind: 'device' });
    await look(avow, person, '/lamps');
    await look(avow, device, '/lamps');
    const [, derived] = await Promise.all([avow.erase({ person }), avow.interests.deriveAll()]);
    expect(derived).toBeLessThanOrEqual(1);
    expect(await avow.interests.deriveAll()).toBe(0);
  });
});

describe(cited('2.c.4'), () => {
  it('chooses by interests, and owes the reason', async () => {
    const avow = await market({ interests });
    const person = await member(avow);
    await look(avow, person, '/lamps');
    await avow.interests.derive({ person });
    const used = await avow.interests.use({ person, purpose: 'marketing.own' });
    expect(permittedBy(used, '2.c.4').interests).toMatchObject([{ interest: 'lamps' }]);
    expect(used).toMatchObject({ duties: ['giveReason'] });
  });

  it('writes a campaign to whom it may, says why, and lists refusals by sentence and count', async () => {
    const { port, taken, letters } = await mailServer();
    const avow = await market({ campaigns: campaignsTo(port) as never });
    await reader(avow, 'mei@example.net');
    await reader(avow, 'wen@example.net', 'zh-CN');
    await reader(avow);
    await reader(avow, 'old@gone.example');
    const no = await reader(avow, 'no@example.net');
    await avow.consents.refuse({
      ...{ person: no, party: 'platform', action: 'message', language: 'en' },
      ...{ purposes: ['marketing.own'], categories: ['contact.email'] },
    });
    const left = await reader(avow, 'left@example.net');
    await avow.agreement.terminate({ person: left });
    await avow.subjects.create({ country: 'CN' });

    const once = { idempotencyKey: 'lamps' };
    const { campaign } = await avow.campaigns.create({ texts, ...once });
    expect(await avow.campaigns.create({ texts, ...once })).toMatchObject({ campaign });
    await avow.campaigns.send();
    await avow.campaigns.send();
    expect(taken.toSorted()).toEqual(['mei@example.net', 'wen@example.net']);
    expect(await avow.campaigns.progress({ campaign })).toMatchObject({
      state: 'running',
      isOver: true,
      mail: {
        ...{ told: 2, waiting: 0, unreachable: 1, failed: 1, uncertain: 0 },
        refused: { '2.c.5': 1, 'P.1': 1 },
      },
    });
    expect(JSON.stringify(await avow.campaigns.progress({ campaign }))).not.toContain(no);
    const english = letters.find((letter) => letter.includes('mei@example.net')) ?? '';
    expect(english).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(english.replaceAll('=\n', '')).toContain('You get this because you have an account');
    // The address names nobody.
    expect(linkIn(english)).toMatch(/^https:\/\/harbour\.example\/unsubscribe\/[\w.-]+\?lang=en$/);
    expect(linkIn(english)).not.toMatch(/mei|example\.net/);
  });

  it('goes by an interest, and tells a reader of themself only what the policy permits', async () => {
    const { port, taken, letters } = await mailServer();
    const avow = await market({ interests, campaigns: campaignsTo(port) as never });
    const mei = await reader(avow, 'mei@example.net');
    await reader(avow, 'wen@example.net');
    await look(avow, mei, '/lamps');
    await avow.interests.derive({ person: mei });
    const { campaign } = await avow.campaigns.create({ texts, interest: 'lamps' });
    await avow.campaigns.send();
    expect(taken).toEqual(['mei@example.net']);
    expect((letters[0] ?? '').replaceAll('=\n', '')).toMatch(/Lamps.*is among your interests/);
    const { mail } = await avow.campaigns.progress({ campaign });
    expect(mail).toMatchObject({ told: 1, unsuited: 1, waiting: 0, refused: {} });

    const named = { ...texts, en: { subject: 'For {contact.name}', text: 'Lamps.' } };
    const byName = await avow.campaigns.create({ texts: named });
    await avow.campaigns.send();
    expect(taken).toHaveLength(1);
    expect((await avow.campaigns.progress(byName)).mail.refused).toEqual({ 'P.1': 2 });
    for (const [said, field] of [
      [{ en: texts.en }, 'texts.zh-CN.subject'],
      [{ ...texts, en: { ...texts.en, text: 'Call 138 1234 5678' } }, 'texts.en.text'],
      [{ ...texts, en: { ...texts.en, subject: 'two\nlines' } }, 'texts.en.subject'],
      [{ ...texts, en: { ...texts.en, text: '{nobody}' } }, 'texts.en'],
    ] as const) {
      await expect(avow.campaigns.create({ texts: said })).rejects.toMatchObject({ field });
    }
  });

  it('is drafted, rewritten and looked at as counts before it goes to anybody, and ends by itself', async () => {
    const { port, taken } = await mailServer();
    const clock = handClock();
    const avow = await market({ clock, interests, campaigns: campaignsTo(port) as never });
    const mei = await reader(avow, 'mei@example.net');
    await reader(avow, 'wen@example.net');
    await reader(avow);
    const no = await reader(avow, 'no@example.net');
    await avow.consents.refuse({ person: no, ...personal, purposes: ['marketing.own'] });
    await avow.agreement.terminate({ person: await reader(avow, 'left@example.net') });
    await avow.subjects.create({ country: 'CN' });
    const until = clock.now() + 2 * DAY;
    const { campaign } = await avow.campaigns.draft({ texts });
    await avow.campaigns.rewrite({ campaign, texts, interest: 'lamps', until });
    expect([await avow.campaigns.send(), taken]).toEqual([0, []]);

    const before = (await historyOf(avow, mei)).length;
    expect(await avow.campaigns.preview({ campaign })).toEqual({
      campaign,
      ...{ asked: 5, permitted: 2, unreachable: 1, refused: { '2.c.5': 1, 'P.1': 1 } },
    });
    // To look at it was no look at anybody: the next line of hers is that she looked herself.
    expect((await historyOf(avow, mei)).length).toBe(before + 1);
    await look(avow, mei, '/lamps');
    await avow.interests.derive({ person: mei });
    await avow.campaigns.start({ campaign });
    await avow.campaigns.send();
    expect(taken).toEqual(['mei@example.net']);
    await expect(avow.campaigns.rewrite({ campaign, texts })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });

    await reader(avow, 'late@example.net');
    clock.pass(2 * DAY);
    expect(await avow.campaigns.send()).toBe(0);
    expect(await avow.campaigns.progress({ campaign })).toMatchObject({
      ...{ state: 'ended', isOver: true, mail: { told: 1 } },
    });
    for (const make of [avow.campaigns.draft, avow.campaigns.create]) {
      await expect(make({ texts, until })).rejects.toMatchObject({
        ...{ code: 'AVOW_STATE', field: 'until' },
      });
    }
    const figures = await avow.figures();
    const messages = figures.find(({ name }) => name === 'avow.campaigns.messages');
    const sent = messages?.samples.find(({ attributes }) => attributes['avow.state'] === 'sent');
    expect(sent?.value).toBe(1);
  });

  it('pauses, goes on and ends; nothing is sent once a pause has returned', async () => {
    const { port, taken } = await mailServer();
    const avow = await market({ campaigns: campaignsTo(port, 2) as never });
    for (let at = 0; at < 5; at += 1) await reader(avow, `p${at}@example.net`);
    const { campaign } = await avow.campaigns.create({ texts });
    await avow.campaigns.send();
    await avow.campaigns.pause({ campaign });
    expect([await avow.campaigns.send(), taken.length]).toEqual([0, 2]);
    expect(await avow.campaigns.progress({ campaign })).toMatchObject({
      state: 'paused',
      mail: { told: 2, waiting: 3 },
    });
    await expect(avow.campaigns.pause({ campaign })).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await avow.campaigns.resume({ campaign });
    await avow.campaigns.send();
    await avow.campaigns.end({ campaign });
    expect([await avow.campaigns.send(), taken.length]).toEqual([0, 4]);
    expect(await avow.campaigns.list()).toMatchObject([{ campaign, state: 'ended' }]);
  });

  it('goes out from two servers at once, once to each, and not to who leaves or refuses meanwhile', async () => {
    const leaving: PersonId[] = [];
    let left: Promise<unknown> = Promise.resolve();
    const { port, taken } = await mailServer({
      onTaken: (count) => {
        if (count !== 4) return;
        const [goes, ends, refuses] = leaving as [PersonId, PersonId, PersonId];
        left = Promise.all([
          avow.erase({ person: goes }),
          other.agreement.terminate({ person: ends }),
          avow.consents.refuse({ person: refuses, ...personal, purposes: ['marketing.own'] }),
        ]).then(() => void after.push(...taken));
      },
    });
    const after: string[] = [];
    const [avow, other] = await twoMarkets({ campaigns: campaignsTo(port) as never });
    for (let at = 0; at < 12; at += 1) await reader(avow, `p${at}@example.net`);
    for (const name of ['goes', 'ends', 'refuses']) {
      leaving.push(await reader(avow, `${name}@example.net`));
    }
    const { campaign } = await avow.campaigns.create({ texts });
    await Promise.all([avow, other].map(({ campaigns }) => campaigns.send()));
    await left;
    await Promise.all([avow, other].map(({ campaigns }) => campaigns.send()));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.filter((who) => who.startsWith('p'))).toHaveLength(12);
    expect((await other.campaigns.progress({ campaign })).mail).toMatchObject({
      ...{ waiting: 0, uncertain: 0, failed: 0 },
    });
    // Each server may have had one message in hand when they were answered, and begun none after.
    const late = taken.filter((who) => !after.includes(who) && !who.startsWith('p'));
    expect(late.length).toBeLessThanOrEqual(2);
  });

  it('says one thing to everybody, though its draft is rewritten as it starts', async () => {
    const { port, letters } = await mailServer();
    const [avow, other] = await twoMarkets({ campaigns: campaignsTo(port) as never });
    for (let at = 0; at < 3; at += 1) await reader(avow, `p${at}@example.net`);
    const second = { ...texts, en: { subject: 'Boats', text: 'Boats have come in.' } };
    for (let round = 0; round < 3; round += 1) {
      const before = letters.length;
      const { campaign } = await avow.campaigns.draft({ texts });
      const [starting, rewriting] = await Promise.allSettled([
        avow.campaigns.start({ campaign }),
        other.campaigns.rewrite({ campaign, texts: second }),
        other.campaigns.send(),
      ]);
      expect(starting.status).toBe('fulfilled');
      await Promise.all([avow, other].map(({ campaigns }) => campaigns.send()));
      const { texts: said } = await other.campaigns.progress({ campaign });
      expect(said).toEqual(rewriting.status === 'fulfilled' ? second : texts);
      const subjects = letters.slice(before).map((each) => /^Subject: (.*)$/m.exec(each)?.[1]);
      expect(subjects).toEqual(Array.from({ length: 3 }, () => said['en']?.subject));
    }
  });

  it('is sent to nobody twice where the mail server takes a message and hangs up', async () => {
    let hangsUp = true;
    const { port, taken } = await mailServer({ hangsUp: () => hangsUp });
    const clock = handClock();
    const avow = await market({ clock, campaigns: campaignsTo(port) as never });
    for (let at = 0; at < 5; at += 1) await reader(avow, `p${at}@example.net`);
    const { campaign } = await avow.campaigns.create({ texts });
    await avow.campaigns.send();
    // A server that answers none of three is left alone.
    expect(taken).toHaveLength(3);
    hangsUp = false;
    clock.pass(DAY);
    await avow.campaigns.send();
    expect(taken).toHaveLength(5);
    const { mail } = await avow.campaigns.progress({ campaign });
    expect(mail).toMatchObject({ told: 2, uncertain: 3, waiting: 0 });
    // Whoever would rather send it twice says so.
    expect(await avow.campaigns.retry({ campaign })).toMatchObject({ count: 0 });
    const again = await avow.campaigns.retry({ campaign, evenUncertain: true });
    expect(again).toMatchObject({ count: 3 });
    await avow.campaigns.send();
    expect(new Set(taken).size).toBe(5);
    expect(taken).toHaveLength(8);
  });

  it('goes on with exactly the rest after it was killed half way', async () => {
    let child: ChildProcess | undefined;
    const half = 15;
    const { port, taken } = await mailServer({
      // Taken by the server, and the process is gone before it hears of it.
      onTaken: (count) => void (count === half && child?.kill('SIGKILL')),
    });
    const folder = place();
    const stores = await storesOf(folder);
    const root = randomBytes(32);
    const keys = { rootKey: async () => createSecretKey(root), source: 'this test' };
    const avow = await openMarket(folder, { keys });
    const everybody = Array.from({ length: 2 * half }, (_, at) => `p${at}@example.net`);
    await Promise.all(everybody.map((email) => reader(avow, email)));
    await avow.campaigns.create({ texts });
    await avow.close();

    const program = join(import.meta.dirname, '..', 'campaigner.ts');
    const given = [JSON.stringify(stores), root.toString('hex'), String(port)];
    const start = () => spawn(process.execPath, [program, ...given]);
    child = start();
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([signal, taken.length]).toEqual(['SIGKILL', half]);
    const again = start();
    const [said, faults] = await Promise.all([text(again.stdout), text(again.stderr)]);
    expect(faults).toBe('');
    expect(taken.toSorted()).toEqual(everybody.toSorted());
    expect(JSON.parse(said)).toMatchObject({ told: 2 * half - 1, waiting: 1, failed: 0 });
  }, 60_000);

  it('writes about products here, and owes the reason each time', async () => {
    const avow = await market();
    const person = await member(avow);
    const question = { person, purpose: 'marketing.own', categories: ['contact.phone'] } as const;
    const written = await avow.act('message', { ...question, to: 'person' });
    permittedBy(written, '2.c.4');
    expect(written).toMatchObject({ duties: ['giveReason'] });
    await avow.agreement.terminate({ person });
    refusedBy(await avow.act('message', { ...question, to: 'person' }), 'P.1');
  });
});

describe(cited('2.c.5'), () => {
  it('switches messages off at once, and on again', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.phone'] as const;
    const purpose = 'marketing.own';
    const message = () => avow.act('message', { person, purpose, categories, to: 'person' });
    const choice = {
      person,
      party: 'platform',
      action: 'message',
      purposes: [purpose],
      categories,
      language: 'en',
    } as const;
    permittedBy(await message(), '2.c.4');
    await avow.consents.refuse(choice);
    refusedBy(await message(), '2.c.5');
    await avow.consents.give(choice);
    permittedBy(await message(), '2.c.4');
  });
});

describe(cited('2.c.5'), () => {
  it('ends personal service at once: what was derived is not used, and nothing more is derived', async () => {
    const clock = handClock();
    const avow = await market({ clock, interests });
    const person = await member(avow);
    await look(avow, person, '/lamps');
    await avow.interests.derive({ person });
    permittedBy(await avow.interests.use({ person }), 'P.2');
    await avow.consents.refuse({ person, ...personal });
    refusedBy(await avow.interests.use({ person }), '2.c.5');
    await look(avow, person, '/boats');
    refusedBy((await avow.interests.derive({ person }))!, '2.c.5');
    expect(await avow.interests.deriveAll()).toBe(0);
    expect(await interestsOf(avow, person)).toEqual([['lamps'], []]);
    await avow.consents.give({ person, ...personal });
    expect(await avow.interests.deriveAll()).toBe(1);
    expect(await interestsOf(avow, person)).toEqual([['boats', 'lamps'], []]);
  });

  it('unsubscribes by the link in a message: whatever is under way refuses from then on', async () => {
    const { port, taken, letters } = await mailServer();
    const avow = await market({ campaigns: campaignsTo(port) as never });
    const mei = await reader(avow, 'mei@example.net');
    await avow.campaigns.create({ texts });
    await avow.campaigns.send();
    const token = tokenIn(letters[0] ?? '');
    expect(await avow.campaigns.knows(token)).toBe(true);
    const forged = [
      `${token}x`,
      token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
      '',
      '.',
      'x',
    ];
    for (const wrong of [...forged, token.split('.')[0]!]) {
      expect(await avow.campaigns.knows(wrong)).toBe(false);
      expect(await avow.campaigns.unsubscribe({ token: wrong })).toBeUndefined();
    }
    const second = await avow.campaigns.create({ texts });
    expect(await avow.campaigns.unsubscribe({ token })).toEqual({ purpose: 'marketing.own' });
    await avow.campaigns.send();
    expect(taken).toHaveLength(1);
    expect((await avow.campaigns.progress(second)).mail).toMatchObject({ refused: { '2.c.5': 1 } });
    // By phone neither; and to say it again says nothing new.
    const [said, ...more] = await avow.consents.list(mei);
    expect(said).toMatchObject({
      state: 'refused',
      categories: ['contact.email', 'contact.phone'],
    });
    expect(more).toEqual([]);
    await avow.campaigns.unsubscribe({ token });
    expect((await avow.consents.list(mei))[0]?.consent).toBe(said?.consent);
    await avow.erase({ person: mei });
    expect(await avow.campaigns.unsubscribe({ token })).toBeUndefined();
  });

  it('is raced by a round: whoever is told that it is done gets nothing after that', async () => {
    const told = new Map<string, number>();
    const { port, taken, letters } = await mailServer();
    const [avow, other] = await twoMarkets({ campaigns: campaignsTo(port) as never });
    const everybody = Array.from({ length: 12 }, (_, at) => `p${at}@example.net`);
    await Promise.all(everybody.map((email) => reader(avow, email)));
    await avow.campaigns.create({ texts });
    await avow.campaigns.send();
    const tokens = letters.map(tokenIn);
    const second = await avow.campaigns.create({ texts });
    const before = taken.length;
    const round = avow.campaigns.send();
    await Promise.all(
      tokens.map(async (token, at) => {
        await other.campaigns.unsubscribe({ token });
        told.set(taken[at]!, taken.length);
      }),
    );
    await round;
    const { mail } = await avow.campaigns.progress(second);
    const late = taken.slice(before);
    expect(new Set(late).size).toBe(late.length);
    expect(mail).toMatchObject({ told: late.length, waiting: 0, uncertain: 0 });
    expect((mail.refused['2.c.5'] ?? 0) + late.length).toBe(12);
    // All that still comes is what was in the mail server's hands by then, and so was next.
    for (const [at, who] of late.entries()) {
      expect(before + at - (told.get(who) ?? 0)).toBeLessThanOrEqual(0);
    }
  });
});

describe(cited('2.c.6'), () => {
  it('lets an advertiser have nothing of interests that nobody allowed, with or without having derived any', async () => {
    const avow = await market({ interests });
    const person = await member(avow);
    await engageShop(avow);
    const asked = { person, purpose: 'marketing.partner', to: { party: shop } } as const;
    const seal = (...categories: ('interest' | 'contact.name' | 'contact.phone')[]) =>
      avow.disclosures.seal('share', { ...asked, categories });
    refusedBy(await seal('interest'), '2.a.1');
    await look(avow, person, '/lamps');
    await avow.interests.derive({ person });
    // To allow a name is not to allow what one is interested in.
    const scope = { purposes: [asked.purpose], categories: ['contact.name'] } as const;
    await avow.consents.give({ person, party: shop, action: 'share', language: 'en', ...scope });
    for (const categories of [['interest'], ['contact.name', 'interest']] as const) {
      refusedBy(await seal(...categories), '2.a.1');
    }
    const use = await avow.interests.use({ person, purpose: 'marketing.partner' });
    refusedBy(use, 'P.1');
  });

  it('hands interests to a partner on just that permission, by their names alone; withdrawn or erased, it opens nothing', async () => {
    const avow = await market({ interests });
    await engageShop(avow);
    const key = await givePartyKey(avow, shop);
    const [mei, lin] = [await member(avow, 'Mei'), await member(avow, 'Lin')];
    const scope = { purposes: ['marketing.partner'], categories: ['interest'] } as const;
    const sealed = async (person: PersonId) => {
      await look(avow, person, '/lamps/1', '/boats/2');
      await avow.interests.derive({ person });
      const choice = { person, party: shop, action: 'share', language: 'en', ...scope } as const;
      const { consent } = await avow.consents.give(choice);
      const handing = { person, purpose: scope.purposes[0], categories: scope.categories };
      const seal = () => avow.disclosures.seal('share', { ...handing, to: { party: shop } });
      const shared = await seal();
      const handed = permittedBy(shared, '2.c.6');
      expect(shared).toMatchObject({ duties: ['giveReceipt', 'showInCentre'] });
      expect(handed.sealed).toEqual(['interest']);
      const { disclosure } = handed;
      const open = () => avow.disclosures.open({ disclosure, party: shop });
      return { consent, seal, handed, open };
    };
    const [hers, his] = [await sealed(mei), await sealed(lin)];
    // Which pages speak of them stays here.
    const opened = permittedBy(await hers.open(), '2.c.6');
    expect(await contentOf(hers.handed, opened, key)).toMatchObject({
      values: { interest: '["boats","lamps"]' },
    });

    await avow.consents.withdraw({ person: mei, consent: hers.consent });
    refusedBy(await hers.open(), '2.a.6');
    refusedBy(await hers.seal(), '2.a.1');
    permittedBy(await his.open(), '2.c.6');
    permittedBy(await avow.erase({ person: lin }), 'S.4.1');
    await expect(his.open()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
  });

  it('hands over nothing of interests where there are none, and none to another region', async () => {
    const avow = await market({ interests });
    const person = await member(avow);
    await engageShop(avow);
    const scope = { purposes: ['marketing.partner'], categories: ['interest'] } as const;
    await avow.consents.give({ person, party: shop, action: 'share', language: 'en', ...scope });
    const { categories } = scope;
    const handing = { person, purpose: 'marketing.partner', categories } as const;
    const seal = avow.disclosures.seal('share', { ...handing, to: { party: shop } });
    await expect(seal).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    const sent = avow.transfers.send({ ...handing, to: 'eu' });
    await expect(sent).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'categories' });
  });

  it('shares with a partner on just that permission: given, permitted; withdrawn, refused', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const categories = ['contact.name', 'contact.phone'] as const;
    const purpose = 'marketing.partner';
    const share = () =>
      avow.disclosures.seal('share', { person, purpose, categories, to: { party: shop } });

    const refused = await share();
    refusedBy(refused, '2.a.1');
    const missing = refused.permitted ? [] : refused.missing;
    expect(missing.map(({ steps }) => steps.map(({ fact, by }) => [fact, by]))).toEqual([
      [['permitted', 'person']],
    ]);

    const choice = { person, party: shop, action: 'share', purposes: [purpose] } as const;
    const given = await avow.consents.give({ ...choice, categories, language: 'en' });
    const shared = await share();
    expect(permittedBy(shared, '2.c.6')).toMatchObject({
      sealed: ['contact.name'],
      online: ['contact.phone'],
    });
    expect(shared).toMatchObject({ duties: ['giveReceipt', 'showInCentre'] });

    await avow.consents.withdraw({ person, consent: given.consent });
    refusedBy(await share(), '2.a.1');
    const [last] = await avow.consents.list(person);
    expect(last).toMatchObject({ consent: given.consent, state: 'withdrawn' });
  });
});
