/** The console's own rules of style, beside the shared ones. Colours, sizes and faces are the shared ones. */
export const consoleStyle = `.act { display: inline-block; min-height: 24px; margin-inline-start: var(--near); }
td > span > .act { margin-inline: 0 var(--step); }
/* Of two links in a cell each is large enough to be met. */
td > span > a:has(~ .act) { display: inline-block; min-height: 24px; }
p > .act { margin-inline-start: 0; }
/* The end of an id is no word to be broken. */
.id { white-space: nowrap; }

.ways { align-items: center; margin-block: var(--near) var(--step); }
.ways [aria-current] { font-weight: 600; text-decoration: none; color: var(--ink); }
.press { display: contents; }
.digest, .table th code { overflow-wrap: anywhere; }
.why-not { max-width: var(--measure); padding-inline-start: var(--near); border-inline-start: 3px solid var(--edge); }

.engagement { max-width: 46rem; margin-bottom: var(--step); }
.engagement :is(h2, h3) { display: flex; flex-wrap: wrap; align-items: center; gap: var(--hair) var(--near); margin-bottom: var(--near); }
.engagement .terms { margin-bottom: 0; }
.card-act { margin: var(--near) 0 0; }
.card-act a:not(.button) { display: inline-block; min-height: 24px; }

.permits { padding: 0; list-style: none; max-width: var(--measure); }
.card .permits { font-size: 0.92rem; }
.permits .cite { font-size: 0.78em; }
.ticks { max-width: var(--measure); }
.ticks .tick { margin-bottom: var(--near); }
@media (min-width: 40rem) { .ticks-many { display: grid; grid-template-columns: 1fr 1fr; column-gap: var(--step); } }
.ticks .field-error { margin-bottom: var(--near); }
.dates { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0 var(--apart); max-width: var(--measure); align-items: end; }
#jwk { font-family: var(--code); font-size: var(--small); }

.suspects { padding: 0; list-style: none; display: grid; gap: var(--near); max-width: var(--measure); }
.suspects .card { margin: 0; }
.document { max-width: var(--measure); padding: var(--near); overflow-x: auto; white-space: pre-wrap; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
fieldset .tick { margin-bottom: var(--near); }

/* The promises of a clause, folded under its title. */
.promised { padding-block: var(--near); border-top: 1px solid var(--line); }
.promised > summary { font-size: var(--text); }

.progress { display: block; width: 100%; max-width: var(--measure); height: 0.75rem; margin-top: var(--hair); accent-color: var(--accent); }
.letter { max-width: var(--measure); margin-bottom: var(--step); }
.letter-text { white-space: pre-line; overflow-wrap: anywhere; }
`;
