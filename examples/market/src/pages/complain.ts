import { createHash } from 'node:crypto';
import { faults, field, html, type Markup, none } from '@avow/server/look';
import { infringedRights, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Listing } from '../shop/listings.ts';
import { faultPage } from '../web/fault.ts';
import { type Form, MalformedForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { ownPath } from '../web/own.ts';
import { marketPage } from '../web/page.ts';
import { answered, citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';
import type { Words } from '../words/index.ts';
import { handleOf } from './people.ts';
import { textsIn } from './thing.ts';

const fields = ['right', 'title', 'claim'] as const;
type Filled = Form<(typeof fields)[number]> & { readonly document: string | undefined };
type Wrong = Partial<Record<keyof Filled, string>>;

/** Where somebody complains that what is offered infringes a right of theirs (3.e). */
export const complain = (market: Market) =>
  known(async (c, person) => {
    const listing = listingFor(market, c, person);
    if (listing === undefined) return faultPage(c, 'notFound');
    const goesOn = await openComplaint(market, person);
    const { visit } = c.var;
    const main = goesOn === undefined ? form(market, visit, listing) : waits(visit, goesOn);
    return c.html(marketPage(visit, visit.words.complain.title, main));
  });

/** Takes the claim by a decision, then files the complaint: from then on both sides see its course. */
export const complaining = (market: Market) =>
  known(async (c, person) => {
    const listing = listingFor(market, c, person);
    if (listing === undefined) return faultPage(c, 'notFound');
    const { visit } = c.var;
    const { complain: said } = visit.words;
    const goesOn = await openComplaint(market, person);
    if (goesOn !== undefined) {
      return c.html(marketPage(visit, said.title, waits(visit, goesOn)), 409);
    }
    const filled = await read(c);
    const right = infringedRights.find((each) => each === filled.right);
    if (right === undefined) throw new MalformedForm();
    const wrong = check(filled, visit.words);
    const { title, claim, document } = filled;
    if (document === undefined || Object.keys(wrong).length > 0) {
      const main = form(market, visit, listing, filled, wrong);
      return c.html(marketPage(visit, said.title, main), 422);
    }
    const { avow } = market;
    const taken = await avow.collect({ person, purpose: 'dispute.rights', fields: { claim } });
    if (!taken.permitted) {
      const main = html`<h1>${said.title}</h1>${answered(market, visit, taken, { title: said.refused })}`;
      return c.html(marketPage(visit, said.title, main));
    }
    const about = { right, title, listing: listing.id, document };
    const filed = await avow.desk.complaints.file({
      ...{ complainant: person, respondent: listing.seller, ...about },
    });
    return c.redirect(visit.to(`${ownPath}/cases/${filed.case}`), 303);
  });

/** What is complained of: nobody complains of themself. */
function listingFor({ listings }: Market, c: Asked, person: PersonId): Listing | undefined {
  const listing = listings.get(c.req.param('id') ?? '');
  return listing?.seller === person ? undefined : listing;
}

/** A claim is kept once of everybody, and is what goes to the other side: so complaints go one after another. */
async function openComplaint({ avow }: Market, person: PersonId): Promise<string | undefined> {
  const cases = await avow.desk.cases.of(person);
  return cases.find(
    ({ type, state, person: by }) => type === 'complaint' && state === 'open' && by === person,
  )?.case;
}

/** The fields, and the digest of the document, which is looked through and let go. */
async function read(c: Asked): Promise<Filled> {
  const posted = await c.req.formData().catch(() => {
    throw new MalformedForm();
  });
  const texts = fields.map((name) => {
    const [value = '', ...more] = posted.getAll(name);
    const isText = typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
    if (!isText || more.length > 0) throw new MalformedForm();
    return [name, value.trim()] as const;
  });
  const file = posted.get('document');
  const isThere = file instanceof File && file.size > 0;
  const bytes = isThere ? new Uint8Array(await file.arrayBuffer()) : undefined;
  const document = bytes && createHash('sha256').update(bytes).digest('hex');
  return { ...(Object.fromEntries(texts) as Form<(typeof fields)[number]>), document };
}

function check({ title, claim, document }: Filled, { complain: said }: Words): Wrong {
  return {
    ...(title === '' || title.length > 200 ? { title: said.needTitle } : {}),
    ...(claim === '' || claim.length > 4_000 ? { claim: said.needClaim } : {}),
    ...(document === undefined ? { document: said.needDocument } : {}),
  };
}

function form(
  market: Market,
  visit: Visit,
  listing: Listing,
  filled?: Filled,
  wrong: Wrong = {},
): Markup {
  const { words, language, to } = visit;
  const { complain: said } = words;
  const { title } = textsIn(listing, language);
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
<p>${said.of(title, handleOf(market, visit, listing.seller))}</p>
${faults(language, found)}
<form method="post" enctype="multipart/form-data" action="${to(`/goods/${listing.id}/complain`)}" novalidate>
${rights(said, filled?.right)}
${field({ name: 'title', label: said.rightTitle, hint: said.rightHint, value: filled?.title, error: wrong.title, limit: 200, required: true })}
${field({ name: 'claim', label: said.claim, hint: said.claimHint, value: filled?.claim, error: wrong.claim, lines: 6, limit: 4_000, required: true })}
${evidence(said, wrong.document)}
<h2>${said.exchange}</h2>${citing(market, visit, '3.e.2')}${citing(market, visit, '3.e.3')}
<div class="actions"><button class="button">${said.send}</button></div></form>`;
}

function rights(said: Words['complain'], chosen: string | undefined): Markup {
  const options = infringedRights.map(
    (each) =>
      html`<option value="${each}"${each === chosen ? html` selected` : none}>${said.rights[each]}</option>`,
  );
  return html`<div class="field"><label for="right">${said.right}</label><select id="right" name="right">${options}</select></div>`;
}

/** A browser never fills a file in again, so its fault is all that stands here after a mistake. */
function evidence(said: Words['complain'], error: string | undefined): Markup {
  const told = error === undefined ? 'document-hint' : 'document-hint document-error';
  return html`<div class="field"><label for="document">${said.document}</label>
<p class="field-hint" id="document-hint">${said.documentHint}</p>
<input type="file" id="document" name="document" required aria-describedby="${told}"${error === undefined ? none : html` aria-invalid="true"`}>
${error === undefined ? none : html`<p class="field-error" id="document-error">${error}</p>`}</div>`;
}

function waits({ words, to }: Visit, id: string): Markup {
  const { complain: said } = words;
  return html`<h1>${said.title}</h1><p class="lead">${said.goesOn}</p>
<p><a class="button" href="${to(`${ownPath}/cases/${id}`)}">${said.toIt}</a></p>`;
}
