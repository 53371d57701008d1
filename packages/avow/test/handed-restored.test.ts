import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { expect, it, onTestFinished } from 'vitest';
import { newDatabase } from '../../vault/test/postgres/database.ts';
import {
  asOrderId,
  auditAvow,
  backupAvow,
  createAvow,
  moveAvow,
  type OrderId,
  type PersonId,
  restoreAvow,
} from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { contentOf, givePartyKey } from './party-keys.ts';
import { carrier, engageCarrier, engageShop, member, openOrder, order, shop } from './people.ts';
import { keyring, type Market, place } from './place.ts';

it('what was handed over opens after a backup, a restore and a move, unless it was closed', async () => {
  const folder = place();
  const at = (name: string) => ({
    data: join(folder, name, 'avow.db'),
    keys: join(folder, `${name}-keys`, 'avow.db'),
  });
  const anchor = await newDatabase();
  const first = at('first');
  const start = async (database: { readonly data: string; readonly keys: string }) => {
    const avow: Market = await createAvow({ policy, database, keys: keyring, anchor });
    onTestFinished(() => avow.close());
    return avow;
  };
  const begun = await start(first);
  const key = await givePartyKey(begun, carrier);
  const { engagement } = await engageShop(begun);
  await engageCarrier(begun);
  const [stays, erased, closes] = [
    await member(begun, 'Mei'),
    await member(begun, 'Li'),
    await member(begun, 'An'),
  ];
  await openOrder(begun, stays, erased);
  const another = asOrderId('order-2');
  await openOrder(begun, closes, erased, another);
  const hand = async (person: PersonId, named: OrderId) => {
    const what = { person, purpose: 'fulfilment', categories: ['contact.address'] } as const;
    const asked = { ...what, to: { party: carrier }, order: named } as const;
    return permittedBy(await begun.disclosures.seal('provide', asked), '2.a.4');
  };
  const kept = await hand(stays, order);
  const theirs = await hand(erased, order);
  const closed = await hand(closes, another);
  for (const { disclosure } of [kept, theirs, closed]) {
    permittedBy(await begun.disclosures.open({ disclosure, party: carrier }), '2.a.4');
  }
  await begun.parties.end({ party: shop, engagement });
  await begun.disclosures.close({ person: closes, disclosure: closed.disclosure });
  const to = join(folder, 'backup');
  await backupAvow({ ...first, to });
  await begun.erase({ person: erased });
  await begun.close();

  const second = at('second');
  const from = { data: join(to, 'data'), keys: join(to, 'keys') };
  const restoring = { from, to: second, keyring, anchor, acceptLoss: true };
  expect(await restoreAvow(restoring)).toMatchObject({ ok: true, erased: 1 });
  const third = { data: await newDatabase(), keys: await newDatabase() };
  expect(await moveAvow({ from: second, to: third, keyring, anchor })).toMatchObject({ ok: true });

  const avow = await start(third);
  const open = ({ disclosure }: typeof kept) =>
    avow.disclosures.open({ disclosure, party: carrier });
  const opened = permittedBy(await open(kept), '2.a.4');
  expect(await contentOf(kept, opened, key)).toMatchObject({
    values: { 'contact.address': 'Mei Street 1' },
  });
  refusedBy(await open(closed), '2.a.5');
  await expect(open(theirs)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
  expect((await avow.disclosures.to(carrier)).map((each) => each.disclosure)).toEqual([
    kept.disclosure,
  ]);
  expect(await avow.parties.duties(shop)).toMatchObject([{ state: 'due' }]);
  await avow.close();
  const audited = await auditAvow({
    data: third.data,
    anchor,
    open: { keys: third.keys, keyring },
  });
  expect(audited).toMatchObject({ ok: true });
}, 120_000);
