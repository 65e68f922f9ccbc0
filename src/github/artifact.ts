import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../model/report.js';

/** Bytes that a report may have. */
const mostBytes = 10 * 1024 * 1024;

/** The text of the one file we look for in a downloaded artifact, or why it is not read; no other file is opened. */
export async function readArtifact(
  folder: string,
  name: string,
  most = mostBytes,
): Promise<{ readonly text: string } | { readonly refused: string }> {
  if (!/^[\w][\w.-]*$/.test(name)) return { refused: 'The name of the report is not a plain file name.' };
  const path = join(folder, name);
  try {
    if (!(await lstat(folder)).isDirectory()) return { refused: 'The artifact is not a folder.' };
    if (!(await lstat(path)).isFile()) return { refused: `The artifact's ${name} is not a regular file.` };
    // A link put there since is refused by the system; on Windows the flag does not exist.
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await file.stat();
      if (size > most) return { refused: `The artifact's ${name} has more than ${Math.floor(most / 1_000_000)} MB.` };
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof TypeError) return { refused: `The artifact's ${name} is not UTF-8.` };
    return { refused: `The artifact has no ${name} that can be read.` };
  }
}

/** The report without what lies outside the pull request's files; its figures stay what the report claims. */
export function confine(report: Report, within: { readonly files: readonly string[] }): Report {
  const files = new Set(within.files.filter(isRepositoryPath));
  return {
    ...report,
    findings: report.findings.filter((finding) => files.has(finding.path)),
    links: report.links.flatMap((link) => {
      const occurrences = link.occurrences.filter((place) => files.has(place.path));
      return occurrences.length === 0 ? [] : [{ ...link, occurrences }];
    }),
  };
}

/** True for a relative path that stays inside the repository. */
export function isRepositoryPath(path: string): boolean {
  if (path === '' || /^[/\\]|^[a-z]:|[\u0000-\u001F\\]/i.test(path)) return false;
  return !path.split('/').some((part) => part === '..' || part === '.' || part === '');
}
