/** Words about cookies, beside those of `@avow/web` and the policy. */
export const cookies = {
  cookies: {
    title: 'Cookies',
    lead: 'Looking and searching need none. Here is every cookie that can be set, and your say about it.',
    seen: 'You looked at these',
    seenWhy: 'Shown because you allowed a cookie for it.',
    change: 'Change that',
  },
};
