import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { approve, DOCUMENT, operators, ticketOf } from '../desk.ts';
import { historyOf, member } from '../people.ts';
import { type Market, market, openMarket, place } from '../place.ts';

const own = 'c'.repeat(64);

const filing = {
  right: 'trademark',
  title: 'Heron, No. 4711 of Mei Ltd',
  listing: 'listing-7',
  document: DOCUMENT,
} as const;

async function complained(avow: Market) {
  const complainant = await member(avow, 'Mei');
  const respondent = await member(avow, 'Lan');
  const claimed = await avow.collect({
    ...{ person: complainant, purpose: 'dispute.rights' },
    fields: { claim: 'They sell my herons.' },
  });
  const staff = await operators(avow);
  const { case: id } = await avow.desk.complaints.file({ ...filing, complainant, respondent });
  return { complainant, respondent, staff, id, claimed };
}

const look = (avow: Market, view: string, user: PersonId) =>
  avow.desk.portal.look({ view, as: { user } });

describe(cited('3.e.1'), () => {
  it('takes the claim, sealed, and who complains is not in clear by the title of the right', async () => {
    const avow = await market();
    const { complainant, respondent, staff, id, claimed } = await complained(avow);
    permittedBy(claimed, '3.e.1');
    const by = staff[0];
    await expect(avow.desk.complaints.read({ case: id, by })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    await avow.desk.cases.assign({ case: id, by, operator: by });
    expect(await avow.desk.complaints.read({ case: id, by })).toMatchObject(filing);
    // What a form with a name in it says, its digest says to whoever tries names: so neither side has the other's.
    await avow.desk.complaints.counter({ case: id, by: respondent, text: 'Ours.', document: own });
    const readBy = (side: PersonId) => avow.desk.complaints.read({ case: id, by: side });
    expect(await readBy(respondent)).toMatchObject({
      ...{ title: '', document: undefined, counters: [{ text: 'Ours.', document: own }] },
    });
    expect(await readBy(complainant)).toMatchObject({
      ...{ title: filing.title, document: DOCUMENT },
      counters: [{ text: 'Ours.', document: undefined }],
    });
    expect(await readBy(by)).toMatchObject({ document: DOCUMENT, counters: [{ document: own }] });
    const shown = { person: complainant, purpose: 'dispute.rights', to: { staff: by } } as const;
    const asked = { ...shown, categories: ['claim'], case: id } as const;
    expect(permittedBy(await avow.act('show', asked), 'P.4').values).toEqual({
      claim: 'They sell my herons.',
    });
  });
});

describe(cited('3.e.1'), () => {
  it('takes no fifty-first complaint of somebody before one of theirs is closed', async () => {
    const avow = await market();
    const { complainant, respondent, staff, id } = await complained(avow);
    const file = () => avow.desk.complaints.file({ ...filing, complainant, respondent });
    const filed = await Promise.allSettled(Array.from({ length: 51 }, file));
    expect(filed.filter(({ status }) => status === 'fulfilled')).toHaveLength(49);
    await expect(file()).rejects.toMatchObject({ code: 'AVOW_TOO_MANY', field: 'complainant' });
    await avow.desk.cases.close({ case: id, by: staff[0] });
    await file();
  });
});

describe(cited('3.e.2'), () => {
  it('passes a verified complaint on by its author’s own wish, to the one complained of alone, while it is open', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { complainant, respondent, staff, id } = await complained(first);
    const deliver = (avow: Market, by: PersonId) => avow.desk.cases.deliver({ case: id, by });
    await first.desk.complaints.ask({ case: id, by: complainant });
    refusedBy(await deliver(first, complainant), 'P.1');
    await first.desk.complaints.verify({ case: id, by: staff[0] });
    const decided = await deliver(first, complainant);
    expect(decided).toMatchObject({ duties: ['tellPerson', 'countGround'] });
    const ticket = ticketOf(decided);
    await expect(
      first.desk.portal.redeem({ ticket, as: { user: complainant } }),
    ).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    await first.close();

    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    // Of two who redeem a ticket at the same time one has it.
    const both = await Promise.allSettled(
      [1, 2].map(() => avow.desk.portal.redeem({ ticket, as: { user: respondent } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const view = both.flatMap((each) => (each.status === 'fulfilled' ? each.value.view : []))[0]!;
    expect(permittedBy(await look(avow, view, respondent), '3.e.2').values).toEqual({
      ...{ 'contact.name': 'Mei', 'contact.phone': '+86 Mei 1', claim: 'They sell my herons.' },
    });
    const opened = (await historyOf(avow, complainant, 1))[0]!;
    expect(opened.what).toMatchObject({ action: 'open', recipient: 'respondent', case: id });
    const answer = { case: id, by: respondent, text: 'They are geese.' };
    expect(await avow.desk.complaints.counter(answer)).toMatchObject({ countered: 1 });
    expect(await avow.desk.complaints.read({ case: id, by: complainant })).toMatchObject({
      counters: [{ text: 'They are geese.' }],
    });
    await avow.desk.cases.close({ case: id, by: staff[0] });
    refusedBy(await look(avow, view, respondent), 'P.1');
  });

  it('takes one of us where the other side asks, and no ticket is redeemed behind the closing', async () => {
    const avow = await market();
    const { respondent, staff, id } = await complained(avow);
    const [one, two] = staff;
    await avow.desk.complaints.verify({ case: id, by: one });
    const { digest } = (await avow.desk.cases.approvable(id))!;
    const early = avow.desk.cases.approve({ case: id, by: two, digest });
    await expect(early).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'case' });
    await avow.desk.complaints.ask({ case: id, by: respondent });
    refusedBy(await avow.desk.cases.deliver({ case: id, by: one }), 'P.1');
    await approve(avow, id, [two]);
    const ticket = ticketOf(await avow.desk.cases.deliver({ case: id, by: one }));
    const as = { user: respondent };
    const [redeeming] = await Promise.allSettled([
      avow.desk.portal.redeem({ ticket, as }),
      avow.desk.cases.close({ case: id, by: one }),
    ]);
    if (redeeming.status === 'fulfilled') {
      refusedBy(await look(avow, redeeming.value.view, respondent), 'P.1');
    } else {
      expect(redeeming.reason.code).toBe('AVOW_STATE');
    }
  });
});

describe(cited('3.e.3'), () => {
  it('refuses whoever complains, whatever was asked and approved', async () => {
    const avow = await market();
    const { complainant, respondent, staff, id } = await complained(avow);
    await avow.desk.complaints.verify({ case: id, by: staff[0] });
    await avow.desk.complaints.ask({ case: id, by: complainant });
    const turned = { person: respondent, purpose: 'dispute.rights', case: id } as const;
    const asked = { ...turned, categories: ['contact.name'], to: { user: complainant } } as const;
    expect(await avow.preview('disclose', asked)).toEqual({
      ...{ permitted: false, sentence: '3.e.3', recipient: 'complainant' },
    });
    await expect(avow.act('disclose', asked)).rejects.toMatchObject({ code: 'AVOW_INPUT' });
  });
});
