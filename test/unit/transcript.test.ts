import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cue, cue } from '../../db/model.ts';
import { decode } from '../../main/transcript/decode.ts';
import { mostCues, type Parsed, parse } from '../../main/transcript/parse.ts';

/** What was read; a refusal fails the test. */
function read(text: string): Extract<Parsed, { cues: Cue[] }> {
  const parsed = parse(text);
  if (parsed.cues === undefined) throw new Error(`refused: ${parsed.problem}, line ${parsed.line}`);
  return parsed;
}
const cues = (text: string): Cue[] => read(text).cues;
const texts = (text: string): string[] => cues(text).map((one) => one.text);
const spoken = (text: string): string[] => cues(text).map((one) => `${one.speaker}|${one.text}`);
const times = (text: string): number[][] => cues(text).map(({ startMs, endMs }) => [startMs, endMs]);

describe('a WebVTT transcript', () => {
  test('is read with times, names, comments and styles', () => {
    const text = `WEBVTT - made by hand
Kind: captions

STYLE
::cue { color: yellow }

REGION
id:fred

NOTE one
two --- three

intro
00:01.000 --> 00:04.500 align:start position:10%
<v Eva>Hei, alle sammen.

00:00:05.000 --> 00:00:06.250
Uten navn.
På to linjer.
`;
    expect(cues(text)).toEqual([
      { startMs: 1000, endMs: 4500, speaker: 'Eva', text: 'Hei, alle sammen.' },
      { startMs: 5000, endMs: 6250, speaker: '', text: 'Uten navn.\nPå to linjer.' },
    ]);
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('is the same with line ends %s', (_, end) => {
    const text = ['WEBVTT', '', '00:01.000 --> 00:02.000', 'Ja.', '', '00:03.000 --> 00:04.000', 'Nei.'];
    expect(texts(text.join(end))).toEqual(['Ja.', 'Nei.']);
  });

  test('may last over a hundred hours', () => {
    expect(times('WEBVTT\n\n123:00:00.000 --> 123:00:01.000\nSent.')).toEqual([[442_800_000, 442_801_000]]);
  });

  test('gives each voice of a cue its own passage', () => {
    expect(spoken('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Eva>Hei.</v>\n<v.loud Per Olav>Hallo!</v>')).toEqual(
      ['Eva|Hei.', 'Per Olav|Hallo!'],
    );
  });

  test('loses its formatting and keeps its words', () => {
    expect(
      texts(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<c.yellow.bg>Det</c> <i>er</i> <00:01.500><b>ikke</b> <lang nb>sant</lang> <ruby>A<rt>b</rt></ruby>',
      ),
    ).toEqual(['Det er ikke sant Ab']);
  });

  test('keeps entities as what they stand for, once', () => {
    expect(
      texts(
        'WEBVTT\n\n00:01.000 --> 00:02.000\na &amp;lt; b &lt;i&gt; &#230;&#xF8; &quot;x&quot; &ukjent; &nbsp;.',
      ),
    ).toEqual(['a &lt; b <i> æø "x" &ukjent; \u00a0.']);
  });

  test('is read on when the header has no empty line after it', () => {
    expect(texts('WEBVTT\n00:01.000 --> 00:02.000\nHei.')).toEqual(['Hei.']);
  });

  test('keeps a cue whose name is NOTE', () => {
    expect(texts('WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\nHei.')).toEqual(['Hei.']);
  });
});

describe('a SubRip transcript', () => {
  test('is read', () => {
    expect(
      cues('1\n00:00:01,000 --> 00:00:02,500\nHei.\n\n2\n00:00:03,000 --> 00:00:04,000\nHa det.\n'),
    ).toEqual([
      { startMs: 1000, endMs: 2500, speaker: '', text: 'Hei.' },
      { startMs: 3000, endMs: 4000, speaker: '', text: 'Ha det.' },
    ]);
  });

  test.each([
    ['a dot', '00:00:01.500 --> 00:00:02.000', 1500, 2000],
    ['one decimal', '00:00:01,5 --> 00:00:02,0', 1500, 2000],
    ['two decimals', '00:00:01,50 --> 00:00:02,25', 1500, 2250],
    ['no decimals', '00:00:01 --> 00:00:02', 1000, 2000],
    ['six decimals', '00:00:01.500999 --> 00:00:02.000000', 1500, 2000],
    ['no hours', '00:01,500 --> 00:02,000', 1500, 2000],
    ['more than an hour of minutes', '75:01,500 --> 75:02,000', 4_501_500, 4_502_000],
    ['single digits', '0:0:1,500 --> 0:0:2,000', 1500, 2000],
    ['spaces within', '00: 00: 01, 500 --> 00:00: 02,000', 1500, 2000],
    ['no spaces around the arrow', '00:00:01,500-->00:00:02,000', 1500, 2000],
    ['an arrow of a word processor', '00:00:01,500 –> 00:00:02,000', 1500, 2000],
    ['one arrow sign', '00:00:01,500 → 00:00:02,000', 1500, 2000],
    ['sixty seconds', '00:00:01,500 --> 00:00:60,0', 1500, 60_000],
    ['coordinates', '00:00:01,500 --> 00:00:02,000 X1:40 X2:600 Y1:20 Y2:50', 1500, 2000],
  ])('may have %s in its times', (_, line, startMs, endMs) => {
    expect(cues(`1\n${line}\nHei.`)).toEqual([{ startMs, endMs, speaker: '', text: 'Hei.' }]);
  });

  test('needs no numbers, and no empty lines between its cues', () => {
    const text = `00:00:01,000 --> 00:00:02,000
En.
00:00:02,000 --> 00:00:03,000
To.
3
00:00:03,000 --> 00:00:04,000
Tre.`;
    expect(texts(text)).toEqual(['En.', 'To.', 'Tre.']);
  });

  test('keeps a number that is said', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n7';
    expect(texts(text)).toEqual(['42', '7']);
  });

  test('may have an empty line inside what is said', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nFørst.\n\nSå.\n\n2\n00:00:03,000 --> 00:00:04,000\nSist.';
    expect(texts(text)).toEqual(['Først.\nSå.', 'Sist.']);
  });

  test('loses italics, colours and places', () => {
    expect(
      texts(
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Nei</i>, <font color="#ff0000">aldri</font>.<br/>Punktum.',
      ),
    ).toEqual(['Nei, aldri.\nPunktum.']);
  });

  test('is read as recognisers print it, times and text in one line', () => {
    expect(
      cues('[00:00:01.000 --> 00:00:02.000]   Hei på deg.\n[00:00:02.000 --> 00:00:03.000]  Og du.'),
    ).toMatchObject([
      { startMs: 1000, endMs: 2000, text: 'Hei på deg.' },
      { startMs: 2000, endMs: 3000, text: 'Og du.' },
    ]);
  });

  test('is put in the order of time', () => {
    const text =
      '00:05,000 --> 00:06,000\nSist.\n\n00:01,000 --> 00:09,000\nFørst.\n\n00:03,000 --> 00:04,000\nSå.';
    expect(texts(text)).toEqual(['Først.', 'Så.', 'Sist.']);
  });
});

