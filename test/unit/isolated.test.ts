import i18next from 'i18next';
import { expect, test } from 'vitest';
import { isolated } from '../../renderer/words/isolated';
import { startWords } from '../../renderer/words/words';

test('a name that is written from right to left leaves the words around it in their order', () => {
  expect(isolated('דנה')).toBe('\u2068דנה\u2069');
  expect(isolated('Dag\u202E')).toBe('\u2068Dag\u202E\u2069');
  expect(isolated('Dana 3')).toBe('Dana 3');
});

test('so does one in a sentence of the catalogue', async () => {
  await startWords('en');
  expect(i18next.t('session.title', { group: 'קבוצה', number: 3 })).toContain('\u2068קבוצה\u2069');
  expect(i18next.t('session.title', { group: '<b>A & B</b>', number: 3 })).toContain('<b>A & B</b>');
});
