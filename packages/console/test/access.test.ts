import { describe, expect, it } from 'vitest';
import { type RouteName, roles, routes } from '../src/index.ts';
import { carrier, engaged, place } from './place.ts';

/**
 * Who may what, written down once more: each letter is a role that may, in the order of `roles` (support,
 * legal, data protection, administrator, auditor). Whoever changes the table changes it here as well.
 */
const expected: Readonly<Record<RouteName, string>> = {
  today: 'slday',
  measures: 'slday',
  policy: 'slday',
  harvests: 's-day',
  harvest: 's-day',
  readingAppeal: 's-d--',
  deciding: 's-d--',
  readingReport: 's-d--',
  suspendingHarvester: 's-d--',
  seeding: '--da-',
  leaks: 's-day',
  leak: 's-day',
  readingLeak: 's-d--',
  searching: 's-d--',
  containing: 's-d--',
  reportingLeak: 's-d--',
  closingLeak: 's-d--',
  violations: '-lday',
  violation: '-lday',
  recordViolation: '-ld--',
  recordingViolation: '-ld--',
  onViolation: '-ld--',
  openingOnViolation: '-ld--',
  handlingViolation: '-ld--',
  readingViolation: '-ld--',
  decidingViolation: '-ld--',
  takingMeasure: '-ld--',
  liftingMeasure: '-ld--',
  parties: '-lday',
  party: '-lday',
  attestations: 'slday',
  findingAttested: 'sld--',
  attested: 'slday',
  attesting: 'sld--',
  signing: 'sld--',
  endAttestation: 'sld--',
  endingAttestation: 'sld--',
  holds: '-lday',
  findingHeld: '-ld--',
  held: '-lday',
  placeHold: '-ld--',
  placingHold: '-ld--',
  liftHold: '-ld--',
  liftingHold: '-ld--',
  duties: '-lday',
  underWay: '-lday',
  flows: '-lday',
  flow: '-lday',
  drift: '-lday',
  log: '-lday',
  entry: '--day',
  desk: 'slday',
  case: 'slday',
  taking: 'sld--',
  looking: 'sld--',
  approve: 'sld--',
  approving: 'sld--',
  deliver: 'sld--',
  delivering: 'sld--',
  refuse: 'sld--',
  refusing: 'sld--',
  close: 'sld--',
  closing: 'sld--',
  order: '-ld--',
  recording: '-ld--',
  verify: '-ld--',
  verifying: '-ld--',
  clear: '-ld--',
  clearing: '-ld--',
  endBar: '-ld--',
  endingBar: '-ld--',
  withdraw: '-ld--',
  withdrawing: '-ld--',
  statutes: '-lday',
  statute: '-ld--',
  registering: '-ld--',
  endStatute: '-ld--',
  endingStatute: '-ld--',
  onStatute: '-ld--',
  usingStatute: '-ld--',
  verifyComplaint: 'sld--',
  verifyingComplaint: 'sld--',
  readComplaint: 'sld--',
  readingComplaint: 'sld--',
  readRequest: 'sld--',
  readingRequest: 'sld--',
  answer: 'sld--',
  answering: 'sld--',
  settle: 'sld--',
  settling: 'sld--',
  bases: '-lday',
  propose: '-ld--',
  proposing: '-ld--',
  publish: '-ld--',
  publishing: '-ld--',
  dropBasis: '-ld--',
  droppingBasis: '-ld--',
  endBasis: '-ld--',
  endingBasis: '-ld--',
  onBasis: '-ld--',
  usingBasis: '-ld--',
  children: 'slday',
  learnChild: 'sld--',
  learningChild: 'sld--',
  childStep: 'sld--',
  childStepping: 'sld--',
  campaigns: '-lday',
  campaign: '-lday',
  draft: '-l-a-',
  drafting: '-l-a-',
  start: '-l-a-',
  starting: '-l-a-',
  stop: '-lda-',
  stopping: '-lda-',
  again: '-l-a-',
  goingAgain: '-l-a-',
  imports: '-lday',
  import: '-lday',
  cancel: '-lda-',
  cancelling: '-lda-',
  transfers: '-lday',
  engage: '-l-a-',
  engaging: '-l-a-',
  reinstate: '-l-a-',
  reinstating: '-l-a-',
  end: '-lda-',
  ending: '-lda-',
  suspend: '-lda-',
  suspending: '-lda-',
  revoke: '-lda-',
  revoking: '-lda-',
  key: '---a-',
  addingKey: '---a-',
  notify: '---a-',
  notifying: '---a-',
};

const names = Object.keys(routes) as RouteName[];

describe('every role at every route, over HTTP', () => {
  it('finds what it may, and nothing else', async () => {
    const room = await place();
    const { engagement } = await engaged(room);
    const query = `?party=${carrier}&engagement=${engagement}`;
    for (const name of names) {
      const { method, path } = routes[name];
      for (const [at, role] of roles.entries()) {
        // An empty form is refused for what it lacks, and by no means for who sent it.
        const answer =
          method === 'GET'
            ? await room.get(`${path}${query}`, role)
            : await room.post(path, {}, role);
        const isLetIn = answer.status !== 403;
        expect([name, role, isLetIn]).toEqual([name, role, expected[name].charAt(at) !== '-']);
        const page = await answer.text();
        expect([name, role, page.includes('Not for your role')]).toEqual([name, role, !isLetIn]);
      }
    }
  });

  it('is nobody’s who is not known, or is turned away', async () => {
    const room = await place();
    const turnedAway = await place({ whoIs: () => 'turned-away' });
    for (const name of names) {
      const { method, path } = routes[name];
      const asked = ({ get, post }: typeof room) =>
        method === 'GET' ? get(path) : post(path, { party: carrier });
      expect([name, (await asked(room)).status]).toEqual([name, 401]);
      expect([name, (await asked(turnedAway)).status]).toEqual([name, 403]);
    }
    const { get } = await place({ signIn: (path) => `/staff/login?next=${path}` });
    const { headers } = await get('/parties/one?party=x');
    expect(headers.get('location')).toBe('/staff/login?next=/console/parties/one?party=x');
  });

  it('changes nothing for an auditor, and takes no form from another site', async () => {
    const room = await place();
    await engaged(room);
    const suspending = { party: carrier, once: crypto.randomUUID() };
    expect((await room.post('/parties/suspend', suspending, 'auditor')).status).toBe(403);
    const elsewhere = 'https://elsewhere.example';
    const sent = await room.post('/parties/suspend', suspending, 'administrator', elsewhere);
    expect([sent.status, (await room.avow.parties.get(carrier))?.state]).toEqual([403, 'active']);
    const bare = await room.app.request('http://room.test/parties/suspend', {
      method: 'POST',
      headers: { 'x-role': 'administrator' },
      body: new URLSearchParams(suspending),
    });
    expect([bare.status, (await room.avow.parties.get(carrier))?.state]).toEqual([403, 'active']);
    for (const name of names.filter((each) => routes[each].method === 'POST')) {
      expect([name, routes[name].roles.includes('auditor')]).toEqual([name, false]);
    }
  });

  it('shows in its ways only what the reader may enter, and does only what a row names', async () => {
    const { get, post } = await place();
    const support = await (await get('/', 'support')).text();
    expect(support).toContain('href="/console/measures"');
    expect(support).not.toContain('href="/console/parties"');
    expect((await get('/parties/everything', 'administrator')).status).toBe(404);
    expect((await post('/measures', {}, 'administrator')).status).toBe(404);
    const page = await get('/', 'administrator');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});
