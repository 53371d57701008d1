import type { Mounted } from '@avow/server';
import { html } from '@avow/server/look';
import { Hono } from 'hono';
import decodeQR from 'qr/decode.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cited } from '../../avow/test/cited.ts';
import type { Role } from '../src/index.ts';
import { openOperators, roles } from '../src/index.ts';
import {
  accountPages,
  accountPaths,
  linksOf,
  operatorPages,
  operatorPaths,
} from '../src/pages/index.ts';
import { codeOf } from './authenticator.ts';
import { databaseOf, mei, open, presenting, tokenTo } from './place.ts';

const origin = 'https://harbour.example';
const unlimited = { perSecond: 1_000, burst: 1_000 };
const reader = () => ({ language: 'en', to: (path: string) => path }) as const;
const frame = (_: unknown, { title, main }: { title: string; main: unknown }) =>
  html`<!doctype html><title>${title}</title><main>${main}</main>`;

/** The pages as an adopter mounts them: a frame of two tags, and nothing else around them. */
async function mounted(options: Parameters<typeof open>[0] = {}) {
  const place = await open({ pages: linksOf(accountPaths), ...options });
  const app = new Hono();
  app.route(
    '/',
    accountPages({
      avow: place.avow,
      accounts: place.accounts,
      cookie: 'market_session',
      reader,
      frame,
      documents: () => [{ href: '/agreement', label: 'Agreement' }],
    }),
  );
  return { ...place, ...browsing(app) };
}

function browsing(app: Hono) {
  const send = (method: 'GET' | 'POST') => {
    return async (
      path: string,
      form: Record<string, string> = {},
      headers = {},
      env: Mounted = {},
    ) =>
      app.request(
        `${origin}${path}`,
        {
          method,
          headers: { origin, ...headers },
          ...(method === 'POST' && { body: new URLSearchParams(form) }),
        },
        env,
      );
  };
  return {
    get: (path: string, headers = {}) => send('GET')(path, {}, headers),
    post: send('POST'),
  };
}

const form = {
  as: 'person',
  email: mei.address,
  password: mei.password,
  'contact.name': '林美',
  'contact.phone': '',
  'contact.address': '',
  accept: 'yes',
  answer: 'accept',
};
const credentials = { email: mei.address, password: mei.password, next: '/orders' };

/** Joins over the pages; answers the cookie to present. */
async function joins({ post, accounts, inbox }: Awaited<ReturnType<typeof mounted>>) {
  expect((await post('/join', form)).headers.get('location')).toBe('/join/sent');
  await accounts.settled();
  const token = tokenTo({ inbox }, mei.address);
  const confirmed = await post('/join/confirm', { token, password: mei.password });
  expect(confirmed.headers.get('location')).toBe('/login/kept?next=%2F');
  return presenting(confirmed.headers.getSetCookie()[0] ?? '');
}

describe(`${cited('1.a.1')}: the pages`, () => {
  it('lead from the form over the mail and the password to an account', async () => {
    const place = await mounted();
    const cookie = await joins(place);
    expect((await place.get('/account', { cookie })).status).toBe(200);
    expect((await place.get('/account')).headers.get('location')).toBe('/login?next=%2Faccount');
    expect((await place.get('/join', { cookie })).headers.get('location')).toBe('/account');
  });

  it('do nothing when a link in a message is merely opened', async () => {
    const { get, post, accounts, inbox } = await mounted();
    await post('/join', form);
    await accounts.settled();
    const token = tokenTo({ inbox }, mei.address);
    expect((await get(`/join/confirm?token=${token}`)).headers.getSetCookie()).toEqual([]);
    expect((await post('/login', credentials)).status).toBe(422);
  });
});

