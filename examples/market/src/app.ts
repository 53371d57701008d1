import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Market } from './market.ts';
import { activities, joiningActivity, leavingActivity } from './pages/activities.ts';
import { answeringChange, change } from './pages/change.ts';
import { chat, chatting, shutting } from './pages/chat.ts';
import { choices, choosing } from './pages/choices.ts';
import { commenting, comments, takingBack } from './pages/comments.ts';
import { correct, correcting } from './pages/correct.ts';
import { document } from './pages/document.ts';
import { entry, receipt } from './pages/entry.ts';
import { front } from './pages/front.ts';
import { goods, order as ordering } from './pages/goods.ts';
import { history } from './pages/history.ts';
import { joined } from './pages/joined.ts';
import { leave, leaving } from './pages/leave.ts';
import { messages } from './pages/messages.ts';
import { mine } from './pages/mine.ts';
import { order } from './pages/order.ts';
import { orders } from './pages/orders.ts';
import { registers } from './pages/registers.ts';
import { review, reviewing, withdrawing } from './pages/review.ts';
import { offer, sell } from './pages/sell.ts';
import { organisation, seller } from './pages/seller.ts';
import { contact, disputed, paid, received, shipped } from './pages/steps.ts';
import { take, taking } from './pages/take.ts';
import { type Desk, peoplesPages, staffsPages } from './web/doors.ts';
import { faultPage, onFault } from './web/fault.ts';
import { files } from './web/files.ts';
import { headers } from './web/headers.ts';
import { sameOrigin } from './web/origin.ts';
import { type Env, visits } from './web/visit.ts';

/** The market over HTTP: its pages and what can be done on them. Works without scripts. */
export function marketApp(market: Market, desk: Desk): Hono<Env> {
  const app = new Hono<Env>();
  app.route('/market', files());
  app.use(headers, visits(market), sameOrigin);
  app.use(bodyLimit({ maxSize: 16 * 1024, onError: (c) => faultPage(c, 'bad') }));
  app.onError(onFault);
  app.notFound((c) => faultPage(c, 'notFound'));

  app.get('/', front(market));
  app.get('/goods/:id', goods(market));
  app.post('/goods/:id/order', ordering(market));
  app.get('/goods/:id/seller', seller(market));
  app.get('/sell', sell(market)).post('/sell', offer(market));

  app.get('/orders', orders(market));
  app.get('/orders/:id', order(market));
  app.post('/orders/:id/pay', paid(market));
  app.post('/orders/:id/ship', shipped(market));
  app.post('/orders/:id/contact', contact(market));
  app.post('/orders/:id/receive', received(market));
  app.post('/orders/:id/dispute', disputed(market));

  app.get('/orders/:id/messages', chat(market)).post('/orders/:id/messages', chatting(market));
  app.post('/orders/:id/messages/shut', shutting(market));
  app.get('/orders/:id/review', review(market)).post('/orders/:id/review', reviewing(market));
  app.post('/orders/:id/review/withdraw', withdrawing(market));

  app.get('/activities', activities(market));
  app.post('/activities/:id/join', joiningActivity(market));
  app.post('/activities/:id/leave', leavingActivity(market));
  app.get('/registers', registers(market));
  app.get('/organisations/:id', organisation(market));

  app.get('/agreement', document(market, 'service-agreement'));
  app.get('/rules', document(market, 'site-rules'));
  app.get('/joined', joined(market));
  app.route('/', peoplesPages(market, desk));
  app.route('/', staffsPages(market));

  app.get('/mine', mine(market));
  app.get('/mine/correct', correct(market)).post('/mine/correct', correcting(market));
  app.get('/mine/history', history(market));
  app.get('/mine/history/:entry', entry(market));
  app.get('/mine/history/:entry/receipt', receipt(market));
  app.get('/mine/choices', choices(market)).post('/mine/choices', choosing(market));
  app.get('/mine/change', change(market)).post('/mine/change', answeringChange(market));
  app.get('/mine/messages', messages(market));
  app.get('/mine/comments', comments(market)).post('/mine/comments', commenting(market));
  app.post('/mine/comments/back', takingBack(market));
  app.get('/mine/take', take(market)).post('/mine/take', taking(market));
  app.get('/mine/leave', leave(market)).post('/mine/leave', leaving(market));
  return app;
}
