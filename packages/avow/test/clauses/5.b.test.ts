import { describe, expect, it } from 'vitest';
import { visiting, visitor } from '../browsing.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { handClock, market, openMarket, place } from '../place.ts';

describe(cited('5.b.1'), () => {
  it('sets and reads nothing for a purpose that was rejected', async () => {
    const { optional, read, needed, choose } = await visitor(await market());
    await choose('accept');
    permittedBy(await optional(), '5.a.2');
    await choose('reject');
    refusedBy(await optional(), '5.b.1');
    refusedBy(await read(), '5.b.1');
    permittedBy(await needed(), '5.a.1');
  });

  it('sets nothing where the browser blocks cookies, until it no longer does', async () => {
    const { needed, finds } = await visitor(await market());
    await finds({ blocksCookies: true });
    refusedBy(await needed(), '5.b.1');
    await finds({ blocksCookies: false });
    permittedBy(await needed(), '5.a.1');
  });

  it('lets nothing through behind a no that is sent against it, again and again', async () => {
    const avow = await market();
    const { optional, read, choose } = await visitor(avow);
    let before = 0;
    let behind = 0;
    for (let round = 0; round < 25; round += 1) {
      await choose('accept');
      const decisions = [optional(), read(), optional()];
      const no = choose('reject');
      decisions.push(optional(), read());
      const { entry } = await no;
      refusedBy(await optional(), '5.b.1');
      for (const decided of await Promise.all(decisions)) {
        expect(decided.permitted).toBe(decided.entry < entry);
        if (decided.permitted) before += 1;
        else behind += 1;
      }
    }
    expect(before + behind).toBe(125);
    expect(before).toBeGreaterThan(0);
  });
});

describe(cited('5.b.2'), () => {
  it('takes the signal as a no, until the person says otherwise', async () => {
    const { optional, needed, choose, finds } = await visitor(await market());
    await choose('accept');
    await finds({ signalsOptOut: true });
    refusedBy(await optional(), '5.b.2');
    permittedBy(await needed(), '5.a.1');

    await choose('accept');
    // The browser goes on asking with every request: that is nothing new.
    await finds({ signalsOptOut: true });
    permittedBy(await optional(), '5.a.2');
  });

  it('goes by which of the two came later, also within one millisecond', async () => {
    // It stands still.
    const clock = handClock();
    const { optional, choose, finds } = await visitor(await market({ clock }));
    for (let round = 0; round < 3; round += 1) {
      await finds({ signalsOptOut: true });
      await choose('accept');
      permittedBy(await optional(), '5.a.2');
      await finds({ signalsOptOut: false });
      await finds({ signalsOptOut: true });
      refusedBy(await optional(), '5.b.2');
    }
  });

  it('is no choice of the person: none is on record, and it is over with the signal', async () => {
    const avow = await market();
    const { optional, person, choose, finds } = await visitor(avow);
    await choose('accept');
    await finds({ signalsOptOut: true });
    expect(await avow.cookies.choices(person)).toEqual({ 'cookies.personal': 'accept' });
    await finds({ signalsOptOut: false });
    permittedBy(await optional(), '5.a.2');
  });
});

describe(cited('5.b.3'), () => {
  it('says with each needed cookie that it is to be explained, and leaves the rest alone', async () => {
    const avow = await market();
    const { needed, finds, person } = await visitor(avow);
    const set = await needed();
    expect(set.permitted && set.duties).toContain('explainCookie');
    expect(permittedBy(set, '5.a.1').cookie.label['en']).toContain('logged in');
    await finds({ blocksCookies: true });
    // What needs no cookie goes on: visits of a device may be received all the same.
    const visit = { person, purpose: 'security', categories: ['visit.page'] } as const;
    permittedBy(await avow.act('use', visit), '1.b.2');
  });
});

describe(cited('5.b.4'), () => {
  it('is withdrawn as of the answer, on record once, and still after a new start', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const { person, choose, read } = await visitor(avow);
    const given = await choose('accept');
    const withdrawn = await choose('reject');
    expect([withdrawn.consent, withdrawn.state]).toEqual([given.consent, 'withdrawn']);
    refusedBy(await read(), '5.b.1');
    await avow.close();
    const again = await openMarket(folder);
    refusedBy(await visiting(again, person).read(), '5.b.1');
    expect(await again.cookies.choices(person)).toEqual({ 'cookies.personal': 'reject' });
    await again.close();
  });
});
