import { embedSite } from './embed.js';

/** CodePen: its pages stand behind a wall (liferay#164). */
export const codepen = embedSite({
  name: 'codepen',
  title: "CodePen's oEmbed",
  endpoint: 'https://codepen.io/api/oembed?format=json&url=',
  claims: ({ hostname, pathname }) =>
    hostname === 'codepen.io' && /^\/(?:team\/)?[\w-]+\/(?:pen|full|details|embed)\/\w+\/?$/.test(pathname),
  missing: 'pen-missing',
});
