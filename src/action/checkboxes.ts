/** Lines of a description that are read: it may have been edited by anyone who may edit the pull request. */
const mostRows = 2_000;
const row = /^- \[([ xX])\] .*<!-- entry:([\da-f]{16}) -->\s*$/;

/** A line with a check box, and the key of the entry that it is about in a comment. */
export function withBox(isTicked: boolean, line: string, key: string): string {
  return `- [${isTicked ? 'x' : ' '}] ${line} <!-- entry:${key} -->`;
}

/** The keys of the lines whose box is not ticked. They only keep entries: what else the text says does nothing. */
export function untickedKeys(body: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const line of body.slice(0, 70_000).split(/\r?\n/, mostRows)) {
    const [, box, key] = row.exec(line) ?? [];
    if (box === ' ' && key !== undefined) keys.add(key);
  }
  return keys;
}
