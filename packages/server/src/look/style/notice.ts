/**
 * What a page says besides what it is about: that something is done, that something waits, that something
 * does not work, that there is nothing. One form for all; a word says which, the colour says it again.
 */
export const notice = `.notice, .done, .verdict {
  max-width: var(--measure); margin: 0 0 var(--room); padding: 0.65rem var(--step);
  background: var(--accent-wash); border: 1px solid var(--accent); border-inline-start-width: 0.25rem; border-radius: var(--round);
  font-family: var(--work); font-size: 0.92rem; line-height: 1.55;
}
:is(.notice, .done, .verdict) > :last-child { margin-bottom: 0; }
:is(.notice, .done, .verdict) p { margin: 0 0 var(--hair); }
.notice-wary { background: var(--wary-wash); border-color: var(--wary); }
.notice-grave, .verdict-failed { background: var(--grave-wash); border-color: var(--grave); }
:is(.notice, .verdict) strong:first-child { font-weight: 600; }
.notice-wary strong:first-child { color: var(--wary); }
:is(.notice-grave, .verdict-failed) strong:first-child { color: var(--grave); }
.verdict strong { display: block; font-size: var(--lead); }

/* Nothing is there: why, and what one can do. */
.empty {
  max-width: var(--measure); margin: 0 0 var(--apart); padding: 0.65rem var(--step);
  border: 1px dashed var(--edge); border-radius: var(--round); color: var(--quiet);
  font-family: var(--work); font-size: 0.92rem; line-height: 1.55;
}
.empty > :last-child { margin-bottom: 0; }
.empty .actions { margin-block: var(--step) 0; }

/* What went wrong with a form, first in it. */
.faults { max-width: var(--measure); margin-bottom: var(--room); padding: var(--step); background: var(--grave-wash); border: 1px solid var(--grave); border-inline-start-width: 0.25rem; border-radius: var(--round); }
.faults > :last-child { margin-bottom: 0; }
.faults :is(h2, h3) { margin: 0 0 var(--hair); font-size: var(--text); }
.faults a { color: var(--ink); }`;
