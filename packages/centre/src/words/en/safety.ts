/** Words of the page about a person's own safety: leaks of theirs, and cases against them. */
export const safety = {
  safety: {
    title: 'Safety',
    lead: 'Report a leak of your information here, and see what was done about it. If your account was ever suspended, you see why, and appeal.',
    cases: 'Suspensions of your account',
    suspendedOn: 'Suspended on',
    because: 'Because',
    patterns: {
      people: (count: number, most: number, hours: number) =>
        `${count} different people were looked at within ${hours === 1 ? 'an hour' : `${hours} hours`}; at most ${most} may be`,
      order: (count: number, most: number) =>
        `${count} of ${most} people were looked at in the order in which they joined`,
      decoy: 'a record was looked at that no honest reader touches',
      reported: 'others reported it, and one of us looked into that',
    },
    state: 'How it stands',
    caseStates: {
      open: 'nobody has decided yet',
      upheld: 'it stands',
      terminated: 'the agreement was ended',
      reversed: 'it was wrong, and is undone',
    },
    appeal: 'Your appeal',
    appealStates: { made: 'made', dismissed: 'heard, and not granted', granted: 'granted' },
    appealText: 'Why it is wrong',
    appealSend: 'Send the appeal',
    empty: 'Please say something here.',
    leaks: 'Leaks of your information',
    leaksNone: 'None was reported.',
    reportedOn: 'Reported on',
    what: 'What leaked',
    states: {
      open: 'we are looking into it',
      contained: 'measures are taken, and we go on looking',
      closed: 'looked into, and closed',
    },
    measures: 'What was done:',
    frozen: 'your account was frozen:',
    opened: '; opened again:',
    resetAsked: 'a new password is asked for',
    resetDone: 'a new password was set',
    closedTo: (count: number, names: string) =>
      names === ''
        ? `${count} disclosures were closed`
        : `${count === 1 ? 'one disclosure was' : `${count} disclosures were`} closed to ${names}`,
    suspended: (names: string) => `suspended: ${names}`,
    rekeyOn: 'your keys are being replaced',
    rekeyDone: 'your keys were replaced, and everything lies under new ones',
    notified: 'reported to the authority on',
    word: 'What we found:',
    report: 'Report a leak',
    reportLead:
      'Tick what of yours is where it should not be. We compare what we hold with what the records say that others were shown.',
    whatLeaked: 'What leaked',
    chooseOne: 'Tick at least one.',
    notHeld: 'We hold none of this, so it cannot have left from here.',
    when: 'By when had it leaked?',
    whenHint: 'The day on which you noticed it, at the latest.',
    notYet: 'The day must not lie in the future.',
    text: 'What happened?',
    textHint: 'Where you saw it, who called you. It is sealed; whoever looks into it reads it.',
    freeze: 'Freeze my account at once: nobody acts for me until I choose a new password.',
    send: 'Report it',
    received: 'Your report has come in',
    refused: 'That was refused',
    tooMany: 'Ten reports of yours wait already. Please give us time for them.',
    frozenNow: 'Your account is frozen',
    frozenNowLead:
      'Every session is over, this one too. Ask for a new password where you sign in: it opens the account again.',
    signIn: 'To the way in',
  },
};
