/** What the market cannot play yet, clause by clause, in the words of the closing table. */
export const unbuilt: Readonly<Record<string, string>> = {
  '2.b': 'the market’s own pages for a suspension and its appeal',
  '6.b': 'the market’s own form for a leak; passwords reset with it',
  '6.d': 'the desk at which violations are decided',
};
