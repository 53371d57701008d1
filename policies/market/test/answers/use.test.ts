import { expect, it } from 'vitest';
import { answer, ask, type Known, type Row } from './answer.ts';

const toCarrier = ask('provide', 'contact.address', 'servicePartner', 'fulfilment');
const carrierOpens = { ...toCarrier, action: 'open' } as const;
const toStranger = ask('provide', 'contact.email', 'unrelated', 'marketing.partner');
const toMarketing = ask('share', 'contact.email', 'marketingPartner', 'marketing.partner');
const promotion = ask('message', 'contact.email', 'person', 'marketing.own');
const accepted = { accepted: true };
const serves: Known = { serving: true, neededForPart: true };
const engaged: Known = { engaged: true, neededForPart: true };

const rows: readonly Row[] = [
  ['a carrier that serves gets the address', toCarrier, serves, 'permitted by 2.a.4'],
  ['not the interests', { ...toCarrier, category: 'interest' }, serves, 'silence'],
  ['nor what its part needs not', toCarrier, { ...serves, neededForPart: false }, 'silence'],
  ['it opens while it serves', carrierOpens, serves, 'permitted by 2.a.4'],
  ['not afterwards', carrierOpens, { ...engaged, serving: false }, 'forbidden by 2.a.5'],
  ['nor when nobody can say', carrierOpens, engaged, 'forbidden by 2.a.5'],
  [
    'nothing is sold to it',
    { ...toCarrier, action: 'sell' },
    { ...serves, permitted: false },
    'forbidden by 2.a.3',
  ],
  ['a stranger gets nothing', toStranger, { ...accepted, permitted: false }, 'forbidden by 2.a.1'],
  ['unless permitted', toStranger, { permitted: true }, 'permitted by 2.a.2'],
  [
    'users collect nothing of others',
    ask('collect', 'contact.phone', 'counterparty', 'account'),
    accepted,
    'forbidden by 2.b.1',
  ],
  ['promotion of our own goes out', promotion, accepted, 'permitted by 2.c.4'],
  ['until it is refused', promotion, { ...accepted, refused: true }, 'forbidden by 2.c.5'],
  [
    'a notice goes out all the same',
    { ...promotion, purpose: 'notice' },
    { accepted: false, refused: true },
    'permitted by 2.c.2',
  ],
  [
    'a marketing partner gets nothing by acceptance',
    toMarketing,
    { ...accepted, ...engaged, permitted: false },
    'forbidden by 2.a.1',
  ],
  ['but on consent', toMarketing, { ...engaged, permitted: true }, 'permitted by 2.c.6'],
  [
    'while it is engaged',
    { ...toMarketing, action: 'open' },
    { permitted: true, engaged: false, neededForPart: false },
    'forbidden by 2.a.6',
  ],
];

it.each(rows)('%s', (_, asked, known, expected) => {
  expect(answer(asked, known)).toBe(expected);
});
