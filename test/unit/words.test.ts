import { describe, expect, test } from 'vitest';
import { purpose } from '../../db/model.ts';
import { wordsIn } from '../../main/words.ts';
import { named } from '../../renderer/player/keyNames.ts';
import { actions } from '../../renderer/player/keys.ts';
import en from '../../renderer/words/en.json' with { type: 'json' };
import nb from '../../renderer/words/nb.json' with { type: 'json' };
import { parsed, sources } from '../fixtures/sources.ts';
import { askedWords, literalTexts, stringsIn } from '../fixtures/usedWords.ts';

type Tree = { [key: string]: string | Tree };

/** `{ a: { b: 'text' } }` as `a.b` → 'text'. */
function flat(tree: Tree, above = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value] as const] : [...flat(value, `${above}${key}.`)],
    ),
  );
}

const catalogues = { nb: flat(nb), en: flat(en) };
const languages = ['nb', 'en'] as const;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name).toSorted();
const plural = /_(zero|one|two|few|many|other)$/;
/** Keys as the program asks for them: without the form of a plural. */
const keysOf = (language: 'nb' | 'en') =>
  new Set([...catalogues[language].keys()].map((key) => key.replace(plural, '')));

describe('the two catalogues', () => {
  test('have the same keys', () => {
    expect([...catalogues.nb.keys()].toSorted()).toEqual([...catalogues.en.keys()].toSorted());
  });

  test('have the same placeholders', () => {
    const different = [...catalogues.nb].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(catalogues.en.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test.each(languages)('have no empty or untrimmed text in %s', (language) => {
    expect(
      [...catalogues[language]].filter(([, text]) => text.trim() === '' || text !== text.trim()),
    ).toEqual([]);
  });

  test.each(languages)('have every plural form that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const forms = Map.groupBy(
      [...catalogues[language].keys()].filter((key) => plural.test(key)),
      (key) => key.replace(plural, ''),
    );
    expect(forms.size).toBeGreaterThan(0);
    for (const [key, found] of forms) {
      expect(found.map((one) => one.slice(key.length + 1)).toSorted(), key).toEqual(needed);
    }
  });

  test('have no sentence left in the other language', () => {
    const same = [...catalogues.nb].filter(
      ([key, text]) =>
        catalogues.en.get(key) === text && text.split(' ').length > 2 && !key.startsWith('keys.'),
    );
    expect(same.map(([key]) => key)).toEqual(['settings.version']);
  });
});

const windowSources = sources(['renderer']);
const asked = windowSources.flatMap(askedWords);

describe('the words that the window asks for', () => {
  test('are found in its sources', () => {
    expect(asked.length).toBeGreaterThan(100);
  });

  test.each(languages)('are in the catalogue in %s', (language) => {
    const known = [...keysOf(language)];
    const missing = asked.filter(({ parts }) => {
      const [start = '', end = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
      if (parts.length === 1) return !known.includes(start);
      return !known.some((key) => key.startsWith(start) && key.endsWith(end) && key.length > start.length);
    });
    expect(missing.map(({ place, parts }) => `${place} ${parts.join('…')}`)).toEqual([]);
  });

  test('get a value for each placeholder, and no other', () => {
    const wrong = asked.filter(({ parts, values }) => {
      if (parts.length > 1 || values === undefined) return false;
      const [key = ''] = parts;
      const text = catalogues.en.get(key) ?? catalogues.en.get(`${key}_other`) ?? '';
      const optional = new Set(placeholders(text));
      return values.toSorted().join() !== [...optional].join();
    });
    expect(wrong.map(({ place, parts }) => `${place} ${parts.join()}`)).toEqual([]);
  });

  test('use up the catalogue', () => {
    const strings = new Set(sources(['renderer', 'preload', 'db']).flatMap(stringsIn));
    const whole = new Set(asked.filter(({ parts }) => parts.length === 1).map(({ parts }) => parts[0] ?? ''));
    const puzzles = asked.filter(({ parts }) => parts.length === 2).map(({ parts }) => parts);
    const unused = [...keysOf('en')].filter((key) => {
      if (whole.has(key) || strings.has(key)) return false;
      // What is put into a key that is put together is a literal somewhere.
      return !puzzles.some(
        ([start = '', end = '']) =>
          key.startsWith(start) &&
          key.endsWith(end) &&
          strings.has(key.slice(start.length, key.length - end.length)),
      );
    });
    expect(unused).toEqual([]);
  });

  test.each([
    ['purpose', purpose.options],
    ['notOpened', ['newer', 'damaged', 'notADatabase', 'unwritable', 'full', 'locked', 'keysGone']],
    [
      'failure',
      ['newer', 'damaged', 'notADatabase', 'unwritable', 'full', 'locked', 'bug', 'submitted', 'notYours'],
    ],
    [
      'problem',
      ['gone', 'unreadable', 'empty', 'notMedia', 'codec', 'changed', 'truncated', 'truncatedPlayable'],
    ],
    ['saved', ['saved', 'saving', 'failed']],
    ['keys.action', actions],
    ['keys.code', named],
    ['newGroup', ['slowOpen', 'closed', 'shortTerm']],
    ['newRater', ['supervisor', 'trainee', 'expert']],
  ] as const)('have every %s', (prefix, names) => {
    for (const language of languages) {
      const missing = names.filter((name) => !catalogues[language].has(`${prefix}.${name}`));
      expect(missing, language).toEqual([]);
    }
  });
});

describe('the words of native windows', () => {
  test('are the same in both languages, and none is empty', () => {
    expect(Object.keys(wordsIn('nb'))).toEqual(Object.keys(wordsIn('en')));
    for (const language of languages) {
      expect(Object.values(wordsIn(language)).filter((text) => text.trim() === '')).toEqual([]);
    }
  });

  test('are all used', () => {
    const strings = new Set(
      sources(['main'])
        .filter(({ file }) => file !== 'main/words.ts')
        .flatMap(({ text }) => [...text.matchAll(/\w+/g)].map(([word]) => word)),
    );
    expect(Object.keys(wordsIn('en')).filter((key) => !strings.has(key))).toEqual([]);
  });
});

describe('components', () => {
  const components = windowSources.filter(({ file }) => file.endsWith('.tsx'));

  test('have no text of their own', () => {
    expect(components.length).toBeGreaterThan(20);
    expect(components.flatMap(literalTexts)).toEqual([]);
  });

  test.each([
    ['<p>Save</p>', 1],
    ['<p>{"Save"}</p>', 1],
    ['<p>{open ? "Save" : null}</p>', 1],
    ['<p>{`Save ${name}`}</p>', 1],
    ['<button title="Save" />', 1],
    ['<button aria-label={open ? "Save" : undefined} />', 1],
    ['<Kbd>Enter</Kbd>', 0],
    ['<button title={`${label} (Ctrl+Z)`} />', 0],
    ['<p className="big">{t("a.key")}</p>', 0],
    ['<p>1–7 ·</p>', 0],
    ['<p>{kind === "video" && <b>{t("a")}</b>}</p>', 0],
  ])('are searched so that %s counts %d', (text, count) => {
    expect(literalTexts(parsed('some.tsx', text))).toHaveLength(count);
  });
});
