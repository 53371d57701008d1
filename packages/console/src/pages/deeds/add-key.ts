import { faults, field, html } from '@avow/server/look';
import { asPartyId, isAvowFault, type PartyId, type PublicJwk } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { isKnown, partyNamed } from '../party/page.ts';
import { partyDeedPage } from './confirm.ts';

type Wrong = keyof Visit['words']['key']['wrong'];

/** Members that a private key has and a public one has not (RFC 7518 section 6). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
/** The same wherever it stands: in a set of keys, in what is no JSON for want of a brace, in a PEM file. */
const privateText = new RegExp(`PRIVATE KEY|"(?:${privateMembers.join('|')})"\\s*:`);

/** The form for a public key of a party, pasted as it was sent. */
export const key =
  ({ avow }: Console): Handle =>
  async (c) => {
    const party = partyNamed(c);
    return (await isKnown(avow, party)) ? keyForm(c, party) : faultPage(c, 'notFound');
  };

export const addingKey =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['party', 'jwk', 'once']);
    const party = asPartyId(form.party);
    if (!(await isKnown(avow, party))) return faultPage(c, 'notFound');
    // It is not shown again: whatever was private about it is to stand in one page less.
    if (privateText.test(form.jwk)) return keyForm(c, party, 'private');
    const jwk = objectIn(form.jwk);
    if (jwk === undefined) return keyForm(c, party, 'json', form.jwk);
    if (privateMembers.some((member) => member in jwk)) return keyForm(c, party, 'private');
    try {
      const what = { party, jwk: jwk as unknown as PublicJwk, by };
      await avow.parties.addKey({ ...what, ...keyOf(form) });
    } catch (fault) {
      const wrong = wrongIn(fault);
      if (wrong === undefined) throw fault;
      return keyForm(c, party, wrong, form.jwk);
    }
    return c.redirect(c.var.visit.to('party', { party, done: 'keyAdded' }), 303);
  };

function keyForm(c: Seen, party: PartyId, wrong?: Wrong, value = '') {
  const { visit } = c.var;
  const { key: said } = visit.words;
  const error = wrong === undefined ? undefined : said.wrong[wrong];
  const main = partyDeedPage(visit, {
    route: 'addingKey',
    party,
    title: said.title,
    lead: said.lead,
    inside: html`${faults(visit.language, error === undefined ? [] : [{ name: 'jwk', error }])}
${field({ name: 'jwk', label: said.field, hint: said.hint, error, value, lines: 8, limit: 4_000, autocomplete: 'off', required: true })}`,
    button: said.button,
  });
  return c.html(consolePage(visit, said.title, main), wrong === undefined ? 200 : 422);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    const isObject = typeof found === 'object' && found !== null && !Array.isArray(found);
    return isObject ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What the library would not take, by the place that it names; undefined: a fault of another kind. */
function wrongIn(fault: unknown): Wrong | undefined {
  if (isAvowFault(fault, 'AVOW_EXISTS')) return 'exists';
  if (isAvowFault(fault, 'AVOW_TOO_MANY')) return 'many';
  if (!isAvowFault(fault, 'AVOW_INPUT') || !fault.field?.startsWith('jwk')) return undefined;
  switch (fault.field) {
    case 'jwk.crv':
      return 'crv';
    case 'jwk.kty':
      return 'kty';
    case 'jwk.use':
      return 'use';
    case 'jwk.kid':
      return 'kid';
    default:
      return 'point';
  }
}
