/** Words of the page where somebody reports another user who gathers information of people (2.b). */
export const report = {
  report: {
    link: 'Report that they gather people’s information',
    title: 'Report somebody who gathers information',
    lead: (handle: string) =>
      `Nobody may collect, change, sell or spread other people’s information here. Tell us what ${handle} did.`,
    what: 'What you saw',
    hint: 'Where, when, and whose information. Kept sealed: one of us reads it, and they are not told who said it.',
    send: 'Report it',
    back: 'Back',
    need: 'Say what you saw, in 4,000 characters at most.',
    many: 'Ten reports of yours wait to be read. Please wait until we have read them.',
    done: 'We have your report.',
    next: 'Somebody of our customer service reads it and looks into it. That you reported, and when, stands in your own history and in nobody else’s.',
  },
};
