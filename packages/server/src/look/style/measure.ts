/** Numbers at a glance; measures and how they stand: one that fails is told by its words, its edge and its ground. */
export const measure = `.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: var(--step) var(--apart); max-width: 54rem; margin-block: var(--room) var(--apart); padding-block: var(--step); border-block: 1px solid var(--line); font-family: var(--work); font-size: var(--small); color: var(--quiet); }
.figures > div { display: flex; flex-direction: column; }
.figures dt { order: 1; color: var(--ink); font-weight: 600; }
.figures dd { order: 2; margin: 0; }
.figures .figures-value { order: 0; font: 500 var(--title)/1.25 var(--read); color: var(--ink); font-variant-numeric: tabular-nums lining-nums; }

.measure { max-width: var(--measure); margin-bottom: var(--apart); padding-inline-start: var(--step); border-inline-start: 0.2rem solid var(--accent); }
.measure h2 { margin: 0 0 var(--near); font-size: var(--lead); }
.measure p { margin-bottom: var(--hair); }
.measure-failed { border-color: var(--grave); background: var(--grave-wash); padding-block: var(--near); }
.measure-unknown { border-color: var(--edge); }`;
