/** The centre's own rules of style, beside the shared ones. Colours, sizes and faces are the shared ones. */
export const centreStyle = `@media (min-width: 40.01rem) {
  .held .table { table-layout: fixed; }
  .held .table tr > :nth-child(1) { width: 17.5%; }
  .held .table tr > :nth-child(2) { width: 19.5%; }
  .held .table tr > :nth-child(3) { width: 12%; }
  .held .table tr > :nth-child(4) { width: 17%; }
  .held .table tr > :nth-child(5) { width: 16%; }
  /* The columns are the same in all of them, and so are named once. */
  .held .table + .table thead th { padding-block: 0; font-size: 0; line-height: 0; }
}
dl.registered { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 0 var(--near); margin: 0; }
dl.registered dt { color: var(--quiet); font-size: var(--small); padding-top: 0.1em; }
dl.registered dd { margin: 0; overflow-wrap: anywhere; }
/* Where a column is narrow, each value stands below its name. */
@media print, (min-width: 40.01rem) and (max-width: 61.99rem) { .held dl.registered { grid-template-columns: minmax(0, 1fr); } }
/* On paper nothing can be done about what is held. */
@media print { .held .table tr > :nth-child(6) { display: none; } }
.terms dd:not(:has(> code))::first-letter { text-transform: uppercase; }

.held .table caption { font-size: var(--lead); }
:is(.timeline, .table) .mark::first-letter { text-transform: uppercase; }

/* The rows that stand in place of the picture say what the table says. */
@media (max-width: 40rem) { .picture ~ .table { display: none; } }

.digest { font-size: 0.8em; }
.copy { max-width: var(--measure); margin-bottom: var(--step); }
.said { padding: 0; list-style: none; }
.said li { display: grid; grid-template-columns: 3.4rem minmax(0, 1fr); gap: var(--near); align-items: baseline; margin-bottom: var(--near); }

receipt-check { display: block; max-width: var(--measure); }
.field .receipt { font: 0.8rem/1.5 var(--code); }
.proof { padding: 0; list-style: none; counter-reset: step; }
.proof > li { position: relative; margin: 0; padding: 0 0 var(--step) 2.4rem; counter-increment: step; overflow-wrap: anywhere; }
.proof > li::before {
  content: counter(step); position: absolute; inset-inline-start: 0; top: 0.1em; width: 1.6rem; height: 1.6rem;
  font: 600 var(--small)/1.6rem var(--work); text-align: center; border-radius: 50%;
  color: var(--accent); background: var(--accent-wash); font-variant-numeric: lining-nums;
}
.proof > li:not(:last-child)::after { content: ''; position: absolute; inset-inline-start: 0.8rem; top: 2rem; bottom: 0.2rem; border-inline-start: 1px solid var(--line); }
.proof > li.proof-failed::before { color: var(--grave); background: var(--grave-wash); }
.folds { margin: var(--near) 0 0; padding: 0 0 0 var(--near); list-style: none; border-inline-start: 2px solid var(--accent); }
.folds li { margin: 0; padding: 0.15rem 0; }
.folds code { white-space: nowrap; border: 1px solid transparent; }
.folds .is-own { border-color: var(--accent); }
.folds li:last-child code:last-child { color: var(--on-accent); background: var(--accent); }
.proof-failed .folds li:last-child code:last-child { background: var(--grave); border-color: var(--grave); color: var(--on-grave); }
.proof .small { font-family: var(--work); font-variant-numeric: lining-nums; color: var(--quiet); }
.yourself { max-width: var(--measure); margin-bottom: var(--apart); }
`;