describe(cited('1.a.4'), () => {
  it('names each field that the form does not ask for, and keeps nothing in part', async () => {
    const { post, accounts, inbox, avow } = await mounted();
    const response = await post('/join', { ...form, 'identity.number': '350203199001011234' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('“identity.number” is not asked for here');
    expect(page).not.toContain('350203199001011234');
    // What an organisation is asked is not asked of a person.
    expect((await post('/join', { ...form, 'enterprise.name': 'Yard' })).status).toBe(422);
    await accounts.settled();
    expect(inbox.received).toEqual([]);
    expect(await avow.subjects.find('contact.email', mei.address)).toBeUndefined();
  });

  it('says all that is missing at once', async () => {
    const { post } = await mounted();
    const empty = { as: 'organisation', answer: 'accept' };
    const page = await (await post('/join', empty)).text();
    for (const name of [
      'email',
      'password',
      'enterprise.name',
      'organisation.representative',
      'accept',
    ]) {
      expect(page).toContain(`href="#${name}"`);
    }
  });
});

describe(cited('P.8'), () => {
  it('takes one tick for one acceptance, and puts it on record', async () => {
    const texts = { en: 'You agree.', 'zh-CN': '您同意。' };
    const place = await mounted();
    const { avow, get } = place;
    await avow.documents.publish({ kind: 'service-agreement', version: '1', texts });
    expect(await (await get('/join')).text()).toContain('href="/agreement"');
    const cookie = await joins(place);
    const whose = await place.accounts.whoIs(cookie);
    const person = whose?.person as NonNullable<typeof whose>['person'];
    expect(await avow.agreement.state(person)).toBe('accepted');
    const history = await avow.history({ person });
    const happened = history.permitted ? history.value.happened : [];
    const acceptances = happened.filter(
      ({ what }) => what.kind === 'evidence' && what.evidence.startsWith('acceptance'),
    );
    expect(acceptances).toHaveLength(1);
  });
});

describe(cited('P.9'), () => {
  it('makes no account of somebody who declines, accepts nothing, or leaves out what is needed', async () => {
    const { post, accounts, inbox } = await mounted();
    const declined = await post('/join', { ...form, answer: 'decline' });
    expect(declined.headers.get('location')).toBe('/join/declined');
    const { accept, ...unticked } = form;
    expect((await post('/join', unticked)).status).toBe(422);
    const { 'contact.name': _, ...nameless } = form;
    expect((await post('/join', nameless)).status).toBe(422);
    await accounts.settled();
    expect(inbox.received).toEqual([]);
  });

  it('has the box unticked, and the two answers alike', async () => {
    const { get } = await mounted();
    const page = await (await get('/join')).text();
    expect(page).toMatch(/<input type="checkbox" id="accept" name="accept" value="yes">/);
    const [accept, decline] = [...page.matchAll(/<button class="([^"]+)" name="answer"/g)];
    expect(accept?.[1]).toBe(decline?.[1]);
  });
});

describe(cited('6.a.1'), () => {
  it('answers alike for addresses that are known and for others, to the byte', async () => {
    const place = await mounted();
    await joins(place);
    const { post } = place;
    const stranger = 'nobody@elsewhere.example';
    const answers = async (path: string, fields: Record<string, string>) => {
      const both = [mei.address, stranger].map(async (email) => {
        const response = await post(path, { ...fields, email });
        const body = (await response.text()).replaceAll(email, 'ADDRESS');
        const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers);
        return { status: response.status, headers, body, cookies: response.headers.getSetCookie() };
      });
      return Promise.all(both);
    };
    for (const [path, fields] of [
      ['/login', { password: 'not this one', next: '/' }],
      ['/login/forgotten', {}],
      ['/join', form],
    ] as const) {
      const [known, unknown] = await answers(path, fields);
      expect(known).toEqual(unknown);
      expect(known?.cookies).toEqual([]);
    }
    await place.accounts.settled();
  });

  it('asks for the second factor without a cookie, draws its secret so that it can be read, and shows the codes once', async () => {
    const place = await mounted();
    const cookie = await joins(place);
    const { post, get } = place;
    const { password } = mei;
    const page = await (
      await post('/account/second-factor', { step: 'begin', password }, { cookie })
    ).text();
    const secret = (/class="secret">([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
    expect(readFrom(page)).toBe(
      `otpauth://totp/harbour.example?secret=${secret}&issuer=harbour.example`,
    );
    expect(page.match(/<li><code>/g)?.length).toBeGreaterThan(5);
    const wrong = await post('/account/second-factor', { code: '000000' }, { cookie });
    expect(await wrong.text()).not.toContain(secret);
    const on = await post('/account/second-factor', { code: codeOf(secret) }, { cookie });
    expect(on.headers.get('location')).toBe('/account/second-factor?done=yes');
    expect((await get('/account', { cookie })).status).toBe(303);

    const asked = await post('/login', credentials);
    expect([asked.status, asked.headers.getSetCookie()]).toEqual([200, []]);
    const [, challenge = ''] = /name="challenge" value="([^"]+)"/.exec(await asked.text()) ?? [];
    const code = codeOf(secret, 1);
    const proven = await post('/login/code', {
      challenge,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      next: '/orders',
    });
    expect(proven.headers.get('location')).toBe('/login/kept?next=%2Forders');
  });

  it('tells whoever tries too often when to come back', async () => {
    const once = { perSecond: 0.1, burst: 1 };
    const { post } = await mounted({
      limits: { account: once, caller: unlimited, mail: unlimited },
    });
    expect((await post('/login', credentials)).status).toBe(422);
    const refused = await post('/login', credentials);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.text()).toContain('Nothing was changed');
  });

  it('counts by whom the server says a request came from', async () => {
    const once = { perSecond: 0.1, burst: 1 };
    const { post } = await mounted({
      limits: { account: unlimited, caller: once, mail: unlimited },
    });
    const from = async (caller: string) =>
      (await post('/login', credentials, {}, { caller })).status;
    expect([await from('a'), await from('a'), await from('b')]).toEqual([422, 429, 422]);
  });

  it('proves a password again, before what cannot be undone', async () => {
    const place = await mounted();
    const cookie = await joins(place);
    const { proves } = place.accounts;
    expect(await proves({ cookie, password: mei.password })).toEqual({ outcome: 'proven' });
    expect(await proves({ cookie, password: 'not this one' })).toEqual({ outcome: 'wrong' });
    expect(await proves({ cookie: undefined, password: mei.password })).toEqual({
      outcome: 'signed-out',
    });
  });

  it('refuses a form that another site sent, whatever it is for', async () => {
    const { post } = await mounted();
    const paths = Object.values(accountPaths).filter(
      (path) => !path.endsWith('.js') && path !== '/',
    );
    for (const path of paths) {
      for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
        const { status } = await post(path, credentials, headers);
        expect([path, status]).toEqual([path, 403]);
      }
    }
  });

  it('takes no form that is none, and says so without repeating it', async () => {
    const { post } = await mounted();
    const nul = await post('/login', { ...credentials, email: 'mei\0@example.net' });
    expect([nul.status, await nul.text()]).toEqual([400, 'not a form of these pages']);
  });

  it('lets no cache keep a page', async () => {
    const place = await mounted();
    const cookie = await joins(place);
    const own = ['/account', '/account/sessions', '/account/passkeys', '/account/second-factor'];
    const pages = [
      ...own.map((path) => [path, { cookie }] as const),
      ...['/join', '/login', '/join/confirm?token=x'].map((path) => [path, {}] as const),
    ];
    for (const [path, headers] of pages) {
      const response = await place.get(path, headers);
      const told = response.headers.get('cache-control');
      expect([path, response.status, told]).toEqual([path, 200, 'no-store']);
    }
  });
});

