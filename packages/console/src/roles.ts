/** What operators are there for. One person has one role. */
export const roles = ['support', 'legal', 'data-protection', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];
