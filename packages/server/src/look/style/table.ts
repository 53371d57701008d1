/**
 * Tables and lists of terms. On a phone a table's rows become blocks and each cell takes its
 * column's name from `data-head`, so that nothing has to be scrolled sideways.
 */
export const table = `.table { width: 100%; margin: 0 0 var(--apart); border-collapse: collapse; font-family: var(--work); font-size: 0.92rem; line-height: 1.5; font-variant-numeric: tabular-nums lining-nums; }
.table caption { text-align: start; padding-bottom: var(--near); font: 600 var(--text)/1.4 var(--read); }
.table :is(th, td) { padding: 0.55rem var(--step) 0.55rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
.table thead th { color: var(--quiet); font-weight: 600; font-size: var(--small); border-bottom-color: var(--edge); vertical-align: bottom; }
.table tbody th { font-weight: 600; }
.table tbody th .quiet { font-weight: 400; }
.table .figure { text-align: end; }
@media (min-width: 40rem) { .table th code { white-space: nowrap; } }

@media (max-width: 40rem) {
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table, .table caption, .table tbody, .table tr, .table :is(th, td) { display: block; width: 100%; }
  .table tr { padding-block: var(--near); border-bottom: 1px solid var(--edge); }
  .table :is(tbody th, td) { padding: 0.15rem 0; border: 0; }
  .table td[data-head] { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: var(--near); }
  .table td[data-head]::before { content: attr(data-head); color: var(--quiet); font-size: var(--small); }
  .table .figure { text-align: start; }
}

.terms { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: var(--near) var(--step); }
.terms dt { font-family: var(--work); font-size: var(--small); color: var(--quiet); padding-top: 0.15em; }
.terms dd { margin: 0; }
@media (max-width: 30rem) { .terms { grid-template-columns: 1fr; gap: 0; } .terms dd { margin-bottom: var(--near); } }`;
