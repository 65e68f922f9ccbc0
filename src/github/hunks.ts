/** The right-side line numbers (1-based) of each hunk of a file's patch, as unified diffs tell; a review comment must stay in one hunk. */
export function hunksOf(patch: string): readonly ReadonlySet<number>[] {
  const hunks: Set<number>[] = [];
  let line = 0;
  for (const text of patch.split('\n')) {
    const head = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (head !== null) {
      line = Number(head[1]);
      hunks.push(new Set());
    } else if (text.startsWith('+') || text.startsWith(' ')) {
      hunks.at(-1)?.add(line);
      line += 1;
    }
  }
  return hunks;
}
