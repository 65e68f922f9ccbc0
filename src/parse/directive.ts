import type { Directive } from '../model/list.js';

const ours = /^\s*listwright-(disable-next-line|disable|enable|ignore-link)(?:\s+([\s\S]*?))?\s*$/;
/** remark's own forms (remark-message-control). */
const remark = /^\s*lint\s+(disable|enable|ignore)(?:\s+([\s\S]*?))?\s*$/;

/** Reads a comment's text as a directive; null when it is an ordinary comment. */
export function readDirective(text: string): Pick<Directive, 'dialect' | 'verb' | 'rules' | 'reason'> | null {
  const match = ours.exec(text);
  if (match) return { dialect: 'listwright', verb: match[1] as Directive['verb'], ...readRules(match[2]) };
  const other = remark.exec(text);
  return other ? { dialect: 'remark', verb: other[1] as Directive['verb'], ...readRules(other[2]) } : null;
}

function readRules(text = ''): Pick<Directive, 'rules' | 'reason'> {
  const cut = /(?:^|\s)--(?:\s+|$)/.exec(text);
  const names = cut === null ? text : text.slice(0, cut.index);
  const reason = cut === null ? '' : text.slice(cut.index + cut[0].length).trim();
  return { rules: names.split(/[\s,]+/).filter((name) => name !== ''), reason: reason === '' ? null : reason };
}
