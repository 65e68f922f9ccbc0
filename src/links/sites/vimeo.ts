import { embedSite } from './oembed.js';

/** Vimeo. 403 is a video that may be shown on some sites only. */
export const vimeo = embedSite({
  name: 'vimeo',
  title: "Vimeo's oEmbed",
  endpoint: 'https://vimeo.com/api/oembed.json?url=',
  claims: ({ hostname, pathname }) =>
    (/^(?:www\.)?vimeo\.com$/.test(hostname) &&
      /^\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?\d{4,}(?:\/\w+)?\/?$/.test(pathname)) ||
    (hostname === 'player.vimeo.com' && /^\/video\/\d{4,}\/?$/.test(pathname)),
  missing: 'video-removed',
  there: [403],
});
