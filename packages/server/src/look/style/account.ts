/** What accounts are looked after with: lines with an action, a secret to scan or to write down. */
export const account = `.lines { padding: 0; list-style: none; max-width: var(--measure); }
.lines li { display: flex; flex-wrap: wrap; gap: var(--hair) var(--step); align-items: center; justify-content: space-between; margin: 0; padding-block: var(--step); border-top: 1px solid var(--line); }
.lines li > a { min-height: 24px; }
.lines li > .quiet { flex-basis: 100%; font-size: var(--small); }
.lines form { margin: 0; }
.lines code { overflow-wrap: anywhere; }

.kinds ul { display: flex; flex-wrap: wrap; gap: 0 var(--step); margin: 0 0 var(--apart); padding: 0; list-style: none; border-bottom: 1px solid var(--line); font-family: var(--work); }
.kinds li { margin: 0; }
.kinds a { display: inline-block; min-height: 24px; padding: var(--near) 0; color: var(--quiet); text-decoration: none; }
.kinds a:hover { color: var(--ink); }
.kinds [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent); }

.done { max-width: var(--measure); padding: var(--near) var(--step); background: var(--accent-wash); border: 1px solid var(--accent); border-radius: var(--round); }

/* Black on white whatever the scheme: an inverted picture is not read by every authenticator. */
.qr { width: 13rem; max-width: 100%; margin-block: var(--step); padding: 0; background: #fff; color: #000; border: 1px solid var(--line); border-radius: var(--round); }
.qr svg { display: block; width: 100%; height: auto; }
.secret { overflow-wrap: anywhere; }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: var(--near) var(--step); max-width: var(--measure); padding: var(--step); list-style: none; background: var(--sunk); border-radius: var(--round); }
.codes li { margin: 0; }
.field-error:empty { display: none; }`;
