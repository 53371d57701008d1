import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import type { Party } from 'avow';
import type { Visit } from '../../web/visit.ts';
import { short } from '../short.ts';

/** The keys of a party by their thumbprints, revoked ones too. */
export function keys(visit: Visit, { party, keys: list }: Party<Words>): Markup {
  const { words, language, to } = visit;
  const { party: said } = words;
  const mayRevoke = visit.may('revoke') && list.some(({ revoked }) => revoked === undefined);
  const rows = list.map(({ kid, use, jwk, added, revoked }) => [
    short(kid),
    said.uses[use],
    jwk.crv,
    day(added, language),
    revoked === undefined
      ? html`<span class="mark mark-yes">${said.live}</span>`
      : html`<span class="mark mark-no">${said.revoked}</span> ${day(revoked, language)}`,
    ...(mayRevoke
      ? [
          revoked === undefined
            ? html`<a class="act" href="${to('revoke', { party, kid })}" aria-label="${said.revokeOf(kid)}">${said.revoke}</a>`
            : words.listed.none,
        ]
      : []),
  ]);
  const head = [said.key, said.use, said.curve, said.added, said.state];
  return html`<h2 id="keys">${said.keys}</h2><p>${said.keysLead}</p>
${list.length === 0 ? empty(said.noKeys) : table({ caption: said.keys, head: mayRevoke ? [...head, said.revoke] : head, rows })}
${visit.may('key') ? html`<p><a class="button button-plain" href="${to('key', { party })}">${said.addKey}</a></p>` : none}`;
}
