/**
 * The market's own rules of style, beside the shared ones: shelves, things, orders. Colours, sizes
 * and faces are the shared properties; no new ones.
 */
export const marketStyle = `.search { display: flex; gap: var(--near); margin-block: var(--apart); }
.search input {
  flex: 1 1 auto; min-width: 0; min-height: 2.75rem; padding: 0.5rem 0.8rem;
  font: var(--text)/1.4 var(--work); color: var(--ink); background: var(--raised);
  border: 1px solid var(--edge); border-radius: var(--round);
}
.search .button { flex: none; }
.search input::placeholder { color: var(--quiet); opacity: 1; }

.picture { display: block; width: 100%; border-radius: var(--round); }

.shelf-title { margin-block: var(--apart) var(--step); font-size: var(--lead); }
.shelf-head { display: flex; flex-wrap: wrap; gap: var(--near) var(--apart); align-items: baseline; margin-block: var(--apart) var(--step); }
.shelf-head .shelf-title, .shelf-head form { margin: 0; }
.for-you { margin-bottom: var(--far); }
.shelf {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
  gap: var(--apart) var(--apart); padding: 0; list-style: none;
}
.frame-main > .shelf { max-width: none; }
.shelf li { display: flex; flex-direction: column; margin: 0; }
.shelf a { color: var(--ink); text-decoration: none; }
.shelf a:hover .shelf-name { text-decoration: underline; text-underline-offset: 0.18em; }
.shelf-name { display: block; margin-top: var(--near); font-weight: 600; line-height: 1.35; }
.shelf-price { font: 600 var(--text)/1.6 var(--work); font-variant-numeric: tabular-nums lining-nums; }
.shelf .quiet { font: var(--small)/1.5 var(--work); }
@media (max-width: 34rem) {
  .shelf { grid-template-columns: 1fr 1fr; gap: var(--apart) var(--step); }
}

.thing { display: grid; gap: var(--apart) var(--far); align-items: start; }
.thing h1 { margin-bottom: var(--near); }
@media (min-width: 52rem) { .thing { grid-template-columns: 5fr 6fr; } }
.thing-price { font: 600 var(--lead)/1.4 var(--work); font-variant-numeric: tabular-nums lining-nums; }

.order-head { display: grid; grid-template-columns: minmax(5.5rem, 11rem) minmax(0, 1fr); gap: var(--step) var(--apart); align-items: center; margin-bottom: var(--apart); }
.order-head h1 { margin-bottom: var(--hair); }
.order-head p { margin-bottom: 0; }
@media (max-width: 40rem) {
  .order-head { grid-template-columns: 5rem minmax(0, 1fr); gap: var(--step); align-items: start; }
  .order-head h1 { font-size: var(--title); }
}

.order-rows, .rows { padding: 0; list-style: none; }
.frame-main > .order-rows { max-width: 46rem; }
.order-rows li {
  display: grid; grid-template-columns: 5rem minmax(0, 1fr) auto auto; gap: var(--near) var(--step);
  align-items: center; margin: 0; padding-block: var(--near); border-top: 1px solid var(--line);
}
.order-rows p { margin: 0; }
.order-rows .number, .rows .number { font-family: var(--work); }
@media (max-width: 34rem) {
  .order-rows li { grid-template-columns: 4rem minmax(0, 1fr); }
  .order-rows li > :first-child { grid-row: 1 / span 3; align-self: start; }
  .order-rows li > :nth-child(n + 3) { grid-column: 2; justify-self: start; }
}
.rows li { display: flex; flex-wrap: wrap; gap: var(--hair) var(--step); align-items: baseline; padding-block: var(--near); margin: 0; border-top: 1px solid var(--line); }
.rows li > a { flex: 1 1 14rem; }

/* How far an order has come: a line with a dot for each step, full when it is done. */
.steps { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0; padding: 0; list-style: none; margin-bottom: var(--apart); }
.frame-main > .steps { max-width: 62rem; }
.steps li { position: relative; margin: 0; padding: 1.4rem var(--step) 0 0; font-family: var(--work); font-size: var(--small); line-height: 1.45; }
.steps li::before { content: ''; position: absolute; top: 0.5rem; inset-inline: 0; border-top: 2px solid var(--line); }
.steps li.taken::before { border-color: var(--accent); }
.steps li::after { content: ''; position: absolute; top: 0.15rem; inset-inline-start: 0; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--edge); }
.steps li.taken::after { background: var(--accent); border-color: var(--accent); }
.steps strong, .steps span { display: block; }
@media (max-width: 40rem) {
  .steps { grid-auto-flow: row; }
  .steps br { display: none; }
  .steps time { display: inline; }
  .steps time::before { content: ' · '; }
  .steps li { padding: 0 0 var(--step) 1.6rem; }
  .steps li::before { inset: 0.6rem auto -0.2rem 0.3rem; border-top: 0; border-inline-start: 2px solid var(--line); }
  .steps li.taken::before { border-color: var(--accent); }
  .steps li:last-child::before { display: none; }
}

.pictures > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); gap: var(--step); }
.pictures label { position: relative; cursor: pointer; font: var(--small)/1.4 var(--work); }
.pictures img { display: block; width: 100%; margin-bottom: 0.4rem; border-radius: var(--round); }
.pictures input { position: absolute; top: 0.4rem; inset-inline-start: 0.4rem; width: 1.3rem; height: 1.3rem; margin: 0; accent-color: var(--accent); }
.pictures label:has(:checked) img { outline: 3px solid var(--accent); outline-offset: 2px; }

#dispute { max-width: 46rem; }
.picture-own { max-width: 16rem; margin-bottom: var(--near); }
.choices label span::first-letter { text-transform: uppercase; }
.choices label { display: flex; gap: 0.6rem; align-items: flex-start; padding-block: 0.35rem; font: var(--text)/1.4 var(--work); }
.choices input { flex: none; margin: 0.1rem 0 0; width: 1.2rem; height: 1.2rem; accent-color: var(--accent); }

/* A warning before something goes out, with what was found in it. */
.quoted { margin: var(--step) 0; }
.quoted figcaption { font: 600 var(--small)/1.5 var(--work); }
.quoted blockquote { margin: var(--hair) 0 0; padding: var(--near) var(--step); background: var(--raised); border-radius: var(--round); white-space: pre-wrap; overflow-wrap: anywhere; }
.warned mark { padding: 0.05em 0.2em; color: var(--paper); background: var(--grave); border-radius: 0.2em; font-weight: 600; }
type-warning { display: block; }
.type-warning { max-width: var(--measure); margin: -0.9rem 0 1.4rem; font: 600 var(--small)/1.5 var(--work); color: var(--grave); }
.type-warning:empty { display: none; }

.messages { max-width: var(--measure); padding: 0; list-style: none; }
.messages li { width: fit-content; max-width: 85%; margin: 0 0 var(--step); padding: var(--near) var(--step); background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); overflow-wrap: anywhere; }
.messages li.mine { margin-inline-start: auto; background: var(--accent-wash); border-color: var(--accent); }
.messages p { margin: 0; white-space: pre-wrap; }
.frame-main > .matter + .answer, .frame-main > .because + .matter { margin-top: var(--apart); }

.reviews { max-width: var(--measure); margin-top: var(--apart); }
.review p { margin: 0; }
.review-text { overflow-wrap: anywhere; }
.stars { letter-spacing: 0.1em; color: var(--accent); }
.stars span { color: var(--line); }
.ratings { display: flex; flex-wrap: wrap; gap: var(--near) var(--step); }
.ratings label { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2rem; font: var(--text)/1.4 var(--work); }
.ratings input { width: 1.3rem; height: 1.3rem; accent-color: var(--accent); }
`;
