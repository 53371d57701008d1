/** What the market cannot play yet, clause by clause, in the words of the closing table. */
export const unbuilt: Readonly<Record<string, string>> = {
  '2.b': 'watching for harvest, suspension, appeal',
  '6.b': 'leak reports, incidents',
  '6.d': 'the desk at which violations are decided',
  'S.6': 'whose age is known to be under fourteen',
  'S.7': 'requests with a deadline',
};
