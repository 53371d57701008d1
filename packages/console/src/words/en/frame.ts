/** Words of the frame, of the first page, and of what cannot be shown. */
export const frame = {
  rooms: {
    title: 'Console',
    name: (platform: string) => `${platform}, console`,
    published: 'The policy, as people read it',
    today: 'Today',
    desk: 'Desk',
    harvests: 'Harvesting',
    leaks: 'Leaks',
    violations: 'Violations',
    attestations: 'Attestations',
    holds: 'Legal holds',
    parties: 'Parties',
    duties: 'Duties',
    campaigns: 'Campaigns',
    imports: 'Deliveries',
    transfers: 'Transfers',
    underWay: 'Under way',
    flows: 'Flows',
    drift: 'Drift',
    measures: 'Measures',
    policy: 'Policy',
    log: 'Log',
  },
  groups: {
    work: 'Work',
    parties: 'Outside',
    watch: 'Watch',
    policy: 'Record',
  },
  about: {
    desk: 'What courts, authorities and others ask to have disclosed, and what was decided.',
    harvests: 'Who looks at too many people, what becomes of that, and their appeals.',
    leaks: 'What people report as leaked, who could have leaked it, and what is done.',
    attestations: 'What somebody’s word makes true, and who signed for it.',
    holds: 'Of whom something must be kept, on which document, and until when.',
    violations: 'What users are held to have broken; what is decided, and their appeals.',
    parties: 'Who is engaged, for what, with which keys; what each was handed, and owes.',
    duties: 'What parties must delete and have not.',
    campaigns: 'Messages about products here: drafts, how far each has come, who refuses and why.',
    imports: 'What partners bring: how far each delivery has come, and which lines did not go in.',
    transfers: 'By which mechanism information leaves a country, and how much has left.',
    underWay: 'Long work, and how far it has come: messages, deliveries, sweeps, keys.',
    flows: 'Which information goes to whom, under which sentence, and how often.',
    drift: 'Where what happens and what was declared come apart.',
    measures: 'Whether what protects people works at this moment.',
    policy: 'Its versions and what they changed; its promises and their proofs.',
    log: 'The record of every decision, and its newest checkpoint.',
  },
  roles: {
    support: 'customer service',
    legal: 'legal affairs',
    'data-protection': 'data protection',
    administrator: 'administration',
    auditor: 'audit',
  },
  today: {
    title: 'Today',
    lead: (role: string) => `You work here in ${role}.`,
    waits: 'What waits',
    nothing: 'Nothing waits.',
    overdue: (count: number) =>
      count === 1 ? 'One party has not deleted in time' : `${count} deletions are overdue`,
    refused: (count: number) =>
      count === 1 ? 'One party says that it will not delete' : `${count} deletions were refused`,
    open: (count: number) =>
      count === 1 ? 'One case is open at the desk' : `${count} cases are open at the desk`,
    strays: (count: number) =>
      count === 1
        ? 'One cookie that nobody declared was stopped'
        : `${count} cookies that nobody declared were stopped`,
    harvests: (count: number) =>
      count === 1 ? 'One suspension is to be decided' : `${count} suspensions are to be decided`,
    appeals: (count: number) =>
      count === 1 ? 'One appeal is to be heard' : `${count} appeals are to be heard`,
    leaks: (count: number) =>
      count === 1 ? 'One leak is to be looked into' : `${count} leaks are to be looked into`,
    holds: (count: number) =>
      count === 1
        ? 'One legal hold came back with a restore and is to be verified'
        : `${count} legal holds came back with a restore and are to be verified`,
    violations: (count: number) =>
      count === 1 ? 'One violation is to be decided' : `${count} violations are to be decided`,
    violationAppeals: (count: number) =>
      count === 1
        ? 'One appeal against a violation is to be heard'
        : `${count} appeals against violations are to be heard`,
    rooms: 'Where you may go',
  },
  listed: {
    look: 'Look again',
    watch: 'Keep looking, every five seconds',
    unwatch: 'Look no more by itself',
    none: '–',
    older: 'Next page',
    first: 'First page',
    back: (where: string) => `Back to ${where}`,
    cancel: 'Leave it as it is',
    colon: ': ',
    comma: ', ',
  },
  fault: {
    home: 'To the first page',
    forWhom: (roles: string) => `It is for ${roles}.`,
    notFoundTitle: 'There is nothing here',
    notFound: 'The address leads nowhere, or what it named is not known.',
    badTitle: 'That did not arrive whole',
    bad: 'The form did not come from these pages, or was altered on its way. Nothing was done.',
    largeTitle: 'That is too long',
    large:
      'What was sent is longer than this form takes. Nothing was done. Of a long document enter its SHA-256.',
    notAppointedTitle: 'You are not appointed to the desk',
    notAppointed:
      'Only whoever was appointed to it does anything at the desk. Nothing was done; ask an administrator.',
    anotherTitle: 'Somebody else does this',
    another:
      'It concerns you, or you recorded it, decided on it or had to do with it before. Nothing was done.',
    foreignTitle: 'Not sent from this site',
    foreign: 'The form came from another site. Nothing was done.',
    strangerTitle: 'You are not known here',
    stranger: 'These pages are for those who work here. Sign in first, where you always do.',
    turnedAwayTitle: 'You are not let in',
    turnedAway: 'You have shown who you are, but are not let in. Ask an administrator.',
    forbiddenTitle: 'Not for your role',
    forbidden: 'What is behind this is somebody else’s work. Nothing was shown or done.',
    changedTitle: 'It has changed meanwhile',
    changed: 'Somebody else was here before you. Nothing was done; look at it again.',
    sentBeforeTitle: 'This form was sent before',
    sentBefore:
      'It was sent before, with something else in it. What was sent then is done, and this is not. Look at how it stands now; what is still to be done goes in a new form.',
    busyTitle: 'Too much at once',
    busy: 'Nothing was done. Try again in a moment.',
    brokenTitle: 'Something did not work',
    broken: 'Whether anything was done the page itself will tell: look at it again.',
  },
};
