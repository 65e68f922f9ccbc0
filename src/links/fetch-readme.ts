import { UserError } from '../model/errors.js';
import type { RemoteList } from '../model/remote.js';
import type { LinkSettings } from '../model/settings.js';
import type { CheckContext } from './context.js';
import { openSession } from './session.js';
import { openApi } from './sites/api-client.js';
import { jsonOf } from './sites/site.js';

/** Names under which a README is looked for where the API may not be asked. */
const usualNames = ['README.md', 'readme.md', 'Readme.md', 'README.markdown', 'README'];

/** Fetches the text of a list on GitHub, through the guard and `--connect-to` as every request. Throws a UserError where it cannot be had. */
export async function fetchReadme(list: RemoteList, settings: LinkSettings, world: CheckContext): Promise<string> {
  const { repository, file } = list;
  const engine = await openSession(settings, world, null);
  const api = openApi(engine);
  const raw = (ref: string, path: string): string =>
    `https://raw.githubusercontent.com/${repository}/${ref}/${path.split('/').map(encodeURIComponent).join('/')}`;
  let why = 'it did not respond';
  try {
    if (file === null) {
      const url = `${api.services.github.rest}/repos/${repository}/readme`;
      const reply = await api.ask({ url, accept: 'application/vnd.github.raw+json', token: 'github' });
      if (reply.kind === 'answer' && reply.status === 200 && reply.cut !== true) return reply.body;
      if (reply.kind === 'answer' && reply.status === 404 && jsonOf(reply) !== null)
        throw new UserError(`${repository}: GitHub has no such repository, or it has no README`);
    }
    for (const [ref, path] of file === null
      ? usualNames.map((name) => ['HEAD', name] as const)
      : [[file.ref, file.path] as const]) {
      const reply = await api.ask({ url: raw(ref, path), accept: 'text/plain,*/*;q=0.8' });
      if (reply.kind === 'answer' && reply.status === 200 && reply.cut !== true) return reply.body;
      why = reply.kind === 'answer' ? `it responded with status ${reply.status}` : reply.detail;
      if (reply.kind === 'failure') break;
    }
  } finally {
    await engine.close();
  }
  throw new UserError(`${repository}: its ${file?.path ?? 'README'} could not be fetched from GitHub: ${why}`);
}
