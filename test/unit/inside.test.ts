import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInside } from '../../main/inside.ts';

describe('a place', () => {
  test.each([
    ['/a/library', '/a/library', true],
    ['/a/library', '/a/library/recordings/x', true],
    ['/a/library', '/a/library/..x', true],
    ['/a/library', '/a/library 2/x', false],
    ['/a/library', '/a', false],
    ['/a/library', '/x', false],
  ])('is or is not in a folder: %s, %s', (folder, place, inside) => {
    expect(isInside(folder, place, posix)).toBe(inside);
  });

  test.each([
    ['C:\\library', 'C:\\library\\x', true],
    ['C:\\library', 'c:\\Library\\x', true],
    ['C:\\library', 'C:\\x', false],
    ['C:\\library', 'D:\\film.mp4', false],
    ['C:\\library', '\\\\server\\share\\film.mp4', false],
  ])('on Windows may be on another drive: %s, %s', (folder, place, inside) => {
    expect(isInside(folder, place, win32)).toBe(inside);
  });
});
