/** Whether a text is a name of the platform's own: visible ASCII without a space, 128 characters at most. */
export const isName = (text: string): boolean => /^[\x21-\x7e]{1,128}$/.test(text);
