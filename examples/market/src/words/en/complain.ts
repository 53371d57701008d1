/** Words of the page where somebody complains that their intellectual property is infringed (3.e). */
export const complain = {
  complain: {
    link: 'Complain of an infringement',
    title: 'Complain of an infringement',
    lead: 'For whoever holds the right, or acts for them. We verify what you show, then it takes its course: the seller is told, can answer, and our desk decides.',
    of: (thing: string, handle: string) => `${thing}, offered by ${handle}`,
    right: 'Which right',
    rights: {
      copyright: 'Copyright',
      trademark: 'Trade mark',
      patent: 'Patent',
      other: 'Another right',
    },
    rightTitle: 'What it is called, or its number',
    rightHint: 'The seller does not see this: it may say who you are.',
    claim: 'What you claim',
    claimHint:
      'Kept sealed. It goes to the seller with your name and contact details, once it is verified and you ask for that.',
    document: 'What shows the right',
    documentHint:
      'A certificate or contract, up to 8 MB. We keep its fingerprint (SHA-256) and not the document: keep the very same file, we ask you for it when we verify.',
    exchange: 'What each side gets of the other',
    send: 'Complain',
    needTitle: 'Say what the right is called, in 200 characters at most.',
    needClaim: 'Say what you claim, in 4,000 characters at most.',
    needDocument: 'Choose the document that shows the right.',
    goesOn:
      'One complaint of yours goes on. What you claim in it is what its other side reads, so a second one waits until it is over.',
    toIt: 'To the complaint',
    refused: 'We do not take it',
  },
};
