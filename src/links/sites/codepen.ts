import { embedSite } from './oembed.js';

/** CodePen: its pages have bot protection (liferay#164). */
export const codepen = embedSite({
  name: 'codepen',
  title: "CodePen's oEmbed",
  endpoint: 'https://codepen.io/api/oembed?format=json&url=',
  claims: ({ hostname, pathname }) =>
    hostname === 'codepen.io' && /^\/(?:team\/)?[\w-]+\/(?:pen|full|details|embed)\/\w+\/?$/.test(pathname),
  // The form that others ask its oEmbed for (Automattic/jetpack#3430).
  formOf: ({ origin, pathname }) => origin + pathname.replace(/\/(?:full|details|embed)\/(\w+)\/?$/, '/pen/$1'),
  missing: 'pen-missing',
});
