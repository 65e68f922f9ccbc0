import { busyHost } from './latency.js';

/** The host with this number, an address of loopback; they do not meet `busyHost` before the 49 millionth. */
function hostOf(index: number): string {
  return `127.${1 + Math.floor(index / 62_500)}.${1 + (Math.floor(index / 250) % 250)}.${1 + (index % 250)}`;
}

/** `count` addresses in turn on `hosts` hosts; `kind` names the law of latency (`page`: none, `tail`: heavy-tailed). */
export function spread(count: number, hosts: number, port: number, kind: 'page' | 'tail'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `http://${hostOf(index % hosts)}:${port}/${kind}/${index}`);
}

/** Addresses of which most have a host of their own, in the proportion of public-apis (1,730 on 1,514 hosts). */
export function onePerHost(count: number, port: number): readonly string[] {
  return spread(count, Math.ceil((count * 1514) / 1730), port, 'tail');
}

/**
 * Addresses of which most are repositories on one host, in the proportion of awesome-go (2,817 of 3,169, the others on 228
 * hosts), well mixed. `on` says how a repository is written: under its real name, or as a page of the busy host here.
 */
export function githubHeavy(count: number, port: number, on: 'github.com' | 'page'): readonly string[] {
  const others = Math.round((count * 352) / 3169);
  const hosts = Math.max(1, Math.ceil((others * 228) / 352));
  const base = on === 'page' ? `http://${busyHost}:${port}` : 'https://github.com';
  let other = 0;
  return Array.from({ length: count }, (_, index) => {
    if (Math.floor(((index + 1) * others) / count) === other)
      return `${base}/bench-makers-${index % 997}/bench-${index}`;
    const url = `http://${hostOf(other % hosts)}:${port}/tail/${other}`;
    other++;
    return url;
  });
}

/** A list with an entry for each address, in sections of fifty. */
export function asMarkdown(urls: readonly string[]): string {
  const lines = ['# Benches'];
  urls.forEach((url, index) => {
    if (index % 50 === 0) lines.push('', `## Section ${index / 50}`, '');
    lines.push(`- [Bench ${index}](${url}) - A bench with a view of hills and of the old mill.`);
  });
  return `${lines.join('\n')}\n`;
}
