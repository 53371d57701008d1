/** On paper a page is a document: no ways, no buttons, what is folded away stands open. */
export const print = `@media print {
  :root { --paper: #fff; --raised: #fff; --sunk: #fff; --ink: #000; --quiet: #333; --accent: #000; --accent-wash: #fff; }
  @page { margin: 18mm 16mm; }
  html { font-size: 10.5pt; }
  body { background: none; }
  .skip, .frame-head nav, .frame-head .doors, .rooms, .tabs, .contents, .filter, .paging, .button, .actions, .actions + .quiet, .frame-foot ul { display: none; }
  /* What can only be pressed has no place on paper, nor has a heading with nothing left below it. */
  :is(h2, h3):has(+ .actions), .timeline .small > a:not(.cite), .acts { display: none; }
  .frame-head, .frame-main, .frame-foot { width: auto; margin: 0; }
  .frame-main { padding-block: var(--step); min-height: 0; }
  .beside { display: block; }
  summary { list-style: none; color: inherit; text-decoration: none; }
  .sentence { display: grid; grid-template-columns: var(--margin-number) minmax(0, 1fr); align-items: baseline; }
  .sentence > * { grid-column: 2; }
  .sentence > .sentence-number { grid-column: 1; grid-row: 1; }
  .clause > h3 { padding-inline-start: var(--margin-number); }
  details::details-content { display: block; content-visibility: visible; }
  h1, h2, h3, summary, caption { break-after: avoid; }
  .sentence, .answer, .card, .timeline > li, .table tr { break-inside: avoid; }
  /* Nothing can be scrolled. */
  pre, .picture-frame { background: none; overflow: visible; }
  pre, pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  textarea { field-sizing: content; }
  .words li { border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
  .part { margin-top: var(--apart); }
}`;
