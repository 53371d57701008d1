import { html, none, terms } from '@avow/server/look';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import type { Console } from '../web/visit.ts';
import { deedsDone } from './deeds-done.ts';
import { doersOf } from './doers.ts';

/** The log as it stands: its name and key, how far it has come, whether it keeps up, its newest checkpoint. */
export const log =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, language } = visit;
    const { log: said } = words;
    const [checkpoint, pending, ready, deeds] = await Promise.all([
      avow.log.checkpoint(),
      avow.log.pending(),
      avow.ready(),
      avow.desk.deeds(),
    ]);
    const doers = await doersOf(
      visit,
      deeds.map(({ by }) => by),
    );
    const number = (value: number) => value.toLocaleString(language);
    // C2SP tlog-checkpoint: the second line is the size of the tree.
    const size = Number(checkpoint.split('\n')[1]);
    const seconds = Math.ceil((pending.oldest ?? 0) / 1000);
    const works = ready.stores && ready.sequencer && ready.anchor;
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${terms([
  [said.origin, html`<code>${avow.log.origin}</code>`],
  [said.key, html`<code>${avow.log.vkey}</code>`],
  [said.size, number(size)],
  [
    said.pending,
    pending.entries === 0
      ? said.pendingNone
      : said.pendingSince(number(pending.entries), number(seconds)),
  ],
  [
    said.ready,
    html`<span class="mark ${works ? 'mark-yes' : 'mark-no'}">${works ? said.works : said.broken}</span>`,
  ],
])}
<h2>${said.checkpoint}</h2><p>${said.checkpointLead}</p>
<pre tabindex="0" aria-label="${said.checkpoint}"><code>${checkpoint}</code></pre>
<pre tabindex="0" aria-label="sh"><code>avow audit --against checkpoint.txt</code></pre>
${visit.may('entry') && size > 0 ? html`<p class="ways"><a class="button button-plain" href="${visit.to('entry', { index: String(size - 1) })}">${said.newest}</a></p>` : none}
<h2 id="deeds">${words.deeds.title}</h2><p>${words.deeds.lead}</p>${deedsDone(visit, deeds, doers)}`;
    return c.html(consolePage(visit, said.title, main));
  };
