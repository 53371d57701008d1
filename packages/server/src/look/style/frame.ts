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
  display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--apart);
  padding-block: var(--step);
  border-bottom: 1px solid var(--line);
  font-family: var(--work); font-size: var(--small);
}
.frame-name {
  display: inline-flex; align-items: center; gap: var(--near); min-height: 2.2rem;
  font: 600 var(--lead)/1.4 var(--read); color: var(--ink); text-decoration: none;
}
.frame-name img { flex: none; width: 1.6rem; height: 1.6rem; }
.frame-name:hover { text-decoration: underline; }
.frame-head > nav:not(.frame-languages) { margin-inline-end: auto; }
.frame-name + :is(.frame-languages, .doors) { margin-inline-start: auto; }
.frame-head ul, .frame-foot ul {
  display: flex; flex-wrap: wrap; gap: 0 var(--step); margin: 0; padding: 0; list-style: none;
}
.frame-head li { margin: 0; }
.frame-head li a, .frame-foot li a, .frame-head :is(form a, button) {
  display: inline-block; padding: var(--near) 0; min-height: 24px; color: var(--quiet); font: var(--small)/1.6 var(--work); text-decoration: none;
}
.frame-head :is(li a, form a, button):hover, .frame-foot li a:hover { color: var(--ink); text-decoration: underline; }
.frame-head [aria-current] { color: var(--ink); }
.frame-head [aria-current='page'] { box-shadow: inset 0 -2px var(--accent); }
/* Beside the ways: in, out, the account. */
.doors { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--step); margin: 0; padding: 0; list-style: none; }

/* On a phone the languages stand beside the name, so that the ways and who is signed in share the line below. */
@media (max-width: 40rem) {
  .frame-head { gap: 0 var(--step); padding-block: var(--near) var(--hair); }
  .frame-head { column-gap: 0.6rem; }
  .frame-head ul, .doors { gap: 0 0.6rem; }
  .frame-languages { margin-inline-start: auto; }
  .frame-name { order: -2; }
  .frame-languages { order: -2; }
  /* A line of their own begins here. */
  .frame-head::before { content: ''; order: -1; flex: 0 0 100%; height: 0; }
  /* Where there are no ways, the languages stand in that line. */
  .frame-head:not(:has(> nav:not(.frame-languages))) > .frame-languages { order: 0; margin-inline-start: 0; }
  .frame-head:not(:has(> nav:not(.frame-languages))) > .doors { order: 1; margin-inline-start: auto; }
}

.frame-main { padding-block: clamp(1.75rem, 4vw, var(--far)) var(--far); min-height: 60vh; }
/* What stands among its like begins close to the head. */
.frame-main:has(> .tabs:first-child) { padding-top: var(--near); }
@media (min-width: 40.01rem) { .frame-main:has(> .rooms-line:first-child) { padding-top: var(--near); } }
.frame-main > :where(p, ul, ol, dl, h1, h2, h3, blockquote, form, .answer, fieldset) { max-width: var(--measure); }
.frame-main > h1 { max-width: 46rem; }

.frame-foot {
  padding-block: var(--room) var(--apart);
  border-top: 1px solid var(--line);
  font-family: var(--work); font-size: var(--small); color: var(--quiet);
}
.frame-foot p { margin: var(--near) 0 0; max-width: 46rem; }
.frame-foot a[href]:not(li a) { color: inherit; }

/* Two columns where there is room: a list of ways beside the text. */
.beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--apart) var(--far); margin-top: var(--apart); }
.beside > * > :first-child, .beside > * > :first-child > :first-child { margin-top: 0; }
@media (min-width: 62rem) {
  .beside { grid-template-columns: 12.5rem minmax(0, 1fr); }
  .beside > .contents { position: sticky; top: var(--step); align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
}
.contents { font-family: var(--work); font-size: var(--small); }
.contents ul, .contents ol { list-style: none; padding: 0; margin: 0; }
.contents ul ul { padding-inline-start: var(--step); }
/* Before the text there is only room for its parts. */
@media (max-width: 61.99rem) { .contents ul ul { display: none; } .contents > ul { columns: 2 9rem; } }
.contents .number { display: inline-block; min-width: 1.9em; }
.contents a { display: inline-block; padding-block: var(--hair); min-height: 24px; color: var(--quiet); text-decoration: none; }
/* The second line of a title hangs under the first, not under its number. */
.contents a:has(> .number) { padding-inline-start: 1.9em; text-indent: -1.9em; }
.contents a > .number { text-indent: 0; }
.contents a:hover { color: var(--ink); text-decoration: underline; }`;
