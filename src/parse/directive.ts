import type { Directive } from '../model/list.js';

const ours = /^\s*listwright-(disable-next-line|disable|enable|except|ignore-link)(?:\s+([\s\S]*?))?\s*$/;
/** remark's own forms (remark-message-control). */
const remark = /^\s*lint\s+(disable|enable|ignore)(?:\s+([\s\S]*?))?\s*$/;

/** Reads a comment's text as a directive; null when it is an ordinary comment. */
export function readDirective(text: string): Omit<Directive, 'position' | 'entry'> | null {
  const match = ours.exec(text);
  if (match?.[1] === 'except') return { dialect: 'listwright', verb: 'except', ...readException(match[2]) };
  if (match) return { dialect: 'listwright', verb: match[1] as Directive['verb'], ...readRules(match[2]) };
  const other = remark.exec(text);
  return other ? { dialect: 'remark', verb: other[1] as Directive['verb'], ...readRules(other[2]) } : null;
}

/** Reads `rules until 2030-12-31 -- reason`; a colon may begin the reason too. */
function readException(text = ''): Pick<Directive, 'rules' | 'reason' | 'until'> {
  const { rules, reason } = readRules(text, /(?:^|\s)--(?:\s+|$)|:(?:\s+|$)/);
  const at = rules.indexOf('until');
  return at === -1
    ? { rules, reason, until: null }
    : { rules: rules.slice(0, at), reason, until: rules.slice(at + 1).join(' ') };
}

function readRules(text = '', dash = /(?:^|\s)--(?:\s+|$)/): Pick<Directive, 'rules' | 'reason' | 'until'> {
  const cut = dash.exec(text);
  const names = cut === null ? text : text.slice(0, cut.index);
  const reason = cut === null ? '' : text.slice(cut.index + cut[0].length).trim();
  return {
    rules: names.split(/[\s,]+/).filter((name) => name !== ''),
    reason: reason === '' ? null : reason,
    until: null,
  };
}
