import { describe, expect, it } from 'vitest';
import { endsSentence, endsWithFullStop, fullStop } from '../../src/text/sentence.js';

describe('endsSentence', () => {
  it.each([
    'Done.',
    'Why?',
    'Wow!',
    'And so on…',
    'とても軽い。',
    '好！',
    'हो गया।',
    'ما هذا؟',
    'He said "so."',
    '(See there.)',
    '*So.*',
    'ใช้ง่าย',
    'Done. [free] [$]',
    'Done. DRAFT',
    'Done.\u200f',
    'Done.🔥💥',
    'Done! :tada:',
    'Done. :)',
    'Done! (╯°□°）╯︵ ┻━┻',
    'Done! (╯°□°)╯︵ ┻━┻',
    'Done. *',
    'Really‼',
    'Really‽',
    'ᠪᠢ᠃',
  ])('takes %s', (text) => expect(endsSentence(text)).toBe(true));
  it.each([
    'Done',
    'Done,',
    'とても軽い',
    '(see there)',
    'v1.2',
    'Ready:',
    'Done [free]',
    'Not ASCII',
    'Done 🔥',
    'Done :tada:',
    'Done. (see there)',
    'Done. 2 🔥',
    'Done ┻━┻',
    'Done. v2',
    '',
  ])('does not take "%s"', (text) => expect(endsSentence(text)).toBe(false));
});

describe('fullStop', () => {
  it.each([
    ['軽い', '。'],
    ['软件', '。'],
    ['Light', '.'],
    ['한국어', '.'],
    ['Use 软件 now', '.'],
    ['हल्का (API)', '.'],
    ['हल्का 2', '।'],
    ['Հայերեն', '։'],
    ['አማርኛ', '።'],
    ['اردو کے لیے', '۔'],
    ['سبک و محکم', '.'],
  ])('after %s is %s', (text, stop) => expect(fullStop(text)).toBe(stop));
});

describe('endsWithFullStop', () => {
  it.each(['Light.', 'Node.js.', '軽い。'])('sees it in %s', (text) => expect(endsWithFullStop(text)).toBe(true));
  it.each(['etc.', 'Kites Inc.', 'Wait...', 'Made in the U.S.', 'Why?'])('leaves %s', (text) =>
    expect(endsWithFullStop(text)).toBe(false),
  );
});
