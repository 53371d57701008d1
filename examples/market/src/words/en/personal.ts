/** Words of what is shown by interests. */
export const personal = {
  kinds: {
    table: 'Pottery and the table',
    home: 'Lamps and chairs',
    music: 'Music and radio',
    outside: 'Out and about',
    clothes: 'Clothes',
    looking: 'Books and cameras',
  },
  forYou: {
    title: 'For you',
    lookedAt: (thing: string) => `because you looked at “${thing}”`,
    said: (kind: string) => `because you say that you like: ${kind}`,
    off: 'Switch this off',
    why: 'What we think you like, and why',
  },
};
