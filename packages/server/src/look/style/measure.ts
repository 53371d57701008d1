/** Measures and how they stand: one that fails is told by its words, its edge and its ground. */
export const measure = `.verdict {
  max-width: var(--measure); margin-bottom: var(--apart); padding: var(--near) var(--step);
  border: 1px solid var(--accent); border-inline-start-width: 0.3rem; border-radius: var(--round); background: var(--accent-wash);
}
.verdict strong { display: block; font-size: var(--lead); }
.verdict-failed { border-color: var(--grave); background: var(--grave-wash); }
.verdict-failed strong { color: var(--grave); }

.measure { max-width: var(--measure); margin-bottom: var(--apart); padding-inline-start: var(--step); border-inline-start: 0.2rem solid var(--accent); }
.measure h2 { margin: 0 0 var(--near); font-size: var(--lead); }
.measure p { margin-bottom: var(--hair); }
.measure-failed { border-color: var(--grave); background: var(--grave-wash); padding-block: var(--near); }
.measure-unknown { border-color: var(--edge); }`;
