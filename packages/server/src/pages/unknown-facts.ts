import type { Policy } from '@avow/policy';
import { html, type Markup, none } from '../look/index.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** The facts that nothing reads yet: they stay unknown, and doubt is a no. */
export function unknownFacts(site: Site, policy: Policy, language: string): Markup {
  const missing = site.avow.facts().filter(({ built }) => !built);
  if (missing.length === 0) return none;
  const { facts } = policy.vocabulary;
  return html`<h2 id="not-built">${pageWords(language).notBuilt}</h2>
<ul>${missing.map(
    ({ fact, from }) => html`<li>${facts[fact]?.label[language] ?? fact} <code>${from}</code></li>`,
  )}</ul>`;
}
