import type { Reason } from '../../model/reasons.js';
import type { HttpResponse } from '../http/response.js';
import { askEach, foundIn, isWeb } from './json-api.js';
import { alive, missing, type Site, saysMissing } from './site.js';

/** A service that describes its pages by oEmbed (oembed.com, 2.3). */
export interface Embedder {
  readonly name: string;
  /** How sentences call it. */
  readonly title: string;
  /** Its endpoint, up to the address that is checked about. */
  readonly endpoint: string;
  claims(url: URL): boolean;
  /** The reason for what is missing. */
  readonly missing: Reason;
  /** Statuses by which it says that a thing is there and may not be shown elsewhere. */
  readonly there?: readonly number[];
  /** The form of an address that it surely knows, where there are others; by default the address itself. */
  readonly formOf?: (url: URL) => string;
}

/** True for an answer that is a web page: bot protection or a portal, not an API response. */
export function isPage({ body }: HttpResponse): boolean {
  return /<(?:!doctype|html|head|body|title)\b/i.test(body.slice(0, 2000));
}

/** The adapter of such a service. */
export function embedSite({
  name,
  title,
  endpoint,
  claims,
  missing: reason,
  there = [],
  formOf = hrefOf,
}: Embedder): Site {
  return {
    name,
    batch: 1,
    claims: (url) => isWeb(url.protocol) && claims(url),
    ask: (targets, api) =>
      askEach(targets, async ({ url }) => {
        const reply = await api.ask({ url: endpoint + encodeURIComponent(formOf(url)) });
        if (reply.kind === 'failure') return null;
        if (foundIn(reply) !== null) return alive({ kind: 'describes', service: title, name: url.href });
        if (there.includes(reply.status) && !isPage(reply))
          return alive({ kind: 'not-embeddable', service: title, name: url.href });
        return saysMissing(reply)
          ? missing(reason, { kind: 'knows-no', service: title, thing: null, name: url.href })
          : null;
      }),
  };
}

const hrefOf = ({ href }: URL): string => href;
