/**
 * The change of one file as `git apply` takes it, paths relative to the folder it is applied in; empty when nothing changes.
 * @param path with forward slashes, relative
 * @param before null for a file that is new
 */
export async function unifiedDiff(path: string, before: string | null, after: string): Promise<string> {
  if (before === after) return '';
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import('diff');
  const name = path.replace(/^(?:\.?\/)+/, '');
  const patch = structuredPatch(
    before === null ? '/dev/null' : `a/${name}`,
    `b/${name}`,
    before ?? '',
    after,
    undefined,
    undefined,
    { context: 3 },
  );
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
