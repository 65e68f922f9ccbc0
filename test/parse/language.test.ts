import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/parse/language.js';

const many = (line: string): string => `# Looms\n\n${`- [Weft](https://weft.example/) - ${line}\n`.repeat(12)}`;

describe('the language of a list', () => {
  test.each([
    ['en', 'A shuttle that carries the thread from one side of the warp to the other.'],
    ['es', 'Una lanzadera que lleva el hilo de un lado de la urdimbre al otro lado.'],
    ['pt', 'Uma lançadeira que leva o fio de um lado da teia para o outro lado.'],
    ['de', 'Ein Schiffchen, das den Faden von einer Seite der Kette auf die andere bringt.'],
    ['fr', 'Une navette qui porte le fil d’un côté de la chaîne à l’autre.'],
    ['ru', 'Челнок, который проводит нить с одной стороны основы на другую.'],
    ['zh', '把纬线从经线的一边带到另一边的梭子。'],
    ['ja', '緯糸を経糸の端から端まで運ぶシャトルです。'],
    ['ko', '씨실을 한쪽에서 다른 쪽으로 나르는 북입니다.'],
    ['fa', 'ماکویی که نخ را از یک سوی چله به سوی دیگر می‌برد و پارچه می‌سازد.'],
    ['ar', 'مكوك ينقل الخيط من جانب السدى الى الجانب الآخر'],
  ])('%s is told from its words', async (lang, line) => {
    expect(await detectLanguage(many(line))).toBe(lang);
  });

  test('names, addresses and code are in no language', async () => {
    expect(await detectLanguage('# Weft\n\n- [Heddle](https://heddle.example/der-die-das) `und`\n')).toBeNull();
  });

  test('an English list about things with other names is English', async () => {
    expect(await detectLanguage(many('The 織機 loom of the town, with a guide to it in 日本.'))).toBe('en');
  });
});
