import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditAvow, type CaseId, type PersonId } from '../src/index.ts';
import { alter } from './alter.ts';
import { permittedBy } from './cited.ts';
import { approve, court, engage, insurer, operators, orderOf } from './desk.ts';
import { member } from './people.ts';
import { DAY, handClock, type Market, openMarket, place, storesOf } from './place.ts';

const name = ['contact.name'] as const;
const clock = handClock();

/** A case on an order, which one of two approved and was delivered once, and a violation; closed again. */
async function heardCase() {
  const folder = place();
  const avow = await openMarket(folder, { clock });
  const person = await member(avow);
  const staff = await operators(avow);
  const [by, two, three] = staff;
  await engage(avow, court, 'authority');
  await engage(avow, insurer, 'thirdParty');
  const evidence = await orderOf(avow, person, staff, clock.now());
  const opening = { type: 'law', person, by, to: { party: court }, categories: name } as const;
  const { case: id } = await avow.desk.cases.open({ ...opening, evidence: evidence as never });
  await approve(avow, id, [two, three]);
  permittedBy(await avow.desk.cases.deliver({ case: id, by }), '3.c.1');
  const { violation } = await avow.registers.violations.record({
    ...{ person, rule: 'sell-only-what-is-yours', happened: clock.now() - DAY, by },
    ...{ thirdParty: insurer, reason: 'See the letter.' },
  });
  await avow.registers.violations.uphold({ violation, by: two });
  await avow.close();
  const { database } = await storesOf(folder);
  const data = typeof database === 'string' ? database : database.data;
  return { folder, data, id, staff, violation };
}

const set = (to: string, where: string) => `UPDATE evidence SET ${to} WHERE ${where}`;
const inBody = (from: string, to: string) => `body = replace(body, '${from}', '${to}')`;
const desk = (kind: string) => `kind = 'desk.${kind}'`;

/** One field, or one row, of what stands at the desk; and whether the case could be delivered on it. */
const alterations = ({ staff: [one, two, three, four] }: { staff: readonly PersonId[] }) => ({
  'what a case asks for': [set(inBody('contact.name', 'contact.phone'), desk('case')), 'refused'],
  'to whom it leads': [set("party = 'insurer'", desk('case')), 'refused'],
  'how long it goes on': [set(inBody('"expires":1', '"expires":2'), desk('case')), 'refused'],
  'who opened it': [
    set(inBody(`"openedBy":"${one}"`, `"openedBy":"${four}"`), desk('case')),
    'refused',
  ],
  'that it is closed': [set("state = 'closed'", desk('case')), 'refused'],
  'what an order covers': [
    set(inBody('contact.phone', 'contact.address'), desk('order')),
    'refused',
  ],
  'that it is verified': [set("state = 'recorded'", desk('order')), 'refused'],
  'until when it is': [set(inBody('"until":1', '"until":2'), desk('order')), 'refused'],
  'who approved': [
    set(
      inBody(`"by":"${three}"`, `"by":"${four}"`),
      `${desk('approval')} AND body LIKE '%${three}%'`,
    ),
    'refused',
  ],
  'an approval that is gone': [
    `DELETE FROM evidence WHERE ${desk('approval')} AND body LIKE '%${two}%'`,
    'refused',
  ],
  'that a portal waits': [set("state = 'redeemed'", desk('portal')), undefined],
});

it('whatever is altered of the desk by hand is found by an audit, and delivers nothing', async () => {
  const { folder, data, id, staff } = await heardCase();
  const anchor = join(folder, 'data-anchor', 'checkpoint');
  const audited = () => auditAvow({ data, anchor });
  const deliver = async (avow: Market) =>
    avow.desk.cases.deliver({ case: id as CaseId, by: staff[0] }).then(
      ({ permitted }) => (permitted ? 'delivered' : 'refused'),
      () => 'fault',
    );
  await alter(data, 'CREATE TABLE kept AS SELECT * FROM evidence');
  for (const [what, [sql = '', becomes]] of Object.entries(alterations({ staff }))) {
    await alter(data, sql);
    expect(await audited(), what).toMatchObject({ ok: false });
    if (becomes !== undefined) {
      const avow = await openMarket(folder, { clock });
      expect(await deliver(avow).finally(() => avow.close()), what).toBe(becomes);
    }
    await alter(data, 'DELETE FROM evidence; INSERT INTO evidence SELECT * FROM kept');
  }
  expect(await audited()).toMatchObject({ ok: true });
});

it('what was altered is not made right by what is done with it afterwards', async () => {
  const { folder, data, id, staff, violation } = await heardCase();
  await alter(data, set(inBody('contact.name', 'contact.phone'), desk('case')));
  await alter(data, set(inBody('insurer', 'court'), "kind = 'register.violation'"));
  const avow = await openMarket(folder, { clock });
  for (const attempt of [
    () => avow.desk.cases.close({ case: id as CaseId, by: staff[3] }),
    () => avow.registers.violations.reverse({ violation, by: staff[3] }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_UNRECORDED' });
  }
  await avow.close();
  const anchor = join(folder, 'data-anchor', 'checkpoint');
  expect(await auditAvow({ data, anchor })).toMatchObject({
    ...{ ok: false, finding: { kind: 'row-altered', table: 'evidence' } },
  });
});
