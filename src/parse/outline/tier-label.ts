import { splitEmoji } from './emoji.js';

/** A label that may be a tier, before it is known whether it counts with others. */
export interface TierLabel {
  /** Labels that can count together have the same scheme: a keyword in lower case, or `word`. */
  readonly scheme: string;
  /** The number as written, or the rank of a level word. */
  readonly rank: number;
  readonly keyword: string | null;
  readonly number: number | null;
  readonly title: string | null;
  readonly emoji: string | null;
}

/** Words that a number follows, in the languages lists are written in. */
const keywords = (
  'tier level stage phase part step week month ' +
  'nivel nível etapa fase parte paso passo semana mes mês niveau étape partie semaine mois stufe schritt teil woche monat ' +
  'уровень этап шаг часть неделя месяц рівень крок етап 阶段 階段 级别 級別 步骤 レベル ステップ ステージ 단계 레벨 مرحله سطح گام هفته مرحلة مستوى'
).replaceAll(' ', '|');
const after = String.raw`(?:\s*[-–—]\s*\d{1,3}(?=\s*[:：]))?(?![\d.,]*\d|[\p{L}])\s*(?:[:：.)|、]|[-–—]+)?\s*(.*)$`;
const numbered = new RegExp(`^(${keywords})[\\s#_-]*(\\d{1,3})${after}`, 'isu');
/** 第1阶段, 第二章: the number is before its word. */
const counted =
  /^第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(阶段|階段|部分|章|周|週|步|级|級|月|部|ステップ|段階|ステージ)\s*[:：.)|、-]*\s*(.*)$/su;

/** Level words by rank; words of one rank are the same level in other words. */
const levelWords: readonly string[] = [
  'beginner beginners novice junior principiante principiantes iniciante iniciantes básico basico débutant débutants anfänger начальный начинающий 初级 初級 入门 入門 初学者 初心者 초급 مبتدی مبتدئ',
  'intermediate mid middle mid-level intermedio intermediário intermédiaire средний 中级 中級 중급 متوسط',
  'advanced senior avanzado avançado avancé fortgeschrittene продвинутый 高级 高級 上級 进阶 進階 고급 پیشرفته متقدم',
  'expert experts master principal experto especialista эксперт 专家 專家 エキスパート',
];
const ranks = new Map(levelWords.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1])));

const words = [...ranks.keys()].sort((a, b) => b.length - a.length).join('|');
const suffix = String.raw`[\s-]*(?:(?:level|tier|stage|track|developer|dev|engineer)s?(?![\p{L}\p{N}])|者|编|編|篇|阶段|レベル|단계)`;
const prefix = '(?:for |nivel |nível |niveau |уровень |سطح |المستوى )?';
// A word like these after the level word says that a level is meant: "Beginner Projects" is no tier.
const level = new RegExp(`^${prefix}(${words})(?:['’]s)?(?:${suffix})?\\s*(?:[:：]\\s*(.*)|[-–—]\\s+(.*))?$`, 'isu');
const named = new RegExp(`^${prefix}(?:${words})(?:['’]s)?${suffix}`, 'iu');

const numerals = '一二三四五六七八九十';

/** 3, 三, 十, 十二, 二十 and 二十一 as numbers. */
function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (word: string): number => numerals.indexOf(word) + 1;
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
}

/** Reads a label as a level; null when it is none. */
export function readTierLabel(label: string): TierLabel | null {
  const { emoji, rest } = splitEmoji(label);
  // Arabic and Persian digits are read as those of ASCII.
  const text = rest.replace(/\s+/g, ' ').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const match = numbered.exec(text) ?? turned(counted.exec(text));
  if (match?.[1] !== undefined && match[2] !== undefined) {
    const number = numberOf(match[2]);
    return {
      scheme: match[1].toLowerCase(),
      rank: number,
      keyword: match[1],
      number,
      title: match[3] === undefined || match[3] === '' ? null : match[3].trim(),
      emoji,
    };
  }
  const word = level.exec(text);
  if (word?.[1] === undefined) return null;
  const title = word[2] ?? word[3];
  // Without a word like "level", only the whole label counts, a colon at its end aside.
  if (title && !named.test(text)) return null;
  const rank = ranks.get(word[1].toLowerCase()) ?? 0;
  return {
    scheme: 'word',
    rank,
    keyword: null,
    number: null,
    title: title || text.replace(/(?<!\s)\s*[:：]\s*$/u, ''),
    emoji,
  };
}

/** Puts the keyword before the number, as the other pattern has them. */
function turned(match: readonly string[] | null): readonly (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]];
}
