import { embedSite } from './oembed.js';

/** Posts on X: the pages are a wall, profiles included, which no one can tell of. */
export const twitter = embedSite({
  name: 'twitter',
  title: "X's oEmbed",
  endpoint: 'https://publish.twitter.com/oembed?omit_script=1&url=',
  claims: ({ hostname, pathname }) =>
    /^(?:(?:www|mobile)\.)?(?:twitter|x)\.com$/.test(hostname) && /^\/\w{1,30}\/status(?:es)?\/\d+\/?$/.test(pathname),
  formOf: ({ pathname }) => `https://twitter.com${pathname.replace('/statuses/', '/status/')}`,
  missing: 'post-removed',
});
