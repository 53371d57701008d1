/**
 * Tables and lists of terms. On a phone a table's rows become blocks and each cell takes its
 * column's name from `data-head`, so that nothing has to be scrolled sideways.
 */
export const table = `.table { width: 100%; margin: 0 0 var(--apart); border-collapse: collapse; font-family: var(--work); font-size: 0.9rem; line-height: 1.5; font-variant-numeric: tabular-nums lining-nums; }
.table caption { text-align: start; padding-bottom: var(--near); font: 600 var(--text)/1.4 var(--read); }
.table :is(th, td) { padding: 0.55rem var(--step) 0.55rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
.table :is(th, td):last-child { padding-inline-end: 0; }
.table thead th { color: var(--quiet); font-weight: 600; font-size: var(--small); line-height: 1.35; border-bottom-color: var(--edge); vertical-align: bottom; }
.table tbody th { font-weight: 600; }
.table tbody th .quiet { font-weight: 400; }
.table .figure { text-align: end; }
@media (min-width: 40.01rem) {
  .table th :is(code, time) { white-space: nowrap; }
  .table tbody tr:hover { background: var(--sunk); }
}
/* Words of the policy begin in small letters; links and names of programs are written as they are. */
.table caption::first-letter, .table thead th::first-letter, .table tbody th:not(:has(a, code))::first-letter, .terms dt::first-letter { text-transform: uppercase; }
/* A Chinese heading may break after any character; above figures it would stand upright. */
:lang(zh) .table thead th { word-break: keep-all; }
/* A name and what is beside it are read together, so they stand together. */
.table:not(:has(thead th:nth-child(3))) { max-width: var(--measure); }
/* The heading above it says the same already. */
:is(h2, h2 + p, .lead, .lead + p, .shares + p) + .table caption, .frame-main:not(:has(> h2, > .table ~ .table)) > .table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

@media (max-width: 40rem) {
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table, .table caption, .table tbody, .table tr, .table :is(th, td) { display: block; width: 100%; }
  .table tr { margin-bottom: var(--near); padding: var(--near) 0.8rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
  .table :is(tbody th, td) { padding: 0.2rem 0; border: 0; }
  .table td[data-head] { display: grid; grid-template-columns: min(7.5rem, 35%) minmax(0, 1fr); gap: var(--near); }
  .table td[data-head]::before { content: attr(data-head); color: var(--quiet); font-size: var(--small); }
  /* What has parts of its own needs the width, and stands below its column's name. */
  .table td[data-head]:has(dl, .case) { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .table .figure { text-align: start; }
}

.values { margin: 0; padding: 0; list-style: none; }
.values:not(:first-child) { margin-top: var(--hair); }

.terms { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: var(--near) var(--step); font-variant-numeric: lining-nums; }
.terms dt { font-family: var(--work); font-size: var(--small); color: var(--quiet); padding-top: 0.15em; }
.terms dd { margin: 0; overflow-wrap: anywhere; }
/* What is in words alone begins as a sentence does. Values of people, in an answer or in a bdi, stand as they are. */
.terms:not(.answer *) dd:not(:has(*))::first-letter { text-transform: uppercase; }
@media (max-width: 30rem) { .terms { grid-template-columns: 1fr; gap: 0; } .terms dd { margin-bottom: var(--near); } }`;
