/**
 * More than this is harvesting: different people read by a user, or by a partner, within an hour and
 * within a day; and people read one after another in the order in which they joined. Sentence 2.b.2 says
 * them, so whoever changes one changes the words as well, and publishes a new version.
 */
export const harvestLimits = {
  userHour: 200,
  userDay: 500,
  partyHour: 5_000,
  partyDay: 20_000,
  inOrder: 48,
} as const;
