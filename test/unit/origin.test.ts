import { expect, test } from 'vitest';
import { home, isHome } from '../../main/origin.ts';

test.each([home, `${home}/`, `${home}/#/progress`, `${home}/media/1`, `${home}/?a=1`])(
  '%s is home',
  (url) => {
    expect(isHome(url)).toBe(true);
  },
);

test.each([
  '',
  'home',
  'app:home',
  'app://',
  'app://home.example.com/',
  'app://homely/',
  'app://evil/app://home/',
  'app://evil@other/',
  'app://home:81/',
  'application://home/',
  'http://home/',
  'https://app://home/',
  'file:///app://home/',
  'data:text/html,app://home',
  'blob:app://home/1',
  'javascript:app://home',
  'about:blank',
])('%j is not home', (url) => {
  expect(isHome(url)).toBe(false);
});
