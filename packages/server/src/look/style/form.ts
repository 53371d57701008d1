/**
 * What is operated. `.button` is the one thing a page is for; `.button-plain` stands beside it.
 * Where a person chooses freely (accept or decline, give or refuse) both take `.button-plain`
 * inside `.choice`, so that neither weighs more than the other.
 */
export const form = `.button {
  display: inline-block; min-height: 2.75rem; padding: 0.55rem 1.2rem;
  font: 600 var(--text)/1.4 var(--work); text-align: center; text-decoration: none; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: var(--round);
}
.button:hover { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.button-plain { color: var(--accent); background: var(--raised); }
.button-plain:hover { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
.button-grave { color: var(--on-grave); background: var(--grave); border-color: var(--grave); }
.button-small { min-height: 2rem; padding: 0.25rem 0.8rem; font-size: var(--small); }
.button-link {
  padding: 0; min-height: 24px; border: 0; background: none; color: var(--accent);
  font: inherit; text-decoration: underline; cursor: pointer;
}
.choice, .actions { display: flex; flex-wrap: wrap; gap: var(--near) var(--step); margin-block: var(--step); }
.actions { align-items: center; }
.actions > a:not(.button) { min-height: 24px; }
.choice > * { flex: 1 1 10rem; }
.choice > :only-of-type:not(input) { flex: 0 1 auto; min-width: min(100%, 12rem); }
.choice .button { width: 100%; }

.field { margin: 0 0 var(--room); max-width: var(--measure); }
.field > label, .field > .field-label { display: block; font: 600 var(--text)/1.4 var(--work); margin-bottom: var(--hair); }
.field-hint { margin: 0 0 var(--hair); font-size: var(--small); color: var(--quiet); }
.field :is(input, select, textarea) {
  width: 100%; min-height: 2.75rem; padding: 0.5rem 0.7rem; font: var(--text)/1.4 var(--work);
  color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: var(--round);
}
.field textarea { resize: vertical; }
.field :is(input, select, textarea):focus-visible { outline-offset: 0; }
/* Within a date the focus goes on to its calendar, where a browser no longer calls it visible. */
.field input[type='date']:focus-within { outline: 3px solid var(--accent); }
.field [aria-invalid='true'] { border-color: var(--grave); border-width: 2px; }
.field-error { margin: var(--hair) 0 0; font: 600 var(--small)/1.5 var(--work); color: var(--grave); }

.tick { display: grid; grid-template-columns: auto 1fr; gap: 0 0.7rem; align-items: start; margin: 0 0 var(--room); max-width: var(--measure); }
.tick input { width: 1.35rem; height: 1.35rem; margin: 0.2rem 0 0; accent-color: var(--accent); }
.tick .field-error { grid-column: 2; }

fieldset { margin: 0 0 var(--room); padding: var(--step); border: 1px solid var(--line); border-radius: var(--round); }
fieldset > :is(.field, .tick, div):last-child { margin-bottom: 0; }
legend { font: 600 var(--text)/1.4 var(--work); padding-inline: var(--near); }

/* A list is narrowed by a form of its own, above it. */
.filter { display: flex; flex-wrap: wrap; gap: var(--near) var(--step); align-items: end; margin-bottom: var(--step); padding: var(--step); background: var(--sunk); border-radius: var(--round); }
.filter .field { flex: 1 1 13rem; margin: 0; }
.filter .field > label { font-size: var(--small); }
.filter .tick { flex: 1 1 100%; margin: 0; }
.filter-act { display: flex; flex-wrap: wrap; gap: var(--step); align-items: center; font-family: var(--work); font-size: var(--small); }
.filter-act a { min-height: 24px; }`;
