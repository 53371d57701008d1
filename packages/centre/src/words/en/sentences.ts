/** Words of the page that goes through the policy sentence by sentence, for its reader. */
export const sentences = {
  sentences: {
    title: 'What each sentence did for me',
    lead: 'The policy that is in force, and beside each sentence how often it decided about you. Follow a number to the decisions themselves.',
    since: (lines: string) => `Counted over your last ${lines} records.`,
    all: (lines: string) => `Counted over all of your ${lines} records.`,
    acted: 'Sentences that decided about you',
    none: 'No sentence has decided about you yet.',
    permitted: (count: string) => `${count} permitted`,
    refused: (count: string) => `${count} refused`,
    which: (count: string, sentence: string) =>
      `${count}: what sentence ${sentence} decided about you`,
  },
};
