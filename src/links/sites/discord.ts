import { askEach, foundIn, isWeb, recordOf, textOf } from './json-api.js';
import { alive, jsonOf, missing, type Site } from './site.js';

/** What evidence calls it. */
const service = "Discord's API";

/** Discord's invitations: their page is the same whether they have expired or not. */
export const discord: Site = {
  name: 'discord',
  batch: 1,
  claims: (url) => codeOf(url) !== null,
  ask: (targets, api) =>
    askEach(targets, async ({ url }) => {
      const code = codeOf(url);
      if (code === null) return null;
      const reply = await api.ask({ url: `https://discord.com/api/v10/invites/${code}` });
      if (textOf(foundIn(reply)?.code) !== null)
        return alive({ kind: 'knows', service, thing: 'invitation', name: code });
      // Discord API, JSON error codes: 10006 is an unknown invitation.
      const isUnknown = reply.kind === 'answer' && reply.status === 404 && recordOf(jsonOf(reply))?.code === 10006;
      return isUnknown
        ? missing('invite-expired', { kind: 'knows-no', service, thing: 'invitation', name: code })
        : null;
    }),
};

function codeOf({ protocol, hostname, pathname }: URL): string | null {
  if (!isWeb(protocol)) return null;
  const path = /^(?:www\.)?discord\.gg$/.test(hostname)
    ? /^\/(?:invite\/)?([\w-]{2,40})\/?$/
    : /^\/invite\/([\w-]{2,40})\/?$/;
  if (!/^(?:www\.)?(?:discord\.gg|discord(?:app)?\.com)$/.test(hostname)) return null;
  return path.exec(pathname)?.[1] ?? null;
}
