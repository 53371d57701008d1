import type { Words } from '@avow/policy';
import { none } from '@avow/server/look';
import type { Avow } from 'avow';
import { Hono } from 'hono';
import { askedFields } from './asked.ts';
import type { CitedSentences, Hall } from './hall.ts';
import { fromHere } from './origin.ts';
import { proving } from './outside/code.ts';
import { confirm, confirming } from './outside/confirm.ts';
import { freeze, freezing } from './outside/freeze.ts';
import { declined, join, joining } from './outside/join.ts';
import { leak, reportingLeak } from './outside/leak.ts';
import { kept, loggingIn, login, logout } from './outside/login.ts';
import { enteringByPasskey, passkeyAsked } from './outside/passkey.ts';
import { forgotten, notMe, reset, resetting, sendingReset } from './outside/reset.ts';
import { sent } from './outside/sent.ts';
import { appealing } from './outside/suspended.ts';
import { address, changingAddress, confirmAddress, confirmingAddress } from './own/address.ts';
import { changingFactor, factor } from './own/factor.ts';
import { overview } from './own/overview.ts';
import { changingPasskeys, newPasskeyAsked, passkeys } from './own/passkeys.ts';
import { changingPassword, password } from './own/password.ts';
import { endingSessions, sessions } from './own/sessions.ts';
import { asksAt } from './passkey-button.ts';
import { passkeyScript } from './passkey-script.ts';
import { accountPaths, type Paths } from './paths.ts';

type Required = 'accounts' | 'reader' | 'frame' | 'cookie' | 'documents';
type Optional = 'fields' | 'country' | 'inbox' | 'support' | 'beside';

/** What the pages are put together from. */
export interface AccountPagesOptions<V extends Words = Words>
  extends Pick<Hall, Required>,
    Partial<Pick<Hall, Optional>> {
  readonly avow: Pick<Avow<V>, 'policy' | 'harvesting' | 'leaks'>;
  readonly paths?: Partial<Paths>;
  readonly sentences?: Partial<CitedSentences>;
}

const cited: CitedSentences = {
  ...{ declined: 'P.9', cookie: '5.a.1', blocked: '5.b.3' },
  ...{ suspended: '2.b.3', appeal: '2.b.4', leak: '6.b.4', contained: '6.b.5' },
};

/**
 * The pages of people's accounts, to be mounted at `/` of a platform: joining, logging in, and looking after
 * the account. Every one works without scripts; passkeys need the one that is served along. The platform's
 * content security policy has to permit that: `script-src 'self'; connect-src 'self'`.
 */
export function accountPages<V extends Words>(options: AccountPagesOptions<V>): Hono {
  const paths = { ...accountPaths, ...options.paths };
  const hall: Hall = {
    fields: askedFields,
    country: undefined,
    inbox: undefined,
    support: undefined,
    beside: () => none,
    ...options,
    avow: options.avow as unknown as Hall['avow'],
    paths,
    sentences: { ...cited, ...options.sentences },
  };
  const app = new Hono();
  app.get(paths.script, (c) =>
    c.body(passkeyScript, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    }),
  );
  const guard = fromHere(hall);
  for (const path of new Set(Object.values(paths))) app.post(path, guard);
  for (const path of [paths.passkey, paths.passkeys]) app.post(asksAt(path), guard);
  outside(app, hall);
  own(app, hall);
  return app;
}

function outside(app: Hono, hall: Hall): void {
  const { paths } = hall;
  app.get(paths.join, join(hall)).post(paths.join, joining(hall));
  app.get(paths.declined, declined(hall));
  app.get(paths.sent, sent(hall, 'join'));
  app.get(paths.confirm, confirm(hall)).post(paths.confirm, confirming(hall));
  app.get(paths.login, login(hall)).post(paths.login, loggingIn(hall));
  app.post(paths.code, proving(hall));
  app.post(asksAt(paths.passkey), passkeyAsked(hall)).post(paths.passkey, enteringByPasskey(hall));
  app.get(paths.kept, kept(hall));
  app.get(paths.forgotten, forgotten(hall)).post(paths.forgotten, sendingReset(hall));
  app.get(paths.forgottenSent, sent(hall, 'reset'));
  app.get(paths.reset, reset(hall)).post(paths.reset, resetting(hall));
  app.get(paths.notMe, notMe(hall));
  app.get(paths.leak, leak(hall)).post(paths.leak, reportingLeak(hall));
  app.get(paths.leakSent, sent(hall, 'leak'));
  app.get(paths.freeze, freeze(hall)).post(paths.freeze, freezing(hall));
  app.get(paths.suspended, login(hall)).post(paths.suspended, appealing(hall));
  app.post(paths.logout, logout(hall));
}

function own(app: Hono, hall: Hall): void {
  const { paths } = hall;
  app.get(paths.account, overview(hall));
  app.get(paths.address, address(hall)).post(paths.address, changingAddress(hall));
  app.get(paths.addressSent, sent(hall, 'address'));
  app.get(paths.addressConfirm, confirmAddress(hall));
  app.post(paths.addressConfirm, confirmingAddress(hall));
  app.get(paths.password, password(hall)).post(paths.password, changingPassword(hall));
  app.get(paths.factor, factor(hall)).post(paths.factor, changingFactor(hall));
  app.get(paths.passkeys, passkeys(hall)).post(paths.passkeys, changingPasskeys(hall));
  app.post(asksAt(paths.passkeys), newPasskeyAsked(hall));
  app.get(paths.sessions, sessions(hall)).post(paths.sessions, endingSessions(hall));
}
