import { embedSite } from './oembed.js';

/** Posts on X: all pages require a login, profiles included. */
export const twitter = embedSite({
  name: 'twitter',
  title: "X's oEmbed",
  endpoint: 'https://publish.twitter.com/oembed?omit_script=1&url=',
  claims: ({ hostname, pathname }) =>
    /^(?:(?:www|mobile)\.)?(?:twitter|x)\.com$/.test(hostname) && /^\/\w{1,30}\/status(?:es)?\/\d+\/?$/.test(pathname),
  formOf: ({ pathname }) => `https://twitter.com${pathname.replace('/statuses/', '/status/')}`,
  missing: 'post-removed',
});
