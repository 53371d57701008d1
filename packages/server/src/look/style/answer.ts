/** What the policy answered: the citation, the panel of a decision, a timeline of decisions. */
export const answer = `.because { max-width: var(--measure); font-size: var(--text); }
.because-word { color: var(--quiet); }
.because q { font-style: italic; }
:lang(zh).because q, .because q:lang(zh) { font-style: normal; }

/* A sentence's number, wherever it is cited. */
.cite {
  font-family: var(--work); font-size: 0.86em; font-weight: 600; font-variant-numeric: tabular-nums lining-nums;
  display: inline-block; min-width: 24px; min-height: 24px; padding: 0 0.4em; line-height: 22px; text-align: center;
  border: 1px solid var(--accent); border-radius: var(--round);
  background: var(--accent-wash); color: var(--accent); text-decoration: none; white-space: nowrap;
}
.cite:hover { background: var(--accent); color: var(--on-accent); }

.answer {
  margin: 0 0 var(--apart); padding: var(--step) clamp(1rem, 3vw, 1.6rem);
  background: var(--raised); border: 1px solid var(--line);
  border-inline-start: 0.25rem solid var(--accent); border-radius: var(--round);
}
.answer-refused { border-inline-start-color: var(--grave); }
.answer > :last-child { margin-bottom: 0; }
.answer-title { display: flex; align-items: baseline; gap: 0.5em; margin: 0 0 var(--near); font-size: var(--lead); }
.answer-title svg { flex: none; align-self: flex-start; width: 1.05em; height: 1.05em; margin-top: 0.12em; color: var(--accent); }
.answer-tick { fill: none; stroke: var(--raised); stroke-width: 2.4; }
.answer-refused .answer-title svg { color: var(--grave); }
.answer-missing { margin-top: var(--step); }
.answer-missing p { margin-bottom: var(--hair); font-weight: 600; }
.answer-record { margin-top: var(--step); padding-top: var(--near); border-top: 1px solid var(--line); font-family: var(--work); font-size: var(--small); color: var(--quiet); }
/* What follows a form or a heading stands apart from it. */
form + :is(p, .answer), .frame-main > h1 + :is(.answer, form, .faults, .card, .empty, .done, .notice, .warned) { margin-top: var(--step); }

/* A word that says the state of something, in a small frame. */
.mark {
  display: inline-block; padding: 0 0.5em; font-family: var(--work); font-size: var(--small); font-weight: 400; line-height: 1.6;
  border: 1px solid var(--edge); border-radius: 0.8em; color: var(--ink); vertical-align: baseline; white-space: nowrap;
}
.mark-yes { border-color: var(--accent); color: var(--accent); }
.mark-no { border-color: var(--grave); color: var(--grave); }
.mark-wait { border-color: var(--wary); color: var(--wary); }

.timeline-day { margin: var(--apart) 0 var(--step); font-size: var(--lead); }
.timeline { list-style: none; margin: 0 0 var(--apart); padding: 0; max-width: var(--measure); }
.timeline > li {
  position: relative; margin: 0; padding: 0 0 var(--room) 1.6rem; border-inline-start: 1px solid var(--line);
}
.timeline > li:last-child { border-color: transparent; }
.timeline > li::before {
  content: ''; position: absolute; inset-inline-start: calc(-0.36rem - 0.5px); top: 0.4em;
  width: 0.72rem; height: 0.72rem; border-radius: 50%; border: 2px solid var(--accent); background: var(--accent);
}
.timeline > li.was-refused::before { border-color: var(--grave); background: var(--paper); }
.timeline > li.was-evidence::before { border-color: var(--edge); background: var(--paper); border-radius: 0.15rem; }
.timeline time { display: block; font-family: var(--work); font-size: var(--small); color: var(--quiet); }
.timeline p { margin-bottom: var(--hair); }
.timeline p.small { display: flex; flex-wrap: wrap; gap: var(--hair) var(--near); align-items: center; font-family: var(--work); }`;
