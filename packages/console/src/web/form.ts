import { type Form, keyOf as keyAmong } from '@avow/server/mounted';

export {
  type Form,
  MalformedForm,
  once,
  postedIn,
  readForm,
  readTicked,
} from '@avow/server/mounted';

/** The key that goes with one sending of a form. */
export const keyOf = (form: Form<'once'>) => keyAmong(form, 'console');
