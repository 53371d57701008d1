import { expect, it } from 'vitest';
import { permittedBy } from './cited.ts';
import { DOCUMENT, operators, ticketOf } from './desk.ts';
import { reader } from './notified.ts';
import { engageCarrier, member, openOrder, order } from './people.ts';
import { DAY, handClock, market } from './place.ts';

it('of a case that is over nothing is handed over or shown, though its order goes on', async () => {
  const clock = handClock();
  const avow = await market({ clock });
  const seller = await member(avow, 'Li');
  const buyer = await member(avow, 'Mei');
  const [operator] = await operators(avow);
  await engageCarrier(avow);
  await openOrder(avow, seller, buyer);
  const categories = ['contact.phone'] as const;
  await avow.orders.perform({ order, by: seller });
  await avow.orders.ask({ order, by: seller, categories });
  const as = { user: seller };
  const opened = async (expires: number) => {
    const about = { type: 'order', person: buyer, order, categories, expires } as const;
    const { case: id } = await avow.desk.cases.open({ ...about, by: seller, to: as });
    const ticket = ticketOf(await avow.desk.cases.deliver({ case: id, by: seller }));
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    permittedBy(await avow.desk.portal.look({ view, as }), '3.f.1');
    return { id, view };
  };

  const over = { code: 'AVOW_STATE', field: 'view' };
  const closed = await opened(clock.now() + 9 * DAY);
  await avow.desk.cases.close({ case: closed.id, by: operator });
  await expect(avow.desk.portal.look({ view: closed.view, as })).rejects.toMatchObject(over);
  const expired = await opened(clock.now() + DAY);
  clock.pass(DAY);
  await expect(avow.desk.portal.look({ view: expired.view, as })).rejects.toMatchObject(over);
  const late = avow.desk.cases.deliver({ case: expired.id, by: seller });
  await expect(late).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'case' });
});

it('nobody is written to answer a complaint that is over, or that went with whoever complained', async () => {
  const written: string[] = [];
  const write = () => ({ subject: 'a case', text: 'a case concerns you' });
  const mail = {
    send: async ({ to }: { readonly to: string }) => void written.push(to),
    close: () => undefined,
  };
  const avow = await market({ tellings: { mail, address: 'contact.email', write, call: write } });
  const [operator] = await operators(avow);
  const complained = async (name: string) => {
    const complainant = await member(avow, `Mei ${name}`);
    const respondent = await reader(avow, `${name}@harbour.example`);
    const about = { right: 'trademark', title: 'Heron', listing: 'listing-7' } as const;
    const filing = { ...about, complainant, respondent, document: DOCUMENT };
    return { complainant, id: (await avow.desk.complaints.file(filing)).case };
  };
  const over = await complained('over');
  const gone = await complained('gone');
  await complained('open');
  await avow.desk.cases.close({ case: over.id, by: operator });
  permittedBy(await avow.erase({ person: gone.complainant }), 'S.4.1');
  await avow.desk.send();
  expect(written).toEqual(['open@harbour.example']);
});

it('an appeal is settled also when the one whom it was about has gone meanwhile', async () => {
  const avow = await market();
  const complainant = await member(avow, 'Mei');
  const respondent = await member(avow, 'Lan');
  const [one, two] = await operators(avow);
  const about = { right: 'trademark', title: 'Heron', listing: 'listing-7' } as const;
  const filing = { ...about, complainant, respondent, document: DOCUMENT };
  const { case: id } = await avow.desk.complaints.file(filing);
  await avow.desk.cases.assign({ case: id, by: one, operator: one });
  const { case: appeal } = await avow.desk.cases.appeal({ case: id, by: respondent });
  permittedBy(await avow.erase({ person: complainant }), 'S.4.1');
  const settling = { case: appeal, upheld: true };
  await expect(avow.desk.cases.settle({ ...settling, by: one })).rejects.toMatchObject({
    ...{ code: 'AVOW_STATE', field: 'by' },
  });
  expect(await avow.desk.cases.settle({ ...settling, by: two })).toMatchObject({ state: 'closed' });
});
