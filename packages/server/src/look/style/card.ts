/** Things side by side, and lists of things below each other. */
export const card = `.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5rem), 1fr)); gap: var(--step); margin-bottom: var(--apart); padding: 0; list-style: none; }
.frame-main > .cards { max-width: none; }
.card { margin: 0; padding: var(--step) 1.2rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
.frame-main > .card { max-width: 46rem; }
.card > :last-child { margin-bottom: 0; }
.card :is(h2, h3) { margin-top: 0; font-size: var(--lead); }
form + details, details + .card-act { margin-top: var(--near); }
.cards .card h3 + p { color: var(--quiet); font-size: 0.92rem; line-height: 1.5; }

/* In the text a card is as wide as a line, and apart from the next. */
.frame-main > .card { max-width: var(--measure); margin-bottom: var(--step); }
.frame-main > .card:has(+ :not(.card)) { margin-bottom: var(--apart); }

/* One thing that concerns the reader, with its state in its heading and what can be done at its end. */
.matter { max-width: var(--measure); margin-bottom: var(--room); }
.matter h2 { display: flex; flex-wrap: wrap; align-items: center; gap: var(--hair) var(--near); font-size: var(--lead); }
.matter h2 .quiet { font-weight: 400; }
.matter .terms { margin-bottom: var(--step); }
.matter .actions { align-items: center; }
.matter:target, .matter:has(:target) { border-color: var(--accent); }

/* A question as it is put, above its answers. */
.asked { padding: var(--hair) var(--step); border-inline-start: 3px solid var(--accent); color: var(--ink); overflow-wrap: anywhere; }

/* Lines with an action at their end. */
.lines { padding: 0; list-style: none; max-width: var(--measure); }
.lines li { display: flex; flex-wrap: wrap; gap: var(--hair) var(--step); align-items: center; justify-content: space-between; margin: 0; padding-block: var(--step); border-top: 1px solid var(--line); }
.lines li:last-child { border-bottom: 1px solid var(--line); }
.lines li > a { min-height: 24px; }
.lines li > .quiet { flex-basis: 100%; font-size: var(--small); }
.lines form { margin: 0; }
.lines code { overflow-wrap: anywhere; }

/* Paragraphs below each other, with a line between two. */
.plain { padding: 0; list-style: none; }
.plain > li { margin: 0; padding-block: var(--step); border-top: 1px solid var(--line); }
.plain > li > p { margin-bottom: var(--hair); }
.plain > li > h2 { margin-top: 0; font-size: var(--lead); }
.letter { white-space: pre-wrap; overflow-wrap: anywhere; }

.frame-main > .ways { max-width: none; }
.ways, .acts, .paging { display: flex; flex-wrap: wrap; gap: var(--near) var(--step); }
.acts { gap: 0 var(--step); margin: 0; padding: 0; list-style: none; }
.acts li { margin: 0; }
:is(.acts, .paging, .ways) a:not(.button) { display: inline-block; min-height: 24px; }
.paging { padding-top: var(--step); border-top: 1px solid var(--line); font-family: var(--work); font-size: var(--small); max-width: var(--measure); }`;
