import { expect, it } from 'vitest';
import { begin, broughtTo, engagePanel, lines, reader, rejectsOf } from './deliveries.ts';
import { market } from './place.ts';

const address = 'mei@example.com';

it('finds nobody by an address with something behind it, in it or around its domain', async () => {
  const avow = await market();
  const mei = await reader(avow, address);
  const { engagement } = await engagePanel(avow);
  const { import: id } = await begin(avow, engagement);
  const wrong = [
    'mei@example.com/x',
    'mei@example.com?x',
    'mei@example.com#x',
    'mei@example.com\\x',
    'mei@ex%61mple.com',
    'mei@exam\nple.com',
    'mei@exam\tple.com',
  ];
  const same = ['\u{feff} MEI@EXAMPLE.com\u{a0}', 'mei@ｅxample。com'];
  const rows = [...wrong, ...same].map((email) => ({ email, likes: 'boats' }));
  const done = await avow.imports.rows(id, lines(...rows));
  expect(done).toMatchObject({ kept: 1, rejected: { unmatched: wrong.length, duplicate: 1 } });
  expect(await broughtTo(avow, mei)).toEqual([['panel', 'boats']]);
});

it('takes one line about a person, wherever the second one stands and whatever it is about', async () => {
  const avow = await market();
  await reader(avow, address);
  const { engagement } = await engagePanel(avow);
  const about = { email: address };
  for (const between of [0, 150]) {
    const { import: id } = await avow.imports.begin({
      ...{ party: (await begin(avow, engagement)).party, engagement, format: 'ndjson' },
      evidence: { document: 'A'.repeat(43) },
      match: 'contact.email',
      map: { email: 'contact.email', likes: 'partner.profile', phone: 'partner.contact' },
    });
    const others = Array.from({ length: between }, () => ({ email: 'x@example.com', likes: 'x' }));
    const rows = [{ ...about, likes: 'boats' }, ...others, { ...about, phone: '+86 1' }];
    const done = await avow.imports.rows(id, lines(...rows));
    expect(done).toMatchObject({ kept: 1, rejected: { duplicate: 1 } });
    expect((await rejectsOf(avow, id)).at(-1)).toEqual({ line: between + 2, code: 'duplicate' });
  }
});
