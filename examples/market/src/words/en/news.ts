/** Messages in the reader's own pages. */
export const news = {
  news: {
    title: 'Messages',
    lead: 'What we must tell you. That a message was shown to you here stands in your history.',
    none: 'There is no message for you.',
    about: {
      announced: 'The privacy policy changes on',
      postponed: 'The change of the privacy policy is put off to',
      withdrawn: 'The privacy policy does not change after all; the change was to come on',
    },
    shownFirst: 'First shown to you on',
    isNew: 'New',
    read: 'What changes, sentence by sentence',
    answer: 'Answer',
    comment: 'Comment on the change',
    leave: 'Leave before that day',
  },
};
