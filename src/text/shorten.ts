/** A text of at most `most` characters for a quotation: longer ones are cut after a word, or in a URL after a part of its path. */
export function shorten(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const start = line.slice(0, most - 1);
  const end = Math.max(start.lastIndexOf(' '), start.lastIndexOf('/') + 1, start.lastIndexOf('-'));
  return `${start.slice(0, end > most / 3 ? end : most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
