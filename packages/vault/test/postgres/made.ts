/** The connection strings of the databases that this file of tests has made on the run's server. */
export const made = new Set<string>();
