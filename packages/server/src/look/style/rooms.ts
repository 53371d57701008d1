/**
 * The rooms of a place, such as the centre or the console. Where there is room they are a rail beside the
 * page, in groups, or a line above it for each group; elsewhere one line that opens, and needs no script for it. Browsers that cannot show what
 * is within a closed `details` have the line everywhere.
 */
export const rooms = `.rooms { margin-bottom: var(--room); font-family: var(--work); font-size: var(--small); }
.rooms summary {
  display: flex; gap: var(--near); align-items: center; min-height: 2.75rem; padding: 0 var(--step); list-style: none;
  color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: var(--round);
}
.rooms summary::-webkit-details-marker { display: none; }
.rooms summary::after {
  content: ''; width: 0.5em; height: 0.5em; margin: -0.25em 0.2em 0 auto;
  border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(45deg);
}
.rooms [open] summary { border-end-start-radius: 0; border-end-end-radius: 0; }
.rooms [open] summary::after { margin-top: 0.3em; transform: rotate(225deg); }
.rooms summary strong { font-weight: 600; }
.rooms-groups { padding: var(--near) var(--step); background: var(--raised); border: 1px solid var(--edge); border-top: 0; border-radius: 0 0 var(--round) var(--round); }
.rooms-label { margin: var(--step) 0 var(--hair); font-weight: 600; color: var(--quiet); }
.rooms-groups > .rooms-label:first-child { margin-top: var(--near); }
.rooms ul { margin: 0; padding: 0; list-style: none; }
.rooms li { margin: 0; }
.rooms li a { display: block; padding: 0.45rem 0; min-height: 24px; color: var(--ink); text-decoration: none; }
.rooms li a:hover { text-decoration: underline; }
.rooms [aria-current] { font-weight: 600; color: var(--accent); }

@supports selector(::details-content) {
  @media (min-width: 62rem) {
    /* As tall as it is: what scrolls by itself, whoever uses the keyboard may not get into. */
    .frame-main:has(> .rooms-rail) { display: flow-root; padding-inline-start: 15rem; }
    .rooms-rail { float: inline-start; width: 12rem; margin: 0; margin-inline-start: -15rem; }
    .rooms-rail details::details-content { display: block; content-visibility: visible; }
    .rooms-rail summary { display: none; }
    .rooms-rail .rooms-groups { padding: 0; background: none; border: 0; }
    .rooms-rail .rooms-groups > .rooms-label:first-child { margin-top: 0; }
    .rooms-rail ul { border-inline-start: 1px solid var(--line); }
    .rooms-rail li a { padding: 0.3rem 0 0.3rem 0.9rem; margin-inline-start: -1px; color: var(--quiet); border-inline-start: 2px solid transparent; }
    .rooms-rail li a:hover { color: var(--ink); }
    .rooms-rail li [aria-current] { color: var(--ink); border-color: var(--accent); }
  }
  @media (min-width: 40.01rem) {
    .rooms-line details::details-content { display: block; content-visibility: visible; }
    .rooms-line :is(summary, .rooms-label) { display: none; }
    .rooms-line .rooms-groups { padding: 0; background: none; border: 0; }
    .rooms-line ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; border-bottom: 1px solid var(--line); }
    .rooms-line li a { display: inline-block; padding: var(--near) 0; color: var(--quiet); white-space: nowrap; }
    .rooms-line li a:hover { color: var(--ink); text-decoration: none; }
    .rooms-line li [aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--accent); }
  }
}

/* Ways of one kind beside each other: pages of one thing, or one page in several forms. */
.tabs { margin-bottom: var(--room); font-family: var(--work); font-size: var(--small); }
.tabs ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: 0; padding: 0; list-style: none; border-bottom: 1px solid var(--line); }
.tabs li { margin: 0; }
.tabs a { display: inline-block; padding: var(--near) 0; min-height: 24px; color: var(--quiet); text-decoration: none; white-space: nowrap; }
.tabs a::first-letter { text-transform: uppercase; }
.tabs a:hover { color: var(--ink); }
.tabs [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent); }`;
