import { describe, expect, it } from 'vitest';
import rule from '../../rules/url-no-tracking.js';
import { findingsOf, fixed } from './lint-with.js';

const link = '[Jib](https://jib.test/?utm_source=mail&utm_medium=web)';
const clean = '[Jib](https://jib.test/)';
const gaff = '## Gaff\n\n- [Gaff](https://gaff.test/) - Loud.\n';
const run = (text: string, lang?: string) => {
  const example = { text, finds: [], ...(lang === undefined ? {} : { lang }) };
  return { count: findingsOf(rule, example, text).length, text: fixed(rule, example, text).text };
};

describe('url-no-tracking and links that are paid for', () => {
  it.each([
    ...['Sponsoren', 'Unterstützer', 'Unsere Partner', 'Werbung', 'Affiliate-Links', 'Parceiros', 'Patrocinadores'],
    ...['Apoiadores', 'Sostenitori', 'Sponsor', 'Link di affiliazione', 'Partenaires', 'Parrains', 'Mécènes'],
    ...['Спонсоры', 'Партнёры', 'Наши партнеры', 'Спонсори', 'Реклама', '赞助商', '贊助商', '合作伙伴', '广告'],
    ...['スポンサー', '協賛企業', 'アフィリエイトリンク', '후원사', '제휴 링크', 'Sponsorzy', 'Partnerzy', 'Darczyńcy'],
    ...['Sponsorlar', 'Destekçiler', 'İş ortaklarımız', 'Sponsoren en partners', 'Sponsorer', 'Sponzoři', 'Partneři'],
    ...['Mitra', 'Didukung oleh', 'Nhà tài trợ', 'Đối tác', 'Χορηγοί', 'ผู้สนับสนุน', 'रुचि और प्रायोजक', 'رعاة المشروع'],
    ...['נותני חסות', 'Szponzorok', 'Támogatók', 'Sponsorit', 'Yhteistyökumppanit', 'Parteneri', 'Auspiciantes'],
  ])('keeps them in the section %s', (title) => {
    const text = `# Kites\n\n## ${title}\n\n- ${link} - Loud.\n\n${gaff}`;
    expect(run(text)).toEqual({ count: 0, text });
  });

  it.each([
    ...['Segel', 'Parteien', 'Apoio técnico', 'Velas', 'Провода', '工具', 'ツール', '도구', 'Yelkenler', 'Žagle'],
    ...['Partial sails', 'Spontaneous kites', 'Mitral valves', 'Commissioning'],
  ])('still removes tracking in the section %s', (title) => {
    const text = `# Kites\n\n${gaff}\n## ${title}\n\n- ${link} - Loud.\n`;
    expect(run(text).text).toBe(text.replace(link, clean));
  });

  it.each([
    ['a label', `**Sponsoren**\n\n- ${link}\n\n${gaff}`],
    ['a line that ends with a colon', `Mit Dank an unsere Unterstützer:\n\n- ${link}\n\n${gaff}`],
    ['a comment above', `<!-- sponsors -->\n${link}\n<!-- /sponsors -->\n\n${gaff}`],
    ['a comment in another language', `<!-- 赞助 -->\n\n- ${link}\n\n${gaff}`],
    ['a comment on the line', `${gaff}\n- ${link} - Loud. <!-- affiliate link -->\n`],
    ['a row of a table', `| A | B |\n|-|-|\n| ${link} | Sponsor |\n\n${gaff}`],
  ])('keeps what is declared by %s', (_, body) => {
    const text = `# Kites\n\n${body}`;
    expect(run(text)).toEqual({ count: 0, text });
  });

  it.each([
    ['a comment that was closed', `<!-- sponsors -->\n[A](https://a.test)\n<!-- /sponsors -->\n\n${gaff}- ${link}\n`],
    ['a label above another section', `**Sponsoren**\n\n- [A](https://a.test)\n\n${gaff}- ${link}\n`],
    ['another row', `${gaff}\n| A | B |\n|-|-|\n| [A](https://a.test) | Sponsor |\n| ${link} | Loud |\n`],
  ])('still removes tracking after %s', (_, body) => {
    const text = `# Kites\n\n${body}`;
    expect(run(text).text).toBe(text.replace(link, clean));
  });

  it.each([
    ['in a link above the entries', `${link}\n\n${gaff}`],
    [
      'in a table of logos at the top',
      `<table><tr><td><a href="https://jib.test/?utm_source=mail"><img src="a.png" alt="Jib"></a></td></tr></table>\n\n${gaff}`,
    ],
    ['in a linked picture', `${gaff}\n[![Jib](a.png)](https://jib.test/?utm_source=mail)\n`],
    ['whose value says so', `${gaff}- [Jib](https://jib.test/?utm_source=mail&utm_medium=cpc)\n`],
  ])('only suggests removing it %s', (_, body) => {
    const text = `# Kites\n\n${body}`;
    expect(run(text)).toEqual({ count: 1, text });
  });

  it('only suggests it in a language whose words it does not know', () => {
    const text = `# Kites\n\n${gaff}- ${link}\n`;
    expect(run(text, 'sw')).toEqual({ count: 1, text });
    expect(run(text, 'de').text).toBe(text.replace(link, clean));
  });
});
