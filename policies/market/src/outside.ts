/**
 * Categories that lie outside the policy (1.a, 1.d, 6.c, 6.d), by how they are kept: `public` can be
 * read without a decision, `unlinked` belongs to nobody, `registers` have access rules of their own
 * and meet a person's information only by a decision to `join`.
 */
export const outside = {
  public: ['enterprise.name', 'enterprise.registration'],
  unlinked: ['search.keyword'],
  registers: [
    'register.activity',
    'register.order',
    'register.evaluation',
    'register.violation',
    'register.measure',
  ],
} as const;
