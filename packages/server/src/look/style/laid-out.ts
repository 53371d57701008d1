/** A promise laid out: what is never done in a large line, below it with what, for whom, and unless what. */
export const laidOut = `.laid-out { max-width: 46rem; margin: 0 0 var(--near); padding: var(--near) clamp(1rem, 3vw, 1.6rem); background: var(--raised); border: 1px solid var(--line); border-inline-start: 0.25rem solid var(--accent); border-radius: var(--round); }
h1 + .laid-out { margin-top: var(--room); }
.laid-out + .formula { margin-bottom: var(--room); max-width: 46rem; }
.laid-out > div { padding-block: var(--near); }
.laid-out > div + div { border-top: 1px solid var(--line); }
.laid-out dt { font: var(--small)/1.5 var(--work); color: var(--quiet); }
.laid-out dd { margin: 0; }
.laid-out :is(dd, li) > :last-child { margin-bottom: 0; }
.laid-out :is(p, ul) { margin-bottom: var(--hair); }
.laid-out li > p { margin-bottom: 0; }
.laid-out p.quiet { font: var(--small)/1.5 var(--work); }
/* What is never done reads on from "We never"; all else stands by itself. */
.laid-out :is(dd, li) > p::first-letter { text-transform: uppercase; }
.laid-out :is(dd > p:first-child, li > p) ~ p::first-letter, .laid-out > .laid-out-never p::first-letter { text-transform: none; }
.laid-out-never dt { font-weight: 600; color: var(--ink); }
.laid-out-never p { font-size: var(--lead); line-height: 1.4; }

/* Many words, each on a ground of its own, so that they are told apart at a glance; where the reader's own colours
   leave no grounds, the borders are seen. */
.words { display: flex; flex-wrap: wrap; gap: var(--hair); padding: 0; list-style: none; }
.words li { margin: 0; padding: 0.05rem 0.5rem; background: var(--sunk); border: 1px solid transparent; border-radius: var(--round); font: var(--small)/1.6 var(--work); }

@media (min-width: 40.01rem) {
  .laid-out > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 var(--step); align-items: baseline; }
}

/* In a list or a table it is one thing among many. */
:is(li, td) .laid-out { margin-block: var(--hair); padding: 0; background: none; border: 0; font-size: var(--small); line-height: 1.5; }
:is(li, td) .laid-out > div { padding-block: 0.1rem; border: 0; grid-template-columns: 8.5rem minmax(0, 1fr); }
:is(li, td) .laid-out-never p { font-size: inherit; }
.sentence-beside .laid-out ul:not(.words) { padding-inline-start: 1.2em; list-style: disc; }
@media screen and (min-width: 70rem) { .sentence-beside .laid-out > div { display: block; } }`;
