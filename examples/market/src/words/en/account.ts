/** Words of the account as the market sees it, of documents, and of whatever goes wrong. */
export const account = {
  joined: {
    title: 'You have joined',
    lead: (handle: string) =>
      `Others know you as ${handle}. Your information lies sealed, under a key of your own.`,
    kept: 'Kept',
    toGoods: 'To the goods',
    toMine: 'See what is held of you',
    toAccount: 'Add a second factor or a passkey',
  },
  demo: {
    title: 'To try it out',
    lead: 'The people of the demonstration all use the password',
    parts: {
      buys: 'buys, with an order that goes on or is over',
      sells: 'sells, and is asked for contact',
      organisation: 'an organisation that sells',
    },
  },
  staff: { name: 'Harbour Market, staff', console: 'The console' },
  answer: { refused: 'Refused' },
  document: {
    published: 'Published',
    digest: 'SHA-256 of this text',
    version: 'Version',
  },
  fault: {
    notFoundTitle: 'There is nothing here',
    notFound: 'The page may have moved, or the thing may be gone.',
    badTitle: 'That did not arrive as it should',
    bad: 'Go back and try again. Nothing was changed.',
    foreignTitle: 'Not sent from this site',
    foreign: 'A form was sent here from somewhere else. Nothing was changed.',
    goneTitle: 'This has been erased',
    gone: 'Nothing about it is read any more, and nothing was changed.',
    sentBeforeTitle: 'This form was sent before',
    sentBefore:
      'This form was sent before, with something else in it. What was sent then stands, and this was not kept. If you want it as well, send it in a new form.',
    oftenTitle: 'Too many attempts',
    often: 'A password was sent from here too often. Nothing was changed. Please wait a little.',
    busyTitle: 'Too much at once',
    busy: 'The market is busy. Nothing was changed. Please try again in a moment.',
    brokenTitle: 'Something is broken here',
    broken: 'It is not your doing, and nothing was shown to anybody. Try again in a moment.',
    home: 'To the goods',
  },
};
