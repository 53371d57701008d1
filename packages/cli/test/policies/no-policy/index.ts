/** A module that has something else to say. */
export const reading = 'room';
