/** Words of the notice that the policy changes, on every page until it is answered. */
export const change = {
  change: {
    title: 'The privacy policy changes',
    banner: {
      from: 'The privacy policy changes on',
      since: 'The privacy policy changed on',
      stop: '.',
      read: 'See what changes, and answer',
    },
  },
};
