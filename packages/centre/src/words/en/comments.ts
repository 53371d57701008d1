/** Words of the page about comments on an announced change of the policy. */
export const comments = {
  comments: {
    title: 'Comments on a change',
    lead: 'Say what you think of a change before its date. What you said you can take back at any time.',
    none: 'This policy provides for no comments.',
    nothingOpen: 'Nothing is announced at the moment, so there is nothing to comment on.',
    announced: 'What is announced',
    read: 'What changes, sentence by sentence',
    text: 'Your comment',
    sentence: 'A sentence of the policy',
    sentenceHint: 'Its number, such as 7.b.2. Leave it empty to speak of the whole change.',
    send: 'Send the comment',
    empty: 'Write something first.',
    tooLong: (most: string) => `Write at most ${most} characters.`,
    noSentence: 'There is no sentence with this number.',
    tooMany: 'You have written as many comments on this change as one person can.',
    closed: 'This change can no longer be commented on. What you wrote was not kept.',
    sentBefore:
      'This form was sent before, with something else in it. What was sent then stands; send this as a comment of its own, or leave it.',
    kept: 'Your comment is kept',
    refused: 'Your comment was not kept',
    own: 'Your comments',
    ownNone: 'You have written none.',
    whole: 'The whole change',
    takeBack: 'Take it back',
    notTakenBack: 'Your comment was not taken back',
  },
};
