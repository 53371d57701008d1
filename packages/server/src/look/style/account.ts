/** What accounts are looked after with: a secret to scan or to write down. */
export const account = `/* Black on white whatever the scheme: an inverted picture is not read by every authenticator. */
.qr { width: 13rem; max-width: 100%; margin-block: var(--step); padding: 0; background: #fff; color: #000; border: 1px solid var(--line); border-radius: var(--round); }
.qr svg { display: block; width: 100%; height: auto; }
.secret { overflow-wrap: anywhere; }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: var(--near) var(--step); max-width: var(--measure); padding: var(--step); list-style: none; background: var(--sunk); border-radius: var(--round); }
.codes li { margin: 0; }
.field-error:empty { display: none; }`;
