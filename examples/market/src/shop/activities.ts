/** What goes on around the harbour; the words for each stand with the other words. */
export const activities = [
  { id: 'spring-market', ends: Date.UTC(2027, 3, 18, 10) },
  { id: 'mending-evening', ends: Date.UTC(2027, 1, 5, 13) },
] as const;

export type Activity = (typeof activities)[number];

/** An activity that is still to come. */
export const activityOf = (id: string | undefined, now: number): Activity | undefined =>
  activities.find((each) => each.id === id && now < each.ends);
