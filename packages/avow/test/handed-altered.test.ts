import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditAvow } from '../src/index.ts';
import { alter } from './alter.ts';
import { permittedBy } from './cited.ts';
import { givePartyKey, newPair } from './party-keys.ts';
import { carrier, engageCarrier, member, openOrder, order } from './people.ts';
import { openMarket, place, storesOf } from './place.ts';

/** A market that handed something over, closed one of two and granted an opening; closed again. */
async function handedOver() {
  const folder = place();
  const avow = await openMarket(folder);
  const [seller, person] = [await member(avow, 'Li'), await member(avow)];
  await engageCarrier(avow);
  await givePartyKey(avow, carrier);
  await openOrder(avow, seller, person);
  const categories = ['contact.name', 'contact.address'] as const;
  const what = {
    person,
    purpose: 'fulfilment',
    categories,
    to: { party: carrier },
    order,
  } as const;
  const [kept, closed] = [
    permittedBy(await avow.disclosures.seal('provide', what), '2.a.4'),
    permittedBy(await avow.disclosures.seal('provide', what), '2.a.4'),
  ];
  permittedBy(await avow.disclosures.open({ ...kept, party: carrier }), '2.a.4');
  await avow.disclosures.close({ person, disclosure: closed.disclosure });
  await avow.close();
  const { database } = await storesOf(folder);
  const anchor = join(folder, 'data-anchor', 'checkpoint');
  const data = typeof database === 'string' ? database : database.data;
  return { data, anchor };
}

const set = (to: string, where: string) => `UPDATE evidence SET ${to} WHERE ${where}`;
const inBody = (from: string, to: string) => `body = replace(body, '${from}', '${to}')`;
const open = "kind = 'disclosure'";
const stranger = JSON.stringify({ ...newPair('P-256', 'enc').jwk, kid: 'theirs' });

const alterations: Readonly<Record<string, string>> = {
  'a JWE': set(inBody('"jwe":"ey', '"jwe":"eY'), open),
  'a content key': set('sealed = substr(sealed, 2)', open),
  'whose a disclosure is': set("party = 'broker'", open),
  'how it was handed over': set(inBody('"provide"', '"share"'), open),
  'when it was': set('at = at + 1', open),
  'a closed one that is open again': set(
    "kind = 'disclosure', state = 'open'",
    "kind = 'disclosure.closed'",
  ),
  'a lease that runs longer': set('until = until + 60000', "kind = 'lease'"),
  'a lease that is gone': "DELETE FROM evidence WHERE kind = 'lease'",
  'an engagement that began earlier': set('at = at - 1', "kind = 'engagement'"),
  'the class that it makes': set(inBody('servicePartner', 'unrelated'), "kind = 'engagement'"),
  'a key of somebody else in place of a party’s': set(`body = '${stranger}'`, "kind = 'party.key'"),
};

it('an audit finds whatever was altered of what was handed over', async () => {
  const { data, anchor } = await handedOver();
  const audited = () => auditAvow({ data, anchor });
  await alter(data, 'CREATE TABLE kept AS SELECT * FROM evidence');
  expect(await audited()).toMatchObject({ ok: true });
  for (const [what, sql] of Object.entries(alterations)) {
    await alter(data, sql);
    expect(await audited(), what).toMatchObject({ ok: false });
    await alter(data, 'DELETE FROM evidence; INSERT INTO evidence SELECT * FROM kept');
  }
  expect(await audited()).toMatchObject({ ok: true });
});
