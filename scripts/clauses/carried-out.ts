/**
 * Where a sentence is carried out: by its id, or by its clause's where all of them are. What decides is
 * always the policy itself and `packages/avow/src/act`; here stands what else it takes.
 */
export const carriedOut: Readonly<Record<string, readonly string[]>> = {
  'P.1': ['packages/avow/src/act'],
  'P.3': ['packages/avow/src/records', 'packages/avow/src/measures'],
  'P.4': ['packages/avow/src/desk'],
  'P.7': ['packages/avow/src/policy'],
  'P.8': ['packages/avow/src/agreement', 'packages/avow/src/documents', 'packages/centre/src'],
  'P.9': ['packages/avow/src/agreement'],
  'P.10': ['packages/avow/src/agreement'],
  '1.a': ['packages/avow/src/records', 'packages/avow/src/exempt', 'packages/accounts/src'],
  '1.b': ['packages/avow/src/visits', 'packages/web/src/visits'],
  '1.c': ['packages/avow/src/imports', 'packages/avow/src/records', 'packages/server/src/v1'],
  '1.d': ['packages/avow/src/searches'],
  '2.a': [
    'packages/avow/src/disclosures',
    'packages/avow/src/parties',
    'packages/avow/src/consents',
  ],
  '2.b': ['packages/avow/src/harvesting'],
  '2.c.3': ['packages/avow/src/interests', 'packages/avow/src/visits', 'packages/centre/src'],
  '2.c.4': [
    'packages/avow/src/interests',
    'packages/avow/src/campaigns',
    'packages/avow/src/mailing',
  ],
  '2.c.5': [
    'packages/avow/src/consents',
    'packages/avow/src/campaigns',
    'packages/server/src/pages',
  ],
  '2.c.6': [
    'packages/avow/src/consents',
    'packages/avow/src/disclosures',
    'packages/avow/src/parties',
  ],
  '3.a': ['packages/avow/src/consents', 'packages/avow/src/disclosures'],
  '3.b': ['packages/avow/src/orders', 'packages/avow/src/disclosures'],
  '3.c': ['packages/avow/src/desk'],
  '3.d': ['packages/avow/src/desk', 'packages/avow/src/registers'],
  '3.e': ['packages/avow/src/desk'],
  '3.f': ['packages/avow/src/orders', 'packages/avow/src/desk'],
  '3.g': ['packages/avow/src/desk'],
  '4': [
    'packages/avow/src/mechanisms',
    'packages/avow/src/transfers',
    'packages/avow/src/directory',
    'packages/avow/src/facts',
  ],
  '5.a': ['packages/avow/src/cookies', 'packages/web/src/cookies', 'packages/browser/src'],
  '5.b': ['packages/avow/src/cookies', 'packages/web/src/choice', 'packages/web/src/desk'],
  '5.c': ['packages/avow/src/cookies'],
  '6.a.2': ['packages/accounts/src', 'packages/avow/src/measures'],
  '6.a.3': ['packages/vault/src', 'packages/avow/src/measures'],
  '6.b.2': ['packages/avow/src/warnings'],
  '6.b.3': ['packages/avow/src/history', 'packages/centre/src'],
  '6.b.4': ['packages/avow/src/leaks'],
  '6.b.5': ['packages/avow/src/leaks'],
  '6.b.6': ['packages/avow/src/items', 'packages/avow/src/consents'],
  '6.c': ['packages/avow/src/registers', 'packages/avow/src/orders'],
  '6.d': ['packages/avow/src/registers'],
  '7.a': ['packages/avow/src/policy', 'packages/server/src/pages'],
  '7.b': [
    'packages/avow/src/policy',
    'packages/avow/src/changes',
    'packages/avow/src/notices',
    'packages/avow/src/comments',
  ],
  'S.2': ['packages/avow/src/records', 'packages/avow/src/history', 'packages/centre/src'],
  'S.3': ['packages/avow/src/records', 'packages/centre/src'],
  'S.4': ['packages/avow/src/erasure', 'packages/avow/src/holds', 'packages/centre/src'],
  'S.5': ['packages/avow/src/records', 'packages/vault/src/retention'],
};

/** Sentences whose system is not built yet: what rests on it is refused, and no test is named by them. */
export const awaiting: readonly string[] = ['3.1', 'S.6.2', 'S.7.1'];
