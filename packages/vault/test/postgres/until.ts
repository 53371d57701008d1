/** Asks again and again, each time the last answer has come, until it is yes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
