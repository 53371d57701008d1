/** Words of the room for facts that the policy brings along itself. */
export const attestations = {
  attestations: {
    title: 'Attestations',
    lead: 'Facts that only somebody’s word makes true. The policy says who has to sign for each, and for how long it stands.',
    none: 'This policy has no fact that somebody attests.',
    facts: 'Facts that are attested',
    fact: 'Fact',
    whoSigns: 'Signed by',
    stands: 'Stands for',
    about: 'Is about',
    signatures: (count: number) =>
      count === 0
        ? 'nobody: it is written down'
        : count === 1
          ? 'one who works here'
          : `${count} who work here`,
    days: (count: number) => (count === 1 ? 'one day at most' : `${count} days at most`),
    recipient: 'the person and whoever receives',
    alone: 'the person',
    find: 'Of whom',
    show: 'Show what was attested',
  },
  attested: {
    title: 'What was attested of one person',
    none: 'Nothing was attested of them.',
    to: 'Who receives',
    toHint: 'Only for a fact that is about them as well.',
    nobodyElse: 'nobody: it is about the person alone',
    kinds: { party: 'a party', user: 'another user', staff: 'somebody who works here' },
    whom: 'Their name or number',
    whomHint: 'The name of a party, the number of a user or of a colleague.',
    colleague: 'a colleague',
    state: 'State',
    states: { requested: 'waits for signatures', standing: 'stands', ended: 'over' },
    signedBy: 'Signed by',
    until: 'Until',
    deeds: 'Deeds',
    sign: 'Sign it',
    why: {
      inIt: 'You are in it: others sign.',
      signed: 'You have signed: somebody else has to as well.',
    },
    attest: 'Attest something',
    attestLead:
      'You say that it is so, and are on record with it. Where one who works here signs, you are the first, unless you are named in it.',
    ends: 'Ends before its time',
    endsHint: 'To the end of that day (UTC). Empty: as long as the policy lets it stand.',
    button: 'Attest it',
    end: {
      title: 'End it',
      lead: 'From the moment this is answered no decision rests on it, and nothing opens that was handed over on it.',
      button: 'End it now',
    },
    done: {
      requested: 'It is on record, and waits for the signatures of others.',
      standing: 'It stands from now on.',
      signed: 'You have signed it.',
      ended: 'It has ended.',
    },
    wrong: {
      fact: 'Choose what is so.',
      kind: 'Say who receives: this fact is about them as well.',
      alone: 'This fact is about the person alone: name nobody else.',
      whom: 'Nobody is known by this name or number.',
      until: 'Choose a day from today on, or none.',
      many: 'As much is attested of them as can be kept.',
      suspended: 'Their account is suspended: nothing more comes to be so of them.',
    },
  },
};
