/** Words of the page about what partners brought: from whom it came, and what can be done about it. */
export const brought = {
  brought: {
    title: 'What partners told us',
    lead: 'Partners bring us information under a contract that says by what lawful means they came by it. What you remove they do not bring again.',
    none: 'No partner told us anything that we hold.',
    by: (partner: string) => `From ${partner}`,
    since: 'Since',
    until: 'Kept until',
    remove: 'Remove',
    removeOf: (what: string, partner: string) => `Remove: ${what}, from ${partner}`,
    removed: 'Removed by you',
    removedLead: 'These partners may not bring it again, whatever it says, until you allow it.',
    allow: 'May be brought again',
    allowOf: (what: string, partner: string) => `May be brought again: ${what}, by ${partner}`,
    on: 'removed on',
  },
};
