/** What a key may do. Each route names the one scope that it asks for. */
export const scopes = {
  'subjects:read': 'Look up subjects by id or by a value they were collected with.',
  'subjects:write': 'Create, suspend and reinstate subjects.',
  acts: 'Ask for decisions: collect, use, provide, correct, export, erase and every other act.',
  visits: 'Record visits, and make a device’s visits a person’s.',
  searches: 'Keep search words with nobody, and read what many searched for.',
  campaigns: 'Begin, pause, end and follow campaigns.',
  'evidence:read': 'Read agreements, consents, engagements and orders.',
  'evidence:write':
    'Record agreements, consents, engagements, attestations, what happens in orders, evaluations and activities.',
  imports: 'Take in what partners deliver, and read what was rejected.',
  violations: 'Record, decide and read violations and the measures taken.',
  'desk:read': 'Read cases of the desk, and what they rest on.',
  'desk:write':
    'Open, assign, approve, refuse, deliver and close cases, and record what they rest on.',
  staff: 'Say who works at the desk.',
  portal: 'Redeem tickets and look at what was delivered, for whoever has signed in.',
  harvesting: 'Decide cases against who harvests, hear appeals, and keep decoys.',
  leaks: 'Report leaks, look into them, contain and close them.',
  holds: 'Place, lift and list legal holds.',
  'history:read': 'Read what was decided about a person, explain it, and fetch receipts.',
  'audit:read': 'Fetch the entries of the log.',
  admin: 'Publish documents and versions of the policy; make and revoke keys.',
} as const;

/** The name of a scope. */
export type Scope = keyof typeof scopes;

/** Every scope; a key with all of them opens all of `/v1` and the log. */
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

/** Whether a word names a scope. */
export function isScope(name: string): name is Scope {
  return Object.hasOwn(scopes, name);
}
