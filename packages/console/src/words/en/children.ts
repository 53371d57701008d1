/** Words of the page about people who were found to be children (S.6). */
export const children = {
  children: {
    title: 'People found to be under fourteen',
    lead: 'Nobody is asked for their age. What we learn all the same is written down here, and everything held of a child is erased in time unless a guardian accepts.',
    none: 'No child is known for whom no guardian has accepted.',
    person: 'Person (number in the records)',
    learned: 'Learned',
    erases: 'Erased by itself',
    due: 'At the latest',
    deeds: 'What can be done',
    wrongPerson: 'Nobody is found by this.',
    learn: {
      title: 'Write down that somebody is a child',
      lead: 'The person sees it in their centre. A guardian has two days; then everything held of them is erased, by itself.',
      button: 'Write it down',
    },
    guard: {
      title: 'A guardian accepts',
      lead: 'What is held stays. The document is the guardian’s word, which you have checked.',
      button: 'A guardian accepts',
    },
    correct: {
      title: 'It is not so',
      lead: 'Nothing is erased because of it. Whoever wrote it down cannot take it back.',
      button: 'It was a mistake',
    },
    erase: {
      title: 'Erase now',
      lead: 'The policy decides at the press of the button. Their keys are destroyed; nothing brings it back.',
      button: 'Erase everything held of them',
    },
    erased: 'Everything held of them is erased',
    notErased: 'Nothing was erased',
    notDone: 'Nothing was done: it has changed meanwhile, or you wrote it down yourself.',
    done: {
      learned: 'It is written down.',
      guarded: 'A guardian has accepted.',
      corrected: 'It is taken back.',
    },
  },
};
