/** Words of the room for legal holds. */
export const holds = {
  holds: {
    title: 'Legal holds',
    lead: 'What a court, an authority or a law obliges us to keep of somebody. Nothing that a hold covers is removed while it stands; what is past its time nobody can read all the same.',
    standing: 'Holds that stand',
    none: 'No hold stands on anybody.',
    person: 'Person (number in the records)',
    kind: 'Because of',
    kinds: {
      proceedings: 'a case in court',
      investigation: 'an authority’s investigation',
      duty: 'a duty in law to keep records',
    },
    covers: 'Covers',
    everything: 'Everything, the history of what was done with it included',
    from: 'Since',
    until: 'Ends',
    open: 'When it is lifted',
    find: 'Of whom',
    show: 'Show the holds on them',
    erased:
      'The hold is lifted. They had asked to be erased, and now are: their keys are destroyed, and nothing of theirs can be read any more.',
  },
  held: {
    title: 'Holds on one person',
    none: 'There is no hold on them.',
    waits:
      'They have asked to be erased. Until the last hold ends, what is held is closed to everything but the law; then it is erased by itself.',
    own: 'It is about you. Somebody else sees to it.',
    states: { standing: 'stands', lifted: 'lifted', over: 'over' },
    document: 'Document (SHA-256)',
    noDocument: 'It did not come back with the restore.',
    verifiedBy: 'Verified by',
    nobodyYet: 'Nobody yet: the hold came back with a restore.',
    lifted: 'Lifted',
    liftedBy: 'Lifted by',
    done: {
      placed: 'The hold stands from now on.',
      lifted: 'The hold is lifted.',
    },
  },
  placeHold: {
    title: 'Place a hold',
    lead: 'From the moment this is answered nothing that it covers is removed, by anybody.',
    kind: 'What obliges us to keep',
    verifier: 'You are on record as the one who verified this document.',
    everything: 'It covers everything, the history of what was done with it included',
    categories: 'Or only some of it',
    categoriesHint: 'Tick what the document names and nothing else.',
    ends: 'Ends by itself',
    endsHint: 'To the end of that day (UTC). Empty: when somebody lifts it.',
    button: 'Place it',
    wrong: {
      kind: 'Choose what obliges us.',
      categories: 'Tick either everything, or what the document names.',
      until: 'Choose a day from today on, or none.',
      many: 'There are as many holds on record for them as can be kept.',
    },
  },
  liftHold: {
    title: 'Lift the hold',
    lead: 'From the moment this is answered it keeps nothing any more: what is past its time is removed.',
    erases:
      'They have asked to be erased, and no other hold stands: all that is left of them is erased with it. Nothing brings it back.',
    waitsOn: 'They have asked to be erased. Another hold stands, so that still waits.',
    button: 'Lift it now',
  },
};
