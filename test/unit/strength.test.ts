import { describe, expect, test } from 'vitest';
import { strengthMeter } from '../../renderer/vault/strength/meter.ts';

const strength = strengthMeter();

describe('a passphrase that is refused', () => {
  test.each([
    ['hei', 'longer'],
    ['password123', 'common'],
    ['qwertyuiop', 'common'],
    ['zxcvbnm,./asdfgh', 'keyboard'],
    ['aaaaaaaaaaaaaaaa', 'repeat'],
    ['abcdefghijklmnop', 'sequence'],
    ['17.05.1990', 'date'],
    ['Solveig1987', 'name'],
    ['Bergen2024!', 'name'],
    ['mentaliserende', 'ours'],
    ['gruppeterapi', 'ours'],
    ['sykehus123', 'oneWord'],
    ['passordfrase', 'ours'],
  ] as const)('%s, and says what would help: %s', (passphrase, advice) => {
    const found = strength(passphrase);
    expect(found.enough).toBe(false);
    expect(found.level).toBeLessThan(2);
    expect(found.advice).toContain(advice);
  });

  test('is any with fewer than ten signs, however wild', () => {
    expect(strength('x7#Qv!2pZ')).toMatchObject({ enough: false, advice: ['longer'] });
  });
});

describe('a passphrase that is taken', () => {
  test.each([
    'hundrede grønne sykler',
    'kaffekopp blå trapp måne',
    'correct horse battery staple',
    'v8KqLm2xRz7w',
  ])('%s', (passphrase) => expect(strength(passphrase).enough).toBe(true));

  test('needs no advice when it is good', () => {
    expect(strength('kaffekopp blå trapp måne sju')).toEqual({ level: 4, enough: true, advice: [] });
  });
});

test('a thousand signs take no longer than a hundred', () => {
  expect(strength('lang '.repeat(200)).level).toBeLessThanOrEqual(4);
});
