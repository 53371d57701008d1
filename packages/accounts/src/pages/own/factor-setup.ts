import { field, html, type Markup, raw } from '@avow/server/look';
import encodeQR from 'qr';
import type { Begun } from '../../face.ts';
import type { PageWords } from '../words/index.ts';
import { actions } from './page.ts';

/**
 * A second factor on its way: the picture for the authenticator, drawn here and fetched from nowhere, the
 * same secret to type, the recovery codes, and the field for the first code.
 */
export function setup(words: PageWords, begun: Begun, action: string): Markup {
  const said = words.own.secondFactor;
  return html`<h2>${said.scan}</h2>
<div class="qr" role="img" aria-label="${said.picture}">${raw(encodeQR(begun.uri, 'svg', { border: 4 }))}</div>
<p>${said.type} <code class="secret">${spaced(begun.secret)}</code></p>
<h2>${said.recovery}</h2><p>${said.recoveryHelp}</p>
<ul class="codes">${begun.recoveryCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
${firstCode(words, action)}`;
}

export function firstCode(words: PageWords, action: string, error?: string): Markup {
  const said = words.own.secondFactor;
  return html`<form method="post" action="${action}" novalidate>
${field({ name: 'code', label: said.code, error, autocomplete: 'one-time-code', limit: 12, required: true })}
${actions(said.finish)}</form>`;
}

/** In fours, as people type it. */
const spaced = (secret: string): string => secret.replace(/=+$/, '').replace(/.{4}(?=.)/g, '$& ');
