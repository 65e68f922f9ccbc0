import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectSoft404 } from '../../../src/links/classify/soft-404-words.js';

const long = '<p>Clay shrinks as it dries, and again as it is fired.</p>'.repeat(60);
const few = '<p>Go back to the start or search the site.</p>';
const said = (title: string, h1: string, body = few): string | null =>
  detectSoft404(readPage(`<title>${title}</title>${h1 === '' ? '' : `<h1>${h1}</h1>`}${body}`));

describe('a title that says so in whole', () => {
  test.each([
    ['404'],
    ['404 Not Found'],
    ['Page not found'],
    ['Not Found | Kiln House'],
    ['Kiln House - Page Not Found'],
    ['Kiln House: Page not found'],
    ['Error 404 (Not Found)!!1'],
    ['404: This page could not be found.'],
    ['Oops! That page can’t be found.'],
    ['Sorry, this page doesn&#39;t exist — Kiln House'],
    ['HTTP 404 – File not found'],
    ["The page you're looking for could not be found (404)"],
    ['Page Not Found · Kiln House · Pots'],
    ['404 error'],
    ['Account Suspended'],
    ['Site suspended | Kiln House'],
    ['Seite nicht gefunden – Brennhaus'],
    ['Diese Seite existiert nicht'],
    ['Page introuvable | La maison du four'],
    ['Erreur 404 - Cette page n’existe pas'],
    ['Página no encontrada'],
    ['Página não encontrada'],
    ['Pagina non trovata'],
    ['Pagina niet gevonden'],
    ['Sidan hittades inte'],
    ['Siden ble ikke funnet'],
    ['Strona nie istnieje'],
    ['Ошибка 404: Страница не найдена'],
    ['Сторінку не знайдено'],
    ['Sayfa bulunamadı'],
    ['页面不存在'],
    ['找不到頁面'],
    ['ページが見つかりません'],
    ['페이지를 찾을 수 없습니다'],
    ['Không tìm thấy trang'],
    ['Halaman tidak ditemukan'],
    ['الصفحة غير موجودة'],
    ['صفحه یافت نشد'],
    ['העמוד לא נמצא'],
    ['ไม่พบหน้านี้'],
  ])('%s', (title) => {
    expect(said(title, 'Kiln House')).not.toBeNull();
    // The same words with a story behind them are a page about something.
    expect(said(title, 'Kiln House', long)).toBeNull();
  });
});

describe('a record of a site that is gone', () => {
  test.each([
    ['User not found'],
    ['Kiln House – This product is no longer available'],
    ['Project has been deleted'],
    ['The requested topic does not exist'],
    ['This paste has expired or been removed'],
    ['Artikel ist nicht mehr verfügbar'],
    ['Ce produit n’est plus disponible'],
    ['Usuario no encontrado'],
    ['Товар не найден'],
  ])('%s', (title) => {
    expect(said(title, 'Kiln House')).not.toBeNull();
    expect(said(title, title)).not.toBeNull();
    // Pages of help have such titles, and more to say.
    expect(said(title, title, '<p>Clay shrinks as it dries, and again as it is fired.</p>'.repeat(15))).toBeNull();
  });
});

test('the number of what is gone needs its word', () => {
  expect(said('410 - Gone', '')).not.toBeNull();
  expect(said('Gone', '')).toBeNull();
  expect(said('410', '410')).toBeNull();
  expect(said('This page has been moved or deleted', '')).not.toBeNull();
  expect(said('This page has moved', '')).toBeNull();
});

describe('a title about it', () => {
  test.each([
    ['Handling 404 errors'],
    ['HTTP 404 explained'],
    ['How to create a not found page'],
    ['404 Not Found: a history'],
    ['404 Media'],
    ['Lost &amp; Found'],
    ['Missing semicolons'],
    ['NotFound | API of Kiln'],
    ['404 pages | Inspiration'],
    ['Page not found exceptions - Kiln docs'],
    ['Room 404'],
    ['What to do when your account is suspended'],
    ['Seite an Seite'],
    ['Что делать, если страница не найдена'],
    ['页面不存在怎么办'],
    ['ページが見つかりませんの直し方'],
    ['Status code'],
  ])('%s', (title) => {
    expect(said(title, title)).toBeNull();
  });
});

describe('the main heading', () => {
  test.each([
    ['says so on a page without words', 'Kiln House', 'Page not found', few, 'Page not found'],
    ['says so with the title, over many words', 'Not Found | Kiln House', 'We can’t find that page', long, 'Not Found'],
    ['is a number above the phrase', 'Kiln House', '404', '<h2>Page not found</h2><p>Sorry.</p>', '404'],
    ['says so alone over many words', 'Kiln House', 'Page not found', long, null],
    ['is but a number over many words', '404 | Kiln House', '404', long, null],
    ['is a question about it', 'Kiln House', 'Page not found?! What our error pages look like', few, null],
  ])('%s', (_, title, h1, body, expected) => {
    expect(said(title, h1, body)).toBe(expected);
  });

  test('a bare number needs a bare page', () => {
    const middle = '<p>Four songs about the tower in which the band lives.</p>'.repeat(8);
    expect(said('404', '404', '<p>Nothing.</p>')).toBe('404');
    expect(said('404', '404', middle)).toBeNull();
  });

  test.each([
    ['a sigh over the sentence', 'Oops!', '<p>We can’t seem to find the page you’re looking for.</p>', true],
    ['a sigh over another sentence', 'Oops!', '<p>We broke a pot in the kiln again.</p>', false],
    ['a sigh over a story', 'Oops!', `<p>The page was not found.</p>${long}`, false],
    ['no sigh over the sentence', 'Raku', '<p>The page was not found.</p>', false],
  ])('%s', (_, h1, body, isAbsent) => {
    expect(said('Kiln House', h1, body) !== null).toBe(isAbsent);
  });

  test('a second heading counts where there is no first', () => {
    expect(detectSoft404(readPage('<h2>Page not found</h2>'))).toBe('Page not found');
    expect(detectSoft404(readPage('<h1>Troubles with kilns</h1><h2>Page not found</h2>'))).toBeNull();
  });
});

test('letters with their accents apart are the same letters', () => {
  expect(said('Página no encontrada'.normalize('NFD'), 'Kiln House')).not.toBeNull();
});

test('a line of text without a page', () => {
  expect(detectSoft404(readPage('404 page not found\n'))).toBe('404 page not found');
  expect(detectSoft404(readPage('404 pots were found'))).toBeNull();
});