describe('who speaks', () => {
  const lines = (...said: string[]) =>
    said.map((one, at) => `00:0${at}.000 --> 00:0${at}.900\n${one}`).join('\n\n');

  test('is taken from the start of a cue, when the name comes again', () => {
    expect(spoken(lines('Eva: Hei.', 'Nei.', 'Ja.', 'Eva: Ha det.', 'Jo.'))).toEqual([
      'Eva|Hei.',
      '|Nei.',
      '|Ja.',
      'Eva|Ha det.',
      '|Jo.',
    ]);
  });

  test('is not taken from a word that is followed by a colon once', () => {
    const text = lines('Husk: ta den med.', 'Klokken 12: vi begynner.', 'Ja.', 'Nei.', 'Jo.', 'NB: husk.');
    expect(cues(text).filter(({ speaker }) => speaker !== '')).toEqual([]);
  });

  test.each(['T1', 'P 3', 'SPEAKER_00'])('is taken from the code %s at once', (name) => {
    expect(spoken(lines(`${name}: Hei.`, 'Ja.', 'Nei.', 'Jo.'))[0]).toBe(`${name}|Hei.`);
  });

  test('is taken from brackets', () => {
    expect(spoken(lines('[SPEAKER_01]: Hei.'))).toEqual(['SPEAKER_01|Hei.']);
  });

  test('is not taken from times, addresses or sentences', () => {
    const text = lines('Klokken 10:30 nå.', 'Han sa: nei.', 'Han sa: ja.', 'https://example.com: x');
    expect(cues(text).filter(({ speaker }) => speaker !== '')).toEqual([]);
  });

  test('may change inside a cue', () => {
    expect(spoken(lines('Eva: Hei.\nPer: Hallo,\ndu der.', 'Eva: Ja.', 'Per: Nei.'))).toEqual([
      'Eva|Hei.',
      'Per|Hallo,\ndu der.',
      'Eva|Ja.',
      'Per|Nei.',
    ]);
  });

  test('is left to WebVTT where that says it', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Eva>Per: kom!\n\n00:03.000 --> 00:04.000\nPer: kom!';
    expect(spoken(text)).toEqual(['Eva|Per: kom!', '|Per: kom!']);
  });

  test('never takes more than a name may have', () => {
    expect(cues(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${'E'.repeat(900)}>Hei.`)[0]?.speaker).toHaveLength(
      200,
    );
  });
});

describe('what is wrong in a transcript', () => {
  test('is told by the line and the number of passages, and the rest is read', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nEn.\n\n2\n00:00:xx,000 --> 00:00:03,000\nTo.\n\n3\n00:00:03:12 --> 00:00:04:12\nTre.\n\n4\n00:00:04,000 --> 00:00:05,000\nFire.';
    expect(read(text)).toMatchObject({ unreadable: 2, firstUnreadable: 6 });
    expect(texts(text)).toEqual(['En.', 'Fire.']);
  });

  test('counts text before the first time', () => {
    expect(read('Møte 3\nTorsdag\n\n1\n00:01,000 --> 00:02,000\nHei.')).toMatchObject({
      unreadable: 1,
      firstUnreadable: 1,
    });
  });

  test('is mended and counted, where a cue ends before it begins or at once', () => {
    const text =
      '00:05,000 --> 00:05,000\nEn.\n\n00:09,000 --> 00:08,000\nTo.\n\n00:10,000 --> 00:11,000\nTre.';
    expect(read(text).mended).toBe(2);
    expect(times(text)).toEqual([
      [5000, 7000],
      [9000, 11_000],
      [10_000, 11_000],
    ]);
  });

  test('is cut and counted, where a cue is longer than a person reads', () => {
    const parsed = read(`00:01,000 --> 00:02,000\n${'🙂'.repeat(15_000)}`);
    expect(parsed.mended).toBe(1);
    expect(parsed.cues[0]?.text).toBe('🙂'.repeat(10_000));
  });

  test.each([
    ['', null],
    ['WEBVTT\n\n', null],
    ['Dette er et brev.', 1],
    ['WEBVTT\n\n\nIngen tider her.', 4],
    ['\n\n1\n00:00:xx --> 00:00:02\nHei.', 4],
  ])('refuses %j, with the line', (text, line) => {
    expect(parse(text)).toEqual({ cues: undefined, problem: 'noPassages', line });
  });

  test('refuses more passages than a session can have', () => {
    const text = '00:01,000 --> 00:02,000\nHei.\n'.repeat(mostCues + 1);
    expect(parse(text)).toEqual({ cues: undefined, problem: 'tooMany', line: null });
  });

  test('overlaps where people do', () => {
    expect(times('00:01,000 --> 00:05,000\nEn.\n\n00:02,000 --> 00:03,000\nTo.')).toEqual([
      [1000, 5000],
      [2000, 3000],
    ]);
  });
});

describe('hostile text', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<vikings> & <iframe src="x">',
    'a < b > c',
    '"><svg/onload=alert(1)>',
  ])('%s stays the text it is', (text) => {
    expect(texts(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`)).toEqual([text]);
  });

  test('has no control characters, and none that turn the direction of what follows', () => {
    expect(
      texts('00:01,000 --> 00:02,000\nA\u0000B\u001b[31mC\u202Egnp.exe\u2066x\u2069\tD &#7;&#x202e;E'),
    ).toEqual(['AB[31mCgnp.exex D E']);
  });

  // Reading that went back and forth over such text would not end before the test is given up.
  test.each(['<i', '<v ', '<c.', '&#', '{\\', '[', '00:', '1 -->', 'A ', ' ', '<v a.', ': '])(
    '%j is read once, however often it is repeated',
    (part) => {
      expect(parse(part.repeat(200_000)).cues).toBeUndefined();
      expect(cues(`00:01,000 --> 00:02,000\nHei.\n${part.repeat(200_000)}`)).toHaveLength(1);
    },
  );
});

