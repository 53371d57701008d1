/** The port is the library's, which writes to people as well. */
export type { Mail, Message } from 'avow';
