import { Hono } from 'hono';
import { fromHere } from '../origin.ts';
import { enrol, enrolling } from './enrol.ts';
import { home } from './home.ts';
import { loggingIn, login, logout, proving } from './login.ts';
import type { Office } from './office.ts';
import { changingPassword, password } from './password.ts';
import { type OperatorPaths, operatorPaths } from './paths.ts';
import { changingPeople, people } from './people.ts';

/** What the pages are put together from. */
export interface OperatorPagesOptions
  extends Pick<Office, 'operators' | 'reader' | 'frame' | 'cookie'>,
    Partial<Pick<Office, 'ways'>> {
  readonly paths?: Partial<OperatorPaths>;
}

/** The pages of operators' accounts, to be mounted at `/` of a platform. They need no script. */
export function operatorPages(options: OperatorPagesOptions): Hono {
  const paths = { ...operatorPaths, ...options.paths };
  const office: Office = { ways: () => [], ...options, paths };
  const app = new Hono();
  for (const path of Object.values(paths)) app.post(path, fromHere(office));
  app.get(paths.login, login(office)).post(paths.login, loggingIn(office));
  app.post(paths.code, proving(office));
  app.post(paths.logout, logout(office));
  app.get(paths.enrol, enrol(office)).post(paths.enrol, enrolling(office));
  app.get(paths.home, home(office));
  app.get(paths.password, password(office)).post(paths.password, changingPassword(office));
  app.get(paths.people, people(office)).post(paths.people, changingPeople(office));
  return app;
}
