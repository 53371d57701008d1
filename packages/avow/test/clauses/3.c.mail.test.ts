import { describe, expect, it } from 'vitest';
import { type CaseId, type EntryId, tellingLetter } from '../../src/index.ts';
import { cited, permittedBy } from '../cited.ts';
import { approve, court, engage, operators, orderOf } from '../desk.ts';
import { mailServer } from '../mail-server.ts';
import { reader, wayTo } from '../notified.ts';
import { historyOf } from '../people.ts';
import { DAY, handClock, market } from '../place.ts';

const categories = ['contact.email'] as const;

/** Somebody with an address, and what a court ordered of them: delivered. */
async function delivered(
  bar?: { readonly until?: number },
  port?: number,
  does: Parameters<typeof mailServer>[0] = {},
) {
  const server = await mailServer(does);
  const clock = handClock();
  const { mail, address } = wayTo(port ?? server.port);
  const write = tellingLetter({
    name: () => 'Harbour Market',
    told: (to) => `https://harbour.example/mine/told?lang=${to}`,
  });
  const avow = await market({ clock, tellings: { mail, address, write } as never });
  const person = await reader(avow, 'mei@example.net');
  const staff = await operators(avow);
  await engage(avow, court, 'authority');
  const more = { categories, ...(bar && { bar }) };
  const evidence = await orderOf(avow, person, staff, clock.now(), more);
  const [by, second, third] = staff;
  const about = { person, by, to: { party: court }, categories, evidence } as const;
  const { case: id } = await avow.desk.cases.open({ type: 'law', ...about });
  await approve(avow, id as CaseId, [second, third]);
  permittedBy(await avow.desk.cases.deliver({ case: id, by }), '3.c.1');
  return { ...server, avow, clock, person, by, order: evidence };
}

describe(cited('3.c.4'), () => {
  it('is told by mail as well, once, and the mail says nothing of what, to whom or why', async () => {
    const { avow, person, taken, letters } = await delivered();
    expect(await avow.desk.send()).toBe(1);
    expect(await avow.desk.send()).toBe(0);
    expect(taken).toEqual(['mei@example.net']);
    // Its lines are folded (RFC 2045, quoted-printable).
    const letter = letters[0]?.replaceAll('=\n', '') ?? '';
    expect(letter).toContain('https://harbour.example/mine/told');
    expect(letter).not.toMatch(/court|\blaw\b|contact/i);
    const lines = await historyOf(avow, person);
    const sent = lines.find(({ what }) => what.kind === 'decision' && what.action === 'message');
    expect(sent?.what).toMatchObject({ purpose: 'notice', permitted: true });
    permittedBy(await avow.openReceipt({ person, entry: sent?.entry as EntryId }), 'S.2.2');
  });

  it('sends nothing while a bar stands, and once it has ended by its time or by somebody', async () => {
    const until = handClock().now() + 5 * DAY;
    const byTime = await delivered({ until });
    const bySomebody = await delivered({});
    for (const { avow, clock } of [byTime, bySomebody]) {
      clock.pass(4 * DAY);
      await avow.desk.tidy();
      expect(await avow.desk.send()).toBe(0);
    }
    byTime.clock.pass(DAY);
    await byTime.avow.desk.tidy();
    const { avow, order, by } = bySomebody;
    await avow.desk.orders.endBar({ order, by });
    for (const each of [byTime, bySomebody]) {
      expect(await each.avow.desk.send()).toBe(1);
      expect(each.taken).toEqual(['mei@example.net']);
    }
  });

  it('is rather told twice than never, where the mail server takes it and hangs up', async () => {
    let hangsUp = true;
    const does = { hangsUp: () => hangsUp };
    const { avow, clock, taken } = await delivered(undefined, undefined, does);
    await avow.desk.send();
    hangsUp = false;
    clock.pass(DAY);
    await avow.desk.send();
    clock.pass(DAY);
    expect(await avow.desk.send()).toBe(0);
    expect(taken).toEqual(['mei@example.net', 'mei@example.net']);
  });

  it('is tried again where the mail server was not there, and forgotten with whoever is erased', async () => {
    const { avow, clock, person } = await delivered(undefined, 1);
    expect(await avow.desk.send()).toBe(1);
    expect(await avow.desk.send()).toBe(0);
    clock.pass(DAY);
    expect(await avow.desk.send()).toBe(1);
    permittedBy(await avow.erase({ person }), 'S.4.1');
    clock.pass(DAY);
    expect(await avow.desk.send()).toBe(0);
  });
});