describe('the bytes of a transcript', () => {
  const text = '1\n00:00:01,000 --> 00:00:02,000\nÆøå – «Én» 🙂';
  const utf16 = (bigEndian: boolean): Buffer => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 of Windows', utf16(false)],
    ['UTF-16 the other way round', utf16(true)],
  ])('are understood as %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  test('are understood as Windows-1252 when they are no UTF-8', () => {
    const bytes = Buffer.from([0xc6, 0xf8, 0xe5, 0x20, 0x96, 0x20, 0xab, 0xc9, 0x6e, 0xbb, 0x80]);
    expect(decode(bytes)).toBe('Æøå – «Én»€');
  });

  test('are UTF-8 also where one place is damaged', () => {
    expect(decode(Buffer.concat([Buffer.from('Blåbærsyltetøy '), Buffer.from([0xff])]))).toBe(
      'Blåbærsyltetøy \uFFFD',
    );
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['a document', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0])],
    ['a film', Buffer.from([0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70])],
  ])('of %s are no transcript', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined();
  });
});

describe('whatever is in a file', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\n\n',
        'WEBVTT',
        'NOTE',
        '<v ',
        '</v>',
        '<i>',
        '&amp;',
        '&#xD800;',
        '-->',
        '{\\an8}',
      ),
      fc.constantFrom(
        '\n00:00:01,000 --> 00:00:02,000\n',
        '\n00:09.000 --> 00:03.000\n',
        '\n1\n',
        'Eva: ',
        '\u202e',
      ),
    ),
  );
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    pieces.map((some) => new Uint8Array(Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${some.join('')}`))),
    pieces.map((some) => new Uint8Array(Buffer.from(some.join(''), 'utf16le'))),
  );

  test('reading it ends well, and what is read fits the record', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        const parsed = parse(decode(bytes) ?? '');
        const found = parsed.cues ?? [];
        for (const one of found) cue.parse(one);
        const starts = found.map(({ startMs }) => startMs);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
        expect(found.filter((one) => forbidden.test(one.text) || /\n/.test(one.speaker))).toEqual([]);
        expect(found.filter((one) => forbidden.test(one.speaker))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  const words = fc
    .array(fc.constantFrom('ja', 'Nei', 'æøå', 'a<b', '&amp;', '<script>', '"', '42', '-', '🙂', 'x'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((some) => some.join(' '));
  const aCue = fc
    .record({
      startMs: fc.nat(400_000_000),
      lasts: fc.integer({ min: 1, max: 100_000 }),
      speaker: fc.constantFrom('Eva', 'Per Olav', 'T-07 <Ingrid>', 'A & B'),
      lines: fc.array(words, { minLength: 1, maxLength: 3 }),
    })
    .map(({ startMs, lasts, speaker, lines }) => ({
      startMs,
      endMs: startMs + lasts,
      speaker,
      text: lines.join('\n'),
    }));
  const stamp = (ms: number): string => {
    const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
    const seconds = Math.floor(ms / 1000);
    return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(ms % 1000, 3)}`;
  };
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  test('what is written strictly is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(aCue, { minLength: 1, maxLength: 30 }), (some) => {
        const sorted = some.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
        const written = sorted.map(
          ({ startMs, endMs, speaker, text }, at) =>
            `${at}\n${stamp(startMs)} --> ${stamp(endMs)}\n<v ${escaped(speaker)}>${escaped(text)}`,
        );
        expect(read(`WEBVTT\n\n${written.join('\n\n')}\n`)).toEqual({
          cues: sorted,
          unreadable: 0,
          firstUnreadable: null,
          mended: 0,
        });
      }),
    );
  });
});
