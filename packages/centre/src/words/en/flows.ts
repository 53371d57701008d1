/** Words of the page that draws where the reader's information went. */
export const flows = {
  flows: {
    title: 'Where my data went',
    lead: 'Which of your information went to whom, because of which sentence, and how often. Follow any part down to the single records.',
    which: 'Which flows',
    outside: 'What became known to others',
    all: 'Everything',
    noneOutside: 'Nothing of yours has become known to anybody else.',
    none: 'Nothing has been done with your information yet.',
    picture: 'Where your information went, as a picture',
    how: 'On the left what it was, in the middle the sentence that permitted it, on the right who got it. The more often a sentence has permitted, the wider it is drawn, in steps: ten times as often is one step wider. Each name and each band leads to the records themselves.',
    rows: 'In each group what it was stands first, then the sentence that permitted it, then who got it. The more often a sentence has permitted, the longer its bar, in steps: ten times as often is one step longer. Each name leads to the records themselves.',
    since: (lines: string) => `Counted over your last ${lines} records.`,
    table: 'The same as a table',
    sentence: 'Sentence',
    information: 'Information',
    recipients: 'To whom',
    count: 'How often',
    times: (count: string) => `${count} ×`,
    often: (count: string) => ` (${count})`,
  },
};
