import { describe, expect, test } from 'vitest';
import { detectHijack } from '../../../src/links/classify/hijacked-domain.js';
import { readPage } from '../../../src/links/classify/page-text.js';

const entry = ['kiln', 'firing', 'potters'];
const page = (title: string, more = '', lang = 'en'): string =>
  `<html lang="${lang}"><title>${title}</title><body>${more}</body></html>`;
const taken = (html: string, words: readonly string[] = entry, before: { title: string | null } | null = null) =>
  detectHijack(readPage(html), words, before);

describe('words of the trades', () => {
  test.each([
    ['en, gambling', 'Best Online Casinos 2026 – Roulette and Blackjack'],
    ['en, gambling', 'Sports betting and free spins'],
    ['id, gambling', 'SLOT GACOR: Situs Terpercaya'],
    ['id, gambling', 'Togel Hari Ini | Bandar Resmi'],
    ['vi, gambling', 'Nhà cái uy tín – Đăng ký nhận khuyến mãi'],
    ['tr, gambling', 'Güvenilir Bahis Siteleri ve Bonus'],
    ['ko, gambling', '카지노사이트 추천, 먹튀검증'],
    ['th, gambling', 'เว็บตรง สล็อตแตกง่าย'],
    ['zh, gambling', '澳门赌场_线上投注开户'],
    ['zh, gambling', '澳门新葡京娱乐场官网-首页'],
    ['ru, gambling', 'Онлайн казино: бонус и рулетка'],
    ['pt, gambling', 'Casas de apostas com bonus'],
    ['ja, replicas', 'スーパーコピー 時計 激安通販専門店'],
    ['streaming', 'Nonton Film Sub Indo'],
    ['streaming', '주소모음 | 무료웹툰'],
    ['essays', 'Write my essay: plagiarism free term papers'],
    ['adult', 'Escort service and webcam'],
    ['pills', 'Buy Viagra without prescription'],
  ])('%s: %s', (_, title) => {
    expect(taken(page(title))).toMatchObject({ reason: 'hijacked' });
    // One of the entry's words anywhere, and it may be what the list means.
    expect(taken(page(title, '<p>Our kilns.</p>'))).toBeNull();
    expect(taken(page(title, '<meta name="description" content="For potters">'))).toBeNull();
    // Nothing is known of the entry: nobody is called a hijacker.
    expect(taken(page(title), [])).toBeNull();
    // In the text alone, the words are a subject.
    expect(taken(page('News', `<p>${title}</p>`))).toBeNull();
  });

  test('in a heading, and in the text that follows', () => {
    expect(taken(page('Best online casinos', '<p>Claim free spins today.</p>'))).not.toBeNull();
    expect(taken(page('Best online casinos', '<p>A story of the town.</p>'))).toBeNull();
    expect(taken(page('Best online casinos', `<p>${'A story of the town. '.repeat(60)} Free spins.</p>`))).toBeNull();
  });

  test('in a heading and in the description', () => {
    expect(taken(page('Welcome', '<h1>Slot gacor</h1><h2>Togel</h2>'))).not.toBeNull();
    expect(taken(page('Welcome', '<meta name="description" content="Slot gacor, togel">'))).not.toBeNull();
  });
});

describe('words that only look like it', () => {
  test.each([
    ['a list of simulations', 'Awesome casino simulations: roulette, blackjack', ['casino', 'simulations']],
    ['a library for poker', 'Poker bot – a library for online poker', ['poker', 'bot']],
    ['an element for a page', 'A slot machine as a web component', ['slot', 'machine']],
    ['slots of a framework', 'Slots | Guide', ['vue', 'slots']],
    ['one word of the trade', 'Online casino', entry],
    ['weak words alone', 'Poker, roulette and blackjack in Python', ['cards', 'games']],
    ['a part of a word', 'Bookmakers’ maxwinding judicial agent bets', entry],
    ['a car', 'Escort owners and their clubs', ['ford', 'cars']],
    ['a playground', '儿童娱乐场官网-首页', ['park', 'games']],
    ['words of two trades', 'Viagra casino', entry],
    ['a name within a name', 'Togelius on maps', ['procedural', 'maps']],
  ])('%s', (_, title, words) => {
    expect(taken(page(title), words)).toBeNull();
  });

  test('common words of an entry tell nothing, and shield nothing', () => {
    expect(taken(page('Slot gacor online, togel'), ['online', 'kiln'])).not.toBeNull();
    expect(taken(page('Slot gacor online, togel'), ['online', 'free'])).toBeNull();
  });

  test('short words count where a word begins', () => {
    expect(taken(page('Slot gacor, togel', '<p>tapi</p>'), ['api', 'kiln'])).not.toBeNull();
    expect(taken(page('Slot gacor, togel', '<p>apis</p>'), ['api', 'kiln'])).toBeNull();
  });
});

describe('what is sure', () => {
  const three = 'Slot gacor, togel dan maxwin';
  test.each([
    ['three words, another language', page(three, '', 'id'), null, true],
    ['three words, the language of the entry', page(three), null, false],
    ['three words, another title before', page(three), { title: 'The Kiln Book' }, true],
    ['three words, a title that shares a word', page(three), { title: 'Maxwin and his kilns' }, false],
    ['three words, no title before', page(three), { title: null }, false],
    ['two words, another language', page('Slot gacor dan togel', '', 'id'), null, false],
    [
      'three words, one of them in the description',
      page('Slot gacor dan togel', '<meta name="description" content="maxwin">', 'id'),
      null,
      false,
    ],
    ['other letters than those of the entry', page('카지노사이트 먹튀검증 바카라사이트'), null, true],
    ['a frame for a script', page(three, '<div id="root"></div><script src="/a.js"></script>', 'id'), null, false],
    ['a language that has no part in it', page(three, '', 'de'), null, false],
  ])('%s', (_, html, before, sure) => {
    expect(taken(html, entry, before)?.sure).toBe(sure);
  });

  test('an entry of other letters, a page of plain ones', () => {
    expect(taken(page('Slot gacor, togel, maxwin'), ['窯', '陶芸'])?.sure).toBe(true);
    expect(taken(page('카지노사이트 먹튀검증 바카라사이트'), ['窯', '陶芸'])?.sure).toBe(false);
  });
});
