import { expect, it } from 'vitest';
import { answer, ask, type Row } from './answer.ts';

const register = ask('collect', 'contact.name', 'platform', 'account');
const visit = ask('observe', 'visit.page', 'platform', 'security');
const delivery = ask('acquire', 'partner.profile', 'platform', 'service.personal');
const firm = ask('show', 'enterprise.name', 'public', 'account');
const keyword = ask('store', 'search.keyword', 'platform', 'keeping');
const accepted = { accepted: true };

const rows: readonly Row[] = [
  ['a person who accepted registers', register, accepted, 'permitted by 1.a.1'],
  ['one who declined does not', register, { accepted: false }, 'forbidden by P.9'],
  ['nor one of whom nothing is known', register, {}, 'forbidden by P.9'],
  ['the form asks for no interests', { ...register, category: 'interest' }, accepted, 'silence'],
  ['the name of a firm is public', firm, {}, 'permitted by 1.a.3'],
  [
    'an organisation that accepted has its name kept',
    { ...firm, action: 'store', recipient: 'platform', purpose: 'keeping' },
    accepted,
    'permitted by 1.a.2',
  ],
  ['its contact person is not', { ...firm, category: 'organisation.contact' }, {}, 'silence'],
  ['a visit by a device is recorded', visit, { device: true }, 'permitted by 1.b.1'],
  ['a contact is not', { ...visit, category: 'contact.email' }, accepted, 'silence'],
  [
    'joining a visit needs acceptance',
    { ...visit, action: 'join' },
    { accepted: false },
    'silence',
  ],
  ['and has it', { ...visit, action: 'join' }, accepted, 'permitted by 1.b.5'],
  [
    'a partner hands in by lawful means',
    delivery,
    { accepted: true, lawfulMeans: true },
    'permitted by 1.c.1',
  ],
  ['and otherwise not', delivery, { accepted: true, lawfulMeans: false }, 'silence'],
  [
    'nor about people who declined',
    delivery,
    { accepted: false, lawfulMeans: true },
    'forbidden by P.9',
  ],
  ['a search word is of nobody', keyword, accepted, 'forbidden by 1.d.1'],
  ['and joins nobody', { ...keyword, action: 'join' }, accepted, 'forbidden by 1.d.1'],
];

it.each(rows)('%s', (_, asked, known, expected) => {
  expect(answer(asked, known)).toBe(expected);
});
