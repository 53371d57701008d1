/** How plain HTML looks before any class is put on it. */
export const base = `*, *::before, *::after { box-sizing: border-box; }

html {
  font-size: clamp(106.25%, 100% + 0.25vw, 112.5%);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  scroll-padding-top: var(--step);
}

body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: var(--text)/1.62 var(--read);
  font-variant-numeric: lining-nums;
  text-rendering: optimizeLegibility;
  overflow-wrap: break-word;
  hanging-punctuation: first last;
}

/* Set where the language begins, so that headings and small parts keep lines of their own height. */
:is(body:lang(zh), [lang|='zh']) { line-height: 1.8; }
:lang(zh) :is(em, i, cite) { font-style: normal; }

h1, h2, h3, h4 {
  margin: var(--apart) 0 var(--near);
  font-weight: 600;
  line-height: 1.25;
  text-wrap: balance;
}
h1 { font-size: var(--display); font-weight: 500; letter-spacing: -0.014em; line-height: 1.16; margin-top: 0; }
h2 { font-size: var(--title); margin-top: clamp(var(--apart), 7vw, var(--far)); }
h3 { font-size: var(--lead); }
h4 { font-size: var(--text); }
/* To balance lines means to break Chinese words. */
:lang(zh) :is(h1, h2, h3, h4) { text-wrap: pretty; }
:lang(zh) :is(h1, h2, h3, h4) { line-height: 1.4; }
:lang(zh) h1 { letter-spacing: 0; }
:lang(zh) h1 + .lead { margin-top: var(--step); }

p, ul, ol, dl, blockquote, pre, figure { margin: 0 0 var(--step); }
p, li { text-wrap: pretty; }
ul, ol { padding-inline-start: 1.4em; }
li { margin-bottom: var(--hair); }
blockquote { padding-inline-start: var(--step); border-inline-start: 2px solid var(--line); color: var(--quiet); }
hr { border: 0; border-top: 1px solid var(--line); margin: var(--apart) 0; }
small, .small { font-size: var(--small); }
.quiet { color: var(--quiet); }
.lead { margin-bottom: var(--room); font-size: var(--lead); line-height: 1.5; color: var(--quiet); max-width: var(--measure); }
:lang(zh) .lead { line-height: 1.7; }
.eyebrow { margin: 0 0 var(--near); font-family: var(--work); font-size: var(--small); color: var(--quiet); }

a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }

:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: var(--step); }

code, pre, kbd, samp { font-family: var(--code); font-size: 0.86em; font-variant-numeric: lining-nums; }
code { background: var(--sunk); padding: 0.1em 0.3em; border-radius: var(--round); overflow-wrap: anywhere; }
/* What can be scrolled sideways has a shade at the side where there is more; the ground moves over it. */
pre, .picture-frame {
  --ground: var(--sunk);
  --shade: color-mix(in srgb, var(--ink) 22%, transparent);
  background:
    linear-gradient(to right, var(--ground) 40%, transparent) 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--ground) 40%, transparent) 100% / 2.5rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) 0 / 0.7rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) 100% / 0.7rem 100% no-repeat scroll,
    var(--ground);
}
pre { padding: var(--step); border-radius: var(--round); overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; overflow-wrap: normal; }

ins { text-decoration: none; background: var(--accent-wash); box-shadow: inset 0 -2px var(--accent); }
del { color: var(--quiet); text-decoration-color: var(--grave); }

/* A word that is not broken at its hyphen. */
.whole { white-space: nowrap; }

img, svg { max-width: 100%; height: auto; }
summary { cursor: pointer; min-height: 24px; }
details > summary { color: var(--accent); font-family: var(--work); font-size: var(--small); }
summary > .quiet { white-space: nowrap; }
time, .number { font-variant-numeric: tabular-nums lining-nums; }
/* A date goes on to the next line as one thing, and is broken only where it has no line to itself. */
time { display: inline-block; }
a > time { display: inline; }

/* Read out, not seen. */
.unseen:not(:focus, :focus-within) {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
}

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
  a, .button, .field input, .field select, .field textarea { transition: background-color 0.12s, border-color 0.12s; }
}`;
