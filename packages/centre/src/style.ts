/** The centre's own rules of style, beside the shared ones. Colours, sizes and faces are the shared ones. */
export const centreStyle = `.acts { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 var(--step); }
.acts li { margin: 0; }
.acts a { display: inline-block; min-height: 24px; white-space: nowrap; }
@media (min-width: 40.01rem) {
  .held .table { table-layout: fixed; }
  .held .table th:nth-child(1) { width: 15%; }
  .held .table th:nth-child(2) { width: 25%; }
  .held .table th:nth-child(3) { width: 11%; }
  .held .table th:nth-child(4) { width: 15%; }
  .held .table th:nth-child(5) { width: 15%; }
}
dl.registered { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 0 var(--near); margin: 0; }
dl.registered dt { color: var(--quiet); font-size: var(--small); padding-top: 0.1em; }
dl.registered dd { margin: 0; overflow-wrap: anywhere; }
.values { margin: 0; padding: 0; list-style: none; }
.table caption::first-letter, .table tbody th::first-letter, .terms dd::first-letter { text-transform: uppercase; }
.table summary { color: var(--accent); }

.filter { display: flex; flex-wrap: wrap; gap: var(--near) var(--step); align-items: end; margin-bottom: var(--step); padding: var(--step); background: var(--sunk); border-radius: var(--round); }
.filter .field { flex: 1 1 13rem; margin: 0; }
.filter .field > label { font-size: var(--small); }
.filter .tick { flex: 1 1 100%; margin: 0; }
.filter-act { display: flex; flex-wrap: wrap; gap: var(--step); align-items: center; font-family: var(--work); font-size: var(--small); }
.filter-act a { min-height: 24px; }

.timeline > li.was-evidence::before { border-color: var(--edge); background: var(--paper); border-radius: 0.15rem; }
.paging { display: flex; gap: var(--apart); }

.matter { max-width: var(--measure); margin-bottom: var(--apart); }
.matter h2 { display: flex; flex-wrap: wrap; align-items: center; gap: var(--hair) var(--near); }
.matter h2 .quiet { font-weight: 400; }
.matter .terms { margin-bottom: var(--step); }
.matter .actions { align-items: center; }
.terms dd:has(> code)::first-letter { text-transform: none; }
.matter:target, .matter:has(:target) { border-color: var(--accent); }

.note { max-width: var(--measure); margin-bottom: var(--apart); padding: var(--near) var(--step); background: var(--accent-wash); border: 1px solid var(--accent); border-radius: var(--round); }
.note p { margin: 0; }
.ways { display: flex; flex-wrap: wrap; gap: var(--step); }
.digest { font-size: 0.8em; }
.copy { max-width: var(--measure); margin-bottom: var(--step); }
.said { padding: 0; list-style: none; }
.said li { display: grid; grid-template-columns: 3.4rem minmax(0, 1fr); gap: var(--near); align-items: baseline; margin-bottom: var(--near); }

receipt-check { display: block; max-width: var(--measure); }
.receipt { font-family: var(--code) !important; font-size: 0.8rem !important; line-height: 1.5 !important; resize: vertical; }
.proof { padding: 0; list-style: none; counter-reset: step; }
.proof li { position: relative; margin: 0; padding: 0 0 var(--step) 2.4rem; counter-increment: step; overflow-wrap: anywhere; }
.proof li::before {
  content: counter(step); position: absolute; inset-inline-start: 0; top: 0.1em; width: 1.6rem; height: 1.6rem;
  font: 600 var(--small)/1.6rem var(--work); text-align: center; border-radius: 50%;
  color: var(--accent); background: var(--accent-wash); font-variant-numeric: lining-nums;
}
.proof li:not(:last-child)::after { content: ''; position: absolute; inset-inline-start: 0.8rem; top: 2rem; bottom: 0.2rem; border-inline-start: 1px solid var(--line); }
.proof li.proof-failed::before { color: var(--grave); background: var(--grave-wash); }
.proof .small { font-family: var(--work); font-variant-numeric: lining-nums; color: var(--quiet); }
.yourself { max-width: var(--measure); margin-bottom: var(--apart); }
.yourself summary { color: var(--accent); }
`;
