import type { Words } from '@avow/policy';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CentreOptions } from './options.ts';
import { agreement, terminating } from './pages/agreement.ts';
import { brought, changingBrought } from './pages/brought.ts';
import { asking, sendingRequest } from './pages/cases/asking.ts';
import { theCase } from './pages/cases/case.ts';
import { cases } from './pages/cases/cases.ts';
import { doingInCase } from './pages/cases/deeds.ts';
import { answeringChange, change } from './pages/change.ts';
import { checking, proving } from './pages/check.ts';
import { choices, choosing } from './pages/choices.ts';
import { close, closing } from './pages/close.ts';
import { commenting, comments, takingBack } from './pages/comments.ts';
import { correct, correcting } from './pages/correct.ts';
import { entry, receipt } from './pages/entry.ts';
import { erase, erasing } from './pages/erase.ts';
import { flows } from './pages/flows.ts';
import { held } from './pages/held.ts';
import { history } from './pages/history.ts';
import { changingInterests, interests } from './pages/interests.ts';
import { openings } from './pages/openings.ts';
import { safety, saying } from './pages/safety.ts';
import { sentences } from './pages/sentences.ts';
import { take, taking } from './pages/take.ts';
import { told } from './pages/told.ts';
import { faultPage, onFault } from './web/fault.ts';
import { files } from './web/files.ts';
import { headers } from './web/headers.ts';
import { sameOrigin } from './web/origin.ts';
import type { AnyAvow, Centre } from './web/visit.ts';
import { type Env, visits } from './web/visit.ts';

/**
 * A person's own place: what is held of them, what was done with it, what they allow, what they agreed
 * to; to take it along, and to go. An application of Request in, Response out, for a platform to mount.
 */
export function privacyCentre<V extends Words, Around extends object = object>(
  options: CentreOptions<V, Around>,
): Hono<Env> {
  // Which words there are is the policy's; pages find them there, so they are text from here on.
  const centre = { ...options, avow: options.avow as unknown as AnyAvow } as unknown as Centre;
  const app = new Hono<Env>();
  app.onError(onFault);
  app.use(headers);
  app.route('/', files(centre));
  app.use(visits(centre), sameOrigin(centre));
  app.use(bodyLimit({ maxSize: 256 * 1024, onError: (c) => faultPage(c, 'bad') }));
  app.notFound((c) => faultPage(c, 'notFound'));

  app.get('/', held(centre));
  app.get('/correct', correct(centre)).post('/correct', correcting(centre));
  app.get('/history', history(centre));
  app.get('/history/:entry', entry(centre));
  app.get('/history/:entry/receipt', receipt(centre));
  app.get('/flows', flows(centre));
  app.get('/policy', sentences(centre));
  app.get('/openings', openings(centre));
  app.get('/openings/:disclosure', close(centre)).post('/openings/:disclosure', closing(centre));
  app.get('/cases', cases(centre));
  app.get('/cases/ask', asking()).post('/cases/ask', sendingRequest(centre));
  app.get('/cases/:case', theCase(centre)).post('/cases/:case', doingInCase(centre));
  app.get('/told', told(centre));
  app.get('/brought', brought(centre)).post('/brought', changingBrought(centre));
  app.get('/interests', interests(centre)).post('/interests', changingInterests(centre));
  app.get('/choices', choices(centre)).post('/choices', choosing(centre));
  app.get('/change', change(centre)).post('/change', answeringChange(centre));
  app.get('/comments', comments()).post('/comments', commenting(centre));
  app.post('/comments/back', takingBack(centre));
  app.get('/agreement', agreement()).post('/agreement', terminating(centre));
  app.get('/safety', safety(centre)).post('/safety', saying(centre));
  app.get('/take', take()).post('/take', taking(centre));
  app.get('/leave', erase(centre)).post('/leave', erasing(centre));
  // For anyone who holds a receipt: also somebody of whom nothing is kept any more.
  app.get('/receipt', checking).post('/receipt', proving);
  return app;
}
