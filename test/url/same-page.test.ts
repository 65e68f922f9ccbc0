import { describe, expect, it } from 'vitest';
import { samePage } from '../../src/url/same-page.js';

describe('sameness', () => {
  it.each([
    ['http://kites.example', 'https://www.kites.example/'],
    ['https://kites.example:443/a/', 'http://Kites.example/a'],
    ['https://kites.example/a?utm_source=x&b=1', 'https://kites.example/a?b=1'],
    ['https://github.com/Some/Kite.git', 'https://github.com/some/kite#readme'],
  ])('joins %s and %s', (a, b) => {
    expect(samePage(a)).toBe(samePage(b));
  });

  it.each([
    ['https://kites.example/watch?v=1', 'https://kites.example/watch?v=2'],
    ['https://kites.example/#red', 'https://kites.example/#blue'],
    ['https://kites.example/A', 'https://kites.example/a'],
    ['https://kites.example/', 'https://www2.kites.example/'],
    ['https://kites.example:8080/', 'https://kites.example/'],
    ['https://github.com/some/kite#use', 'https://github.com/some/kite'],
    ['docs/a.md', 'docs/b.md'],
  ])('tells %s from %s', (a, b) => {
    expect(samePage(a)).not.toBe(samePage(b));
  });
});
