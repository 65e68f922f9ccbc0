/** Long names and descriptions are cut at this many UTF-16 units, so that a message stays one line a person can read. */
const longest = 300;

/** Fills the `{name}` placeholders of a message; line breaks and control characters of the data become single spaces. */
export function fillMessage(template: string, data: Readonly<Record<string, string | number>> | undefined): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = data?.[name];
    return value === undefined ? placeholder : plain(String(value));
  });
}

function plain(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
