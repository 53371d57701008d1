import UAParser from 'ua-parser-js';

/** What a user agent is reduced to; what cannot be told is absent. */
export interface Agent {
  readonly browser?: string;
  readonly software?: string;
  readonly hardware?: string;
}

/** Systems that run on what stands on a desk or a lap, as far as a browser says nothing else. */
const onDesks = /^(Windows|Mac OS|Chrom(e|ium) OS|Linux|Ubuntu|Debian|Fedora|SUSE|FreeBSD)$/;

/**
 * The type of the browser, the system and the kind of machine: nothing finer, so that together they tell
 * nobody apart. The user agent itself is looked at and forgotten.
 */
export function agentOf(userAgent: string | undefined): Agent {
  if (userAgent === undefined) return {};
  const { browser, os, device } = new UAParser(userAgent.slice(0, 512)).getResult();
  const [major] = os.version?.split('.', 1) ?? [];
  const desk = onDesks.test(os.name ?? '') ? 'desktop' : undefined;
  const said = {
    browser: browser.name,
    software: os.name && (major === undefined ? os.name : `${os.name} ${major}`),
    hardware: device.type ?? desk,
  };
  const told = Object.entries(said).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(told.map(([name, value]) => [name, value?.slice(0, 64)]));
}

/** The language that a browser would have soonest (RFC 9110 section 12.5.4); undefined for none or any. */
export function languageIn(accepted: string | undefined): string | undefined {
  const wanted = (accepted ?? '')
    .slice(0, 512)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...terms] = part.split(';').map((each) => each.trim());
      const weight = terms.find((term) => term.startsWith('q='))?.slice(2) ?? '1';
      const isTag = tag.length <= 35 && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
      return isTag && Number(weight) > 0 ? [{ tag, weight: Number(weight) }] : [];
    });
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.tag;
}
