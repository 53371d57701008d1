import { expect, it } from 'vitest';
import { answer, ask, type Known, type Row } from './answer.ts';

const wish = ask('disclose', 'contact.email', 'unrelated', 'wish');
const toCarrier = ask('disclose', 'contact.address', 'servicePartner', 'fulfilment');
const toCourt = ask('disclose', 'registration.identity', 'authority', 'legal');
const ofViolator = ask('disclose', 'contact.name', 'thirdParty', 'rules.violation');
const ofComplainant = ask('disclose', 'claim', 'respondent', 'dispute.rights');
const ofOtherSide = ask('disclose', 'contact.phone', 'counterparty', 'dispute.order');
const onBasis = ask('disclose', 'contact.name', 'thirdParty', 'rules.basis');

const home: Known = { ordered: true, twoApprovals: true, foreign: false };
const upheld: Known = { violation: true, twoApprovals: true };
const open: Known = { complaint: true, complainantAsked: false };
const performed: Known = { sides: true, performed: true, asked: true };

const rows: readonly Row[] = [
  ['a wish is carried out', wish, { permitted: true }, 'permitted by 3.a.1'],
  ['until it is withdrawn', { ...wish, action: 'open' }, { permitted: false }, 'silence'],
  [
    'an order needs a carrier',
    toCarrier,
    { serving: true, neededForPart: true },
    'permitted by 3.b.1',
  ],
  ['a court is obeyed', toCourt, home, 'permitted by 3.c.1'],
  [
    'so is a duty in law',
    toCourt,
    { ...home, ordered: false, statutory: true },
    'permitted by 3.c.1',
  ],
  ['not a letter', toCourt, { ...home, ordered: false, statutory: false }, 'forbidden by 3.c.2'],
  ['not with one approval', toCourt, { ...home, twoApprovals: false }, 'forbidden by 3.c.2'],
  [
    'nor a foreign court by itself',
    toCourt,
    { ...home, foreign: true, cleared: false },
    'forbidden by 3.c.3',
  ],
  ['a violation is told', ofViolator, upheld, 'permitted by 3.d.1'],
  ['with two approvals', ofViolator, { ...upheld, twoApprovals: false }, 'silence'],
  [
    'a claim is passed on if its author asks',
    ofComplainant,
    { ...open, complainantAsked: true },
    'permitted by 3.e.2',
  ],
  ['a respondent asks in vain', ofComplainant, { ...open, approved: false }, 'silence'],
  ['but for an operator', ofComplainant, { ...open, approved: true }, 'permitted by 3.e.2'],
  ['not the other way', { ...ofComplainant, recipient: 'complainant' }, open, 'forbidden by 3.e.3'],
  ['a side that performed and asked gets contact', ofOtherSide, performed, 'permitted by 3.f.1'],
  ['before that none', ofOtherSide, { ...performed, performed: false }, 'forbidden by 3.f.2'],
  [
    'nor after the order is closed',
    { ...ofOtherSide, action: 'open' },
    { ...performed, sides: false },
    'forbidden by 3.f.2',
  ],
  ['nor anything else', { ...ofOtherSide, category: 'visit.ip' }, performed, 'silence'],
  ['no other basis is published', onBasis, { basis: false, twoApprovals: true }, 'silence'],
  ['one that is counts', onBasis, { basis: true, twoApprovals: true }, 'permitted by 3.g.1'],
];

it.each(rows)('%s', (_, asked, known, expected) => {
  expect(answer(asked, known)).toBe(expected);
});
