/** The market's icon: the light of the harbour over its water. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5d57"/><path d="M13 22l1.2-11h3.6L19 22z" fill="#fff"/><circle cx="16" cy="8" r="2.6" fill="#f0b083"/><path d="M4 25q3-2.6 6 0t6 0 6 0 6 0" fill="none" stroke="#fff" stroke-width="2"/></svg>';
