/** Words of the pages about a leak, and about an account that is suspended or frozen. */
export const guard = {
  leak: {
    title: 'Report a leak',
    lead: 'If your information has leaked, tell us at once; you need not be logged in.',
    link: 'Report a leak of your information',
    linkHelp: 'Also without logging in. You can have your account frozen at once.',
    email: 'E-mail address of the account',
    what: 'What leaked',
    whatLead:
      'Write it exactly as you saw it. We do not keep what you write, only a fingerprint of it, by which we find who was shown just this.',
    values: 'Fill in at least one of these.',
    when: 'By when had it leaked?',
    whenHint: 'The day on which you noticed it, at the latest.',
    text: 'What happened?',
    textHint: 'Where you saw it, who called you. It is sealed; whoever looks into it reads it.',
    freeze: 'Freeze the account at once',
    freezeLead:
      'With your password it is frozen as soon as you send this: nobody logs in any more or acts for you, and a new password opens it again. Without your password, we send a link to your address that does the same.',
    password: 'Your password, to freeze it now',
    button: 'Report it',
    notYet: 'The day must not lie in the future.',
  },
  freeze: {
    title: 'Freeze your account',
    lead: 'Nobody can log in any more, or act for you, on any device, until you choose a new password.',
    button: 'Freeze it now',
    done: 'Your account is frozen',
    doneLead:
      'Every session is over, and nothing is given or shown in your name. A new password opens it again; passkeys go with it, and can be added anew.',
    next: 'Choose a new password',
  },
  suspended: {
    title: 'Your account is suspended',
    lead: 'You proved who you are, so you may read why. You are not logged in.',
    frozen: 'Frozen because of a leak',
    frozenSince: 'Since',
    untilReset: 'It opens again when you choose a new password.',
    untilClosed: 'It opens again when we have looked into the leak. You hear from us by mail.',
    reset: 'Choose a new password',
    case: 'Suspended for harvesting',
    since: 'Since',
    because: 'Because',
    patterns: {
      people: (count: number, most: number, hours: number) =>
        `From your account ${count} different people were looked at within ${hours === 1 ? 'an hour' : `${hours} hours`}. At most ${most} may be.`,
      order: (count: number, most: number) =>
        `From your account ${count} of ${most} people in a row were looked at in the order in which they joined.`,
      decoy: 'From your account a record was looked at that no honest reader touches.',
      reported: 'Others reported it, and one of us has looked into that.',
    },
    state: 'How it stands',
    states: {
      open: 'nobody has decided on it yet',
      upheld: 'one of us has looked at it, and it stands',
      terminated: 'the agreement with you was ended',
      reversed: 'it was wrong, and is undone',
    },
    appeal: 'Appeal',
    appealLead:
      'You may appeal once. Somebody hears it who has not decided before; you get the answer by mail, and read it here.',
    text: 'Why it is wrong',
    send: 'Send the appeal',
    appealed: 'You appealed on',
    stop: '.',
    due: 'You have an answer at the latest on',
    dismissed: 'Your appeal was heard, and what was decided stands. It was heard on',
    ended: 'This account is suspended or has ended. If you think that is wrong, write to us.',
    over: 'That took too long. Log in again to read how it stands.',
    empty: 'Please say why.',
  },
};
