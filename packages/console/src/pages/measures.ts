import { html } from '@avow/server/look';
import { measuresTold } from '@avow/server/mounted';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import type { Console } from '../web/visit.ts';

/** What the policy promises for protection, checked on the running system when somebody looks. */
export const measures =
  ({ avow, measures: asked, policy = '/policy' }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, language } = visit;
    const found = await (asked?.() ?? avow.measures());
    // What does not work comes first; the order is kept otherwise.
    const sorted = found.toSorted(
      (a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'),
    );
    const main = html`<h1>${words.measures.title}</h1><p class="lead">${words.measures.lead}</p>
${measuresTold(sorted, { language, policy })}`;
    return c.html(consolePage(visit, words.measures.title, main));
  };
