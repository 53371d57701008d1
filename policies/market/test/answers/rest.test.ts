import { compile } from '@avow/policy';
import { expect, it } from 'vitest';
import { harbourMarket, marketPolicy } from '../../src/index.ts';
import { answer, ask, type Known, type Row } from './answer.ts';

const keep = ask('store', 'contact.name', 'platform', 'keeping');
const login = ask('setCookie', 'cookie.identifier', 'platform', 'cookies.needed');
const promotion = ask('setCookie', 'cookie.identifier', 'platform', 'cookies.promotion');
const yields = ask('derive', 'cookie.yield', 'platform', 'service.personal');
const secret = ask('show', 'registration.secret', 'person', 'rights');
const leak = ask('collect', 'report', 'platform', 'security');
const joinOrder = ask('join', 'register.order', 'counterparty', 'dispute.order');
const own = ask('show', 'interest', 'person', 'rights');

const open: Known = { blocked: false, signalled: false };
const performed: Known = { sides: true, performed: true, asked: true, self: false };
const alone: Known = { self: false, sides: false, violation: false };
const accepted: Known = { accepted: true };
const self: Known = { self: true };

const rows: readonly Row[] = [
  ['it is kept at home', keep, accepted, 'permitted by 4.1'],
  ['not before accepting', keep, { accepted: false }, 'silence'],
  ['not abroad', keep, { abroad: true, mechanism: false }, 'forbidden by 4.3'],
  ['nor where nobody knows', keep, { abroad: undefined }, 'forbidden by 4.3'],
  ['but by a mechanism', keep, { ...accepted, abroad: true, mechanism: true }, 'permitted by 4.1'],
  ['a login sets its cookie', login, open, 'permitted by 5.a.1'],
  ['not against a refusal', login, { ...open, refused: true }, 'forbidden by 5.b.1'],
  ['nor where the browser blocks', login, { ...open, blocked: true }, 'forbidden by 5.b.1'],
  ['promotion waits for a yes', promotion, { ...open, permitted: false }, 'silence'],
  ['and comes after it', promotion, { ...open, permitted: true }, 'permitted by 5.a.2'],
  [
    'not if the browser asks otherwise',
    promotion,
    { ...open, permitted: true, signalled: true },
    'forbidden by 5.b.2',
  ],
  [
    'nor do its yields serve otherwise',
    yields,
    { ...open, ...accepted, permitted: true },
    'silence',
  ],
  ['a password is shown to nobody', secret, self, 'forbidden by 6.a.2'],
  ['a leak needs no account', leak, { accepted: false }, 'permitted by 6.b.4'],
  ['an order joins under 3.f', joinOrder, performed, 'permitted by 6.c.2'],
  [
    'and serves no interests',
    { ...joinOrder, recipient: 'platform', purpose: 'service.personal' },
    alone,
    'forbidden by 6.c.2',
  ],
  ['one sees what is held', own, self, 'permitted by S.2.1'],
  ['others do not', own, { self: false }, 'silence'],
  [
    'one takes it along from anywhere, without an agreement',
    { ...own, action: 'export' },
    { self: true, accepted: false, abroad: true },
    'permitted by S.2.1',
  ],
  ['one corrects', { ...own, action: 'edit' }, self, 'permitted by S.3.1'],
  ['one erases', { ...own, action: 'erase' }, { ...self, onHold: false }, 'permitted by S.4.1'],
  [
    'what a legal hold covers is not erased',
    { ...own, action: 'erase' },
    { ...self, onHold: true },
    'forbidden by S.4.4',
  ],
  ['but closed', { ...own, action: 'restrict' }, { ...self, onHold: true }, 'permitted by S.4.4'],
];

it.each(rows)('%s', (_, asked, known, expected) => {
  expect(answer(asked, known)).toBe(expected);
});

it('sets optional cookies until refused, where the platform chooses the way of the source', () => {
  const engine = compile(marketPolicy({ ...harbourMarket, cookies: 'unless-refused' }));
  expect(answer(promotion, open, engine)).toBe('permitted by 5.a.2');
  expect(answer(promotion, { ...open, refused: true }, engine)).toBe('forbidden by 5.b.1');
});
