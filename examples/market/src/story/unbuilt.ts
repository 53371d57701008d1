/** What the market cannot play yet, clause by clause, in the words of the closing table. */
export const unbuilt: Readonly<Record<string, string>> = {
  '6.d': 'the desk at which violations are decided',
};
