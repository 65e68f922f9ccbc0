import { UserError } from '../../model/errors.js';

/** Which proxy a request goes through. */
export interface Proxies {
  /** The proxy's URL; null where the way is direct. */
  proxyFor(url: URL): string | null;
}

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` as curl does: lower case wins, a name in `NO_PROXY` represents its subdomains too,
 * a port narrows it, `*` turns proxies off. Throws a UserError for an address that is no proxy's.
 */
export function readProxies(env: Readonly<Record<string, string | undefined>>): Proxies {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  const readUrl = (name: string): string | null => {
    const text = read(name).trim();
    if (text === '') return null;
    const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    if (URL.canParse(url) && /^(?:https?|socks5?):$/.test(new URL(url).protocol)) return url;
    // The value may hold a password, so it is not repeated.
    throw new UserError(`${name} is not a proxy URL; use one such as http://proxy.example:3128`);
  };
  const proxies: Readonly<Record<string, string | null>> = {
    'http:': readUrl('HTTP_PROXY'),
    'https:': readUrl('HTTPS_PROXY'),
  };
  const direct = read('NO_PROXY')
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, name = '', port = ''] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      return { name: entry === '*' ? '*' : name, port };
    });
  return {
    proxyFor(url) {
      const proxy = proxies[url.protocol] ?? null;
      if (proxy === null) return null;
      const port = url.port || (url.protocol === 'https:' ? '443' : '80');
      const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
      const isDirect = direct.some(
        (each) =>
          each.name === '*' ||
          ((each.port === '' || each.port === port) && (host === each.name || host.endsWith(`.${each.name}`))),
      );
      return isDirect ? null : proxy;
    },
  };
}
