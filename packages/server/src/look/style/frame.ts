/** The frame around every page: head with name, ways and languages; the one column; the foot. */
export const frame = `.skip {
  position: absolute; inset-inline-start: var(--step); top: -4rem; z-index: 1;
  padding: var(--near) var(--step); background: var(--raised); color: var(--ink); border: 1px solid var(--edge);
}
.skip:focus { top: var(--near); }

.frame-head, .frame-main, .frame-foot {
  width: min(100% - 2 * clamp(1.1rem, 4vw, 3rem), var(--wide));
  margin-inline: auto;
}

.frame-head {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--hair) var(--apart);
  padding-block: var(--step);
  border-bottom: 1px solid var(--line);
  font-family: var(--work); font-size: var(--small);
}
.frame-name {
  font: 600 var(--lead)/1.4 var(--read); color: var(--ink); text-decoration: none;
  padding-block: var(--hair);
}
.frame-name:hover { text-decoration: underline; }
.frame-languages { margin-inline-start: auto; }
.frame-head ul, .frame-foot ul {
  display: flex; flex-wrap: wrap; gap: 0 var(--step); margin: 0; padding: 0; list-style: none;
}
.frame-head li { margin: 0; }
.frame-head li a, .frame-foot li a, .frame-head li button {
  display: inline-block; padding: var(--near) 0; min-height: 24px; color: var(--quiet); text-decoration: none;
}
.frame-head li a:hover, .frame-foot li a:hover { color: var(--ink); text-decoration: underline; }
.frame-head [aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--accent); }

/* On a phone the languages stand beside the name, so that the ways and who is signed in share the line below. */
@media (max-width: 30rem) {
  .frame-head { gap: 0 var(--near); }
  .frame-head ul { gap: 0 var(--near); }
  .frame-name { order: -2; }
  .frame-languages { order: -1; }
}

.frame-main { padding-block: clamp(1.75rem, 5vw, var(--far)); min-height: 60vh; }
.frame-main > :where(p, ul, ol, dl, h1, h2, h3, blockquote, form, .answer, fieldset) { max-width: var(--measure); }
.frame-main > h1 { max-width: 46rem; }

.frame-foot {
  padding-block: var(--apart);
  border-top: 1px solid var(--line);
  font-family: var(--work); font-size: var(--small); color: var(--quiet);
}
.frame-foot p { margin-bottom: var(--near); max-width: var(--measure); }
.eyebrow {
  margin: 0 0 var(--near); font-family: var(--work); font-size: var(--small); color: var(--quiet);
}

/* The rooms of a place, under the head. */
.tabs { margin-bottom: var(--apart); font-family: var(--work); font-size: var(--small); }
.tabs ul { display: flex; flex-wrap: wrap; gap: 0 var(--step); margin: 0; padding: 0; list-style: none; border-bottom: 1px solid var(--line); }
.tabs li { margin: 0; }
.tabs a { display: inline-block; padding: var(--near) 0; min-height: 24px; color: var(--quiet); text-decoration: none; }
.tabs a:hover { color: var(--ink); }
.tabs [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent); }

/* Two columns where there is room: a list of ways beside the text. */
.beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--apart) var(--far); margin-top: var(--apart); }
.beside > * > :first-child, .beside > * > :first-child > :first-child { margin-top: 0; }
@media (min-width: 62rem) {
  .beside { grid-template-columns: 14rem minmax(0, 1fr); }
  .beside > .contents { position: sticky; top: var(--step); align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
.contents { font-family: var(--work); font-size: var(--small); }
.contents ul, .contents ol { list-style: none; padding: 0; margin: 0; }
.contents ul ul { padding-inline-start: var(--step); }
/* Before the text there is only room for its parts. */
@media (max-width: 61.99rem) { .contents ul ul { display: none; } }
.contents .number { display: inline-block; min-width: 1.9em; }
.contents a { display: inline-block; padding-block: var(--hair); min-height: 24px; color: var(--quiet); text-decoration: none; }
.contents a:hover { color: var(--ink); text-decoration: underline; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: var(--step); padding: 0; list-style: none; }
.card { margin: 0; padding: var(--step); background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); }
.card > :last-child { margin-bottom: 0; }
.card :is(h2, h3) { margin-top: 0; font-size: var(--lead); }`;
