import type { Words } from '@avow/policy';
import { html, type Markup } from '@avow/server/look';
import type { Approvable } from 'avow';
import { answered } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';

/** What the policy would answer if the case were delivered now, and what would have to be there. */
export function allowed(visit: Visit, approvable: Approvable<Words>): Markup {
  const { desk: said } = visit.words;
  const { wouldPermit: permitted, sentence, missing } = approvable;
  const isOver = approvable.case.state !== 'open';
  return html`<h2>${said.policySays}</h2>${answered(
    visit,
    { permitted, sentence, missing: isOver ? [] : missing },
    {
      title: permitted ? said.wouldPermit : said.wouldRefuse,
      body: html`<p class="quiet small">${said.notDecided}</p>`,
    },
  )}`;
}
