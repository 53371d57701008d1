/** Words of the page about interests: why each is kept, and what can be done about it. */
export const interests = {
  interests: {
    title: 'My interests',
    lead: 'What we think may interest you, and what we derived it from. What you search for is never used for this.',
    none: 'Nothing is derived of your interests.',
    because: {
      page: 'because you looked at',
      language: 'because your browser asks for',
      partner: 'because of what we were told by',
      person: 'because you said so',
    },
    until: 'Kept until',
    remove: 'Remove',
    removeOf: (interest: string) => `Remove: ${interest}`,
    instead: 'Wrong? Say what it should be',
    save: 'Put it right',
    removed: 'Removed by you',
    removedLead: 'These are not derived again, until you say so.',
    allow: 'May be derived again',
    allowOf: (interest: string) => `May be derived again: ${interest}`,
    off: 'To end personal service altogether, switch it off on',
    stop: '.',
    fromDerived: 'derived by us',
  },
};