/** Reads the picture as an authenticator's camera does: dark and light, eight points to a square. */
function readFrom(page: string): string {
  const [, svg = ''] = /(<svg[\s\S]*?<\/svg>)/.exec(page) ?? [];
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = 8;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  const [, drawn = ''] = / d="([^"]+)"/.exec(svg) ?? [];
  const dark = squaresOf(svg);
  expect(drawn).not.toBe('');
  for (const [x, y] of dark) {
    for (let row = y * scale; row < (y + 1) * scale; row += 1) {
      data.fill(0, (row * width + x * scale) * 4, (row * width + (x + 1) * scale) * 4);
    }
  }
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return decodeQR({ width, height: width, data });
}

/** Follows the pen of the path: each square is `m…h1v1h-1Z` or the like, from where the last one began. */
function squaresOf(svg: string): readonly (readonly [number, number])[] {
  const squares: [number, number][] = [];
  for (const [, drawn = ''] of svg.matchAll(/ d="([^"]+)"/g)) {
    let [x, y] = [0, 0];
    for (const [, absolute, relative, dx = '', dy = ''] of drawn.matchAll(
      /(?:(M)|(m))\s*(-?\d+)[ ,]?(-?\d+)/g,
    )) {
      if (absolute) [x, y] = [Number(dx), Number(dy)];
      else if (relative) [x, y] = [x + Number(dx), y + Number(dy)];
      squares.push([x, y]);
    }
  }
  return squares;
}

