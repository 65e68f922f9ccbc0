/** The deepest nesting of quotes and lists that is read; real lists stop at 6, and micromark's time grows with its square. */
const maxDepth = 100;
/** The most emphasis and bracket marks in one paragraph that are read. */
const maxMarks = 6000;

/** True when a text nests so deeply that reading it as Markdown would take minutes: no list does, an attack may. */
export function isTooDeep(text: string): boolean {
  const indents: number[] = [];
  let marks = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const lead = /^[\t ]*(?:(?:>|[-*+]|\d{1,9}[.)])(?:[\t ]+|$|(?=>)))*/.exec(line)?.[0] ?? '';
    if (lead.length > maxDepth && (lead.match(/>|[-*+]|\d[.)]/g)?.length ?? 0) > maxDepth) return true;
    const indent = line.length - line.trimStart().length;
    if (indent === line.length) {
      marks = 0;
      continue;
    }
    if (lead.length > indent) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
      indents.push(indent);
      if (indents.length > maxDepth) return true;
      marks = 0;
    } else if (line.startsWith('|') || line.startsWith('#')) {
      marks = 0;
    }
    if (line.length < 40 && marks === 0) continue;
    for (let index = 0; index < line.length; index++) {
      const code = line.charCodeAt(index);
      // * _ [ ~
      if (code === 42 || code === 95 || code === 91 || code === 126) marks++;
    }
    if (marks > maxMarks) return true;
  }
  return false;
}
