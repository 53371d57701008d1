/** Pictures: what comes of the situations of a promise, as shares of a bar; what flows where. Words beside them say the same. */
export const picture = `.shares { display: block; width: 100%; max-width: none; height: 1.75rem; margin-bottom: var(--hair); }
:is(.share, .shares rect) { fill: var(--accent); background: var(--accent); }
:is(.share-outside, .share-unsplit, .shares :is(.share-outside, .share-unsplit)) { fill: var(--line); background: var(--line); }
:is(.share-impossible, .shares .share-impossible) { fill: var(--wary); background: var(--wary); }
:is(.share-broken, .shares .share-broken) { fill: var(--grave); background: var(--grave); }
.share { display: inline-block; width: 0.75em; height: 0.75em; border-radius: 1px; }
.case { margin: 0 0 var(--near); padding: 0; list-style: none; }
.case:not(:last-child) { padding-bottom: var(--near); border-bottom: 1px solid var(--line); }
.cases > :last-child { margin-bottom: 0; }

figure.picture { margin: 0 0 var(--apart); }
.picture-frame { overflow-x: auto; padding: var(--near) 0; --ground: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
figure.picture figcaption { max-width: var(--measure); margin-top: var(--near); font-family: var(--work); font-size: var(--small); color: var(--quiet); }
/* What a phone shows in place of the picture: a group for each sentence, a line for each of its parts. */
.flow-rows, .flow-rows-told { display: none; }
@media (max-width: 40rem) {
  .flow-rows { display: block; }
  .flow-rows-told { display: inline; }
  .picture-frame:has(+ .flow-rows), .flows-told { display: none; }
}
.flow-rows :is(ol, ul) { margin: 0; padding: 0; list-style: none; }
.flow-rows > ol > li { margin: 0 0 var(--near); padding: var(--near) 0.8rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
.flow-rows ul li { display: grid; grid-template-columns: minmax(0, 1fr) 30% 3.2rem; gap: var(--near); align-items: center; margin: 0; font: var(--small)/1.5 var(--work); }
.flow-rows a { display: block; padding-block: 0.2rem; min-height: 24px; }
.flow-rows svg { display: block; width: 100%; height: 0.6rem; fill: var(--edge); }
.flow-rows .number { text-align: end; color: var(--quiet); }
/* Where it goes on: the sentence stands between two lines, and what it let go leads down to who got it. */
.flow-rows .flow-sentence { margin-block: var(--hair); padding-block: var(--hair); border-block: 1px solid var(--line); }
.flow-rows .flow-sentence a { font-weight: 600; }
.flow-rows .flow-sentence svg { fill: var(--accent); }
.flow-rows .flow-recipient a { display: flex; gap: 0.4em; }
.flow-rows .flow-recipient a::before { content: '→' / ''; }
.flows { display: block; width: 100%; min-width: 46rem; max-width: none; height: auto; font-family: var(--work); font-size: 12.5px; font-variant-numeric: tabular-nums lining-nums; }
.flows-links path { fill: none; stroke: var(--accent); stroke-opacity: 0.28; }
.flows-links .is-quiet { stroke: var(--edge); stroke-opacity: 0.35; }
.flows-nodes rect { fill: var(--edge); }
.flows-nodes .flows-sentence { fill: var(--accent); }
.flows-labels text { fill: var(--ink); }
.flows-labels .flows-sentence { font-weight: 600; paint-order: stroke; stroke: var(--raised); stroke-width: 3px; stroke-linejoin: round; }
.flows-labels a { text-decoration: none; }
.flows-links a:hover path { stroke-opacity: 0.6; }
.flows-labels a:hover text { text-decoration: underline; }`;
