/**
 * A policy as it is read: each sentence's number hangs in the margin, so that the text runs on
 * undisturbed and a cited number is found by the eye. What a sentence did and what keeps it stands in the
 * other margin, smaller. On a phone the number stands above it, and the rest below.
 */
export const document = `.part { margin-top: var(--far); }
.part > h2 { padding-top: var(--near); border-top: 2px solid var(--ink); margin-top: 0; }
.part-separate { margin-bottom: var(--far); padding: var(--step) clamp(1rem, 3vw, 2rem); background: var(--sunk); border-radius: var(--round); }
.part-separate > h2 { border-top-style: dashed; }

.part-note { font-size: var(--small); color: var(--quiet); }
.generated { margin-top: var(--far); }

.clause, .operation { margin-top: var(--apart); }
:is(.clause > h3, .operation > h2) { margin-top: 0; max-width: var(--measure); }
.operation + .operation { padding-top: var(--room); border-top: 1px solid var(--line); }
.operation > h2 { font-size: var(--lead); }

/* Routes below each other, each in a line. */
.routes { padding: 0; list-style: none; font: var(--small)/1.5 var(--work); }
.routes li { display: flex; flex-wrap: wrap; gap: 0 var(--step); justify-content: space-between; margin: 0; padding-block: var(--hair); border-top: 1px solid var(--line); }

.sentence { margin: 0 0 var(--step); padding-block: 0.1rem; scroll-margin-top: var(--apart); }
.sentence > :last-child { margin-bottom: 0; }
.sentence p { margin-bottom: var(--hair); max-width: var(--measure); }
.sentence-number {
  font: 600 var(--small)/1.6 var(--work); font-variant-numeric: tabular-nums lining-nums;
  color: var(--quiet); text-decoration: none; display: inline-block; min-height: 24px; min-width: 24px;
}
a.sentence-number:hover { color: var(--accent); text-decoration: underline; }
.sentence:target, .sentence.is-cited { background: var(--accent-wash); box-shadow: 0 0 0 0.5rem var(--accent-wash); border-radius: 1px; }
.sentence ul { margin-bottom: var(--near); max-width: 46rem; }
.sentence-mark { font: var(--small)/1.5 var(--work); color: var(--quiet); max-width: var(--measure); }
.sentence > details > summary { color: var(--quiet); }
.sentence-beside { margin-bottom: var(--step); font: var(--small)/1.5 var(--work); color: var(--quiet); font-variant-numeric: tabular-nums lining-nums; }
.sentence-beside p { margin: 0; }
.sentence-beside summary { color: inherit; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 0.2em; }
.sentence-beside summary:hover { color: var(--ink); }
.sentence-beside ul { margin: var(--hair) 0 var(--near); padding: 0; list-style: none; }
.sentence-beside li { margin-bottom: var(--near); }
.sentence-beside strong { color: var(--ink); font-weight: 600; }

@media (min-width: 46rem) {
  .clause > h3 { padding-inline-start: var(--margin-number); max-width: calc(var(--measure) + var(--margin-number)); }
  .sentence { display: grid; grid-template-columns: var(--margin-number) minmax(0, 1fr); align-items: baseline; }
  .sentence > * { grid-column: 2; }
  .sentence > .sentence-number { grid-column: 1; grid-row: 1; }
}
@media (min-width: 70rem) {
  .sentence:has(> .sentence-beside) { grid-template-columns: var(--margin-number) minmax(0, var(--measure)) minmax(9rem, 1fr); column-gap: 0; }
  .sentence > .sentence-beside { grid-column: 3; grid-row: 1 / span 4; align-self: start; margin: 0.25em 0 0; padding-inline-start: var(--room); }
}`;