describe('operators', () => {
  /** What each route answers to each role, to somebody without a second factor, and to everybody else. */
  it('find each page open to their role and shut to all others', async () => {
    const place = await open();
    const operators = await openOperators({
      avow: place.avow,
      database: await databaseOf(place.folder, 'operators'),
      origin,
      cookie: 'operator_session',
      limits: { account: unlimited, caller: unlimited },
    });
    onTestFinished(() => operators.close());
    const app = new Hono();
    app.route('/', operatorPages({ operators, cookie: 'operator_session', reader, frame }));
    const { get, post } = browsing(app);

    const { home, people, password, login, enrol } = operatorPaths;
    const cookies: Record<string, string> = { nobody: '' };
    for (const role of roles) cookies[role] = await enrolled(role);
    cookies['must enrol'] = (await added('support', 'new')).cookie;

    const everyRole = {
      support: 200,
      legal: 200,
      'data-protection': 200,
      administrator: 200,
      auditor: 200,
    };
    const administrators = {
      ...everyRole,
      support: 403,
      legal: 403,
      'data-protection': 403,
      auditor: 403,
    };
    const others = { nobody: login, 'must enrol': enrol };
    const expected = {
      [`GET ${home}`]: { ...everyRole, ...others },
      [`GET ${password}`]: { ...everyRole, ...others },
      [`POST ${password}`]: {
        ...everyRole,
        support: 422,
        legal: 422,
        'data-protection': 422,
        administrator: 422,
        auditor: 422,
        ...others,
      },
      [`GET ${people}`]: { ...administrators, ...others },
      [`POST ${people}`]: { ...administrators, administrator: 422, ...others },
    };
    const found: Record<string, Record<string, unknown>> = {};
    for (const route of Object.keys(expected)) {
      const [method, path = ''] = route.split(' ');
      for (const [who, cookie] of Object.entries(cookies)) {
        const response =
          method === 'GET'
            ? await get(path, { cookie })
            : await post(path, { do: 'add' }, { cookie });
        found[route] = {
          ...found[route],
          [who]: response.headers.get('location') ?? response.status,
        };
      }
    }
    expect(found).toEqual(expected);

    // Nobody removes themself, so that an administrator is left.
    const cookie = cookies['administrator'] ?? '';
    const [you] = (await operators.list()).filter(({ role }) => role === 'administrator');
    const gone = await post(people, { do: 'remove', operator: you?.operator ?? '' }, { cookie });
    expect(gone.status).toBe(422);
    expect((await get(people, { cookie })).status).toBe(200);

    async function added(role: Role, name: string = role) {
      const made = await operators.add({ name, role });
      if (!('password' in made)) throw new Error(made.outcome);
      const form = { name, password: made.password };
      const { headers } = await post(login, form);
      return { ...made, cookie: presenting(headers.getSetCookie()[0] ?? '') };
    }

    async function enrolled(role: Role): Promise<string> {
      const { cookie, password } = await added(role);
      const begun = await (await post(enrol, { step: 'begin', password }, { cookie })).text();
      const secret = (/class="secret">([^<]+)</.exec(begun)?.[1] ?? '').replaceAll(' ', '');
      const { headers } = await post(enrol, { code: codeOf(secret) }, { cookie });
      return presenting(headers.getSetCookie()[0] ?? '');
    }
  });

  it('and people never share a session, whatever cookie is presented where', async () => {
    const place = await mounted();
    const person = await joins(place);
    const operators = await openOperators({
      avow: place.avow,
      database: await databaseOf(place.folder, 'operators'),
      origin,
      cookie: 'operator_session',
      limits: { account: unlimited, caller: unlimited },
    });
    onTestFinished(() => operators.close());
    const app = new Hono();
    app.route('/', operatorPages({ operators, cookie: 'operator_session', reader, frame }));
    const value = person.slice(person.indexOf('='));
    for (const cookie of [person, `operator_session${value}`]) {
      const response = await browsing(app).get('/staff', { cookie });
      expect(response.headers.get('location')).toBe('/staff/login');
    }
  });
});
