/** Text in which no URL has a user name and a password, for reports. */
function withoutSecrets(text: string): string {
  return !text.includes('@') ? text : text.replace(/\b(https?:\/\/)[^\s/?#]*@/gi, '$1');
}

/** What does not change: most texts. */
const plainLine = /^(?! )[ -?A-~]{0,200}(?<! )$/;

/** Text from outside on one line of at most 200 characters, without controls and marks that turn the direction of text. */
export function evidenceLine(text: string): string {
  if (plainLine.test(text)) return text;
  const clean = withoutSecrets(text)
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g, ' ')
    .trim();
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}
