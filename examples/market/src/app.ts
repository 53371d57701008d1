import { honoDesk, honoGate, honoVisits, visitWatch } from '@avow/web';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import type { Market } from './market.ts';
import { activities, joiningActivity, leavingActivity } from './pages/activities.ts';
import { centre } from './pages/centre.ts';
import { chat, chatting, shutting } from './pages/chat.ts';
import { complain, complaining } from './pages/complain.ts';
import { console, portal } from './pages/console.ts';
import { cookies } from './pages/cookies.ts';
import { answering, dispute, disputing } from './pages/dispute.ts';
import { disputesDesk, settling } from './pages/disputes-desk.ts';
import { document } from './pages/document.ts';
import { forYouOff } from './pages/for-you.ts';
import { front } from './pages/front.ts';
import { goods, order as ordering } from './pages/goods.ts';
import { joined } from './pages/joined.ts';
import { messages } from './pages/messages.ts';
import { order } from './pages/order.ts';
import { orders } from './pages/orders.ts';
import { photo } from './pages/photo.ts';
import { registers } from './pages/registers.ts';
import { reportingOther, reportingSeller, reportOther, reportSeller } from './pages/report.ts';
import { review, reviewing, withdrawing } from './pages/review.ts';
import { offer, sell } from './pages/sell.ts';
import { organisation, seller } from './pages/seller.ts';
import { contact, deposited, paid, received, shipped } from './pages/steps.ts';
import { invitations } from './partners/invitations.ts';
import { paidAt } from './partners/paid.ts';
import { LARGEST_PHOTO } from './pictures/photo.ts';
import { asking } from './web/cookies.ts';
import { type Desk, peoplesPages, staffsPages } from './web/doors.ts';
import { faultPage, onFault } from './web/fault.ts';
import { files } from './web/files.ts';
import { headers } from './web/headers.ts';
import { sameOrigin } from './web/origin.ts';
import { ownPath } from './web/own.ts';
import { consolePath, disputesPath, portalPath } from './web/page.ts';
import { returning } from './web/returning.ts';
import { type Asked, type Env, readerOf, visits } from './web/visit.ts';

/** The market over HTTP: its pages and what can be done on them. Works without scripts. */
export function marketApp(market: Market, desk: Desk): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/market/photos/:id', photo(market));
  app.route('/market', files());
  // What partners send comes from no browser: it brings a signature, and nothing of a visitor.
  app.post('/partners/paid', bodyLimit({ maxSize: 4 * 1024 }), paidAt(market));
  const { gate, desk: cookieDesk } = market.cookies;
  const watch = visitWatch({ avow: market.avow, subject: readerOf(market) });
  app.use(headers, honoGate(gate), honoVisits(watch), visits(market), sameOrigin);
  const tooLarge = (c: Asked) => faultPage(c, 'bad');
  const bound = (maxSize: number) => bodyLimit({ maxSize, onError: tooLarge });
  // A picture is longer than anything that is typed in, and so is evidence. What comes to the centre and to the
  // console, such as a receipt, a comment of 4,000 characters or a document, they bound themselves.
  const longer = [`${ownPath}/*`, '/sell', '/goods/:id/complain', `${consolePath}/*`];
  app.use(except(longer, bound(16 * 1024)));
  app.use('/sell', bound(LARGEST_PHOTO + 64 * 1024));
  const documents = bound(8 * 1024 * 1024);
  app.use(honoDesk(cookieDesk), returning(market));
  app.onError(onFault);
  app.notFound((c) => faultPage(c, 'notFound'));

  app.get('/', asking(market), front(market));
  app.post('/for-you/off', forYouOff(market));
  app.get('/goods/:id', asking(market), goods(market));
  app.post('/goods/:id/order', ordering(market));
  app.get('/goods/:id/seller', seller(market));
  app.get('/goods/:id/complain', complain(market));
  app.post('/goods/:id/complain', documents, complaining(market));
  app.get('/goods/:id/report', reportSeller(market));
  app.post('/goods/:id/report', reportingSeller(market));
  app.get('/sell', sell(market)).post('/sell', offer(market));

  app.get('/orders', orders(market));
  app.get('/orders/:id', order(market));
  app.post('/orders/:id/pay', paid(market));
  app.post('/orders/:id/deposit', deposited(market));
  app.post('/orders/:id/ship', shipped(market));
  app.post('/orders/:id/contact', contact(market));
  app.post('/orders/:id/receive', received(market));
  app.get('/orders/:id/dispute', dispute(market)).post('/orders/:id/dispute', disputing(market));
  app.post('/orders/:id/dispute/answer', answering(market));

  app.get('/orders/:id/messages', chat(market)).post('/orders/:id/messages', chatting(market));
  app.post('/orders/:id/messages/shut', shutting(market));
  app.get('/orders/:id/report', reportOther(market));
  app.post('/orders/:id/report', reportingOther(market));
  app.get('/orders/:id/review', review(market)).post('/orders/:id/review', reviewing(market));
  app.post('/orders/:id/review/withdraw', withdrawing(market));

  app.get('/activities', activities(market));
  app.post('/activities/:id/join', joiningActivity(market));
  app.post('/activities/:id/leave', leavingActivity(market));
  app.get('/registers', registers(market));
  app.get('/organisations/:id', organisation(market));

  app.get('/agreement', document(market, 'service-agreement'));
  app.get('/rules', document(market, 'site-rules'));
  app.get('/cookies', cookies(market));
  app.get('/joined', joined(market));
  app.route('/', peoplesPages(market, desk));
  app.route('/', staffsPages(market));
  app.get(disputesPath, disputesDesk(market)).post(`${disputesPath}/:id`, settling(market));

  app.get('/mine/messages', messages(market));
  app.use('/mine/choices', invitations(market));
  // Last, since they answer whatever else is below their paths.
  const around = (c: Asked) => [{ ...c.env, visit: c.get('visit') }];
  app.mount(ownPath, centre(market).fetch, around);
  app.mount(consolePath, console(market).fetch, around);
  app.mount(portalPath, portal(market).fetch, around);
  return app;
}
