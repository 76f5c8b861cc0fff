import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CertificateChecked, CertificateView } from '../../preload/api';
import { CertificatePage } from '../../renderer/certificates/CertificatePage';
import { CheckCertificate } from '../../renderer/certificates/CheckCertificate';
import { someFacts } from '../fixtures/certificate';
import { answerWith, inLanguage, show } from './surface';

const aView = (some: Parameters<typeof someFacts>[0] = {}): CertificateView => {
  const facts = someFacts(some);
  return {
    id: facts.id,
    facts,
    code: 'AB12-CD34-EF5',
    library: '01234 56789 01234 56789 01234',
  };
};

async function showPaper(view = aView()) {
  const asked = answerWith({ certificate: () => view, saveCertificate: () => 'saved' });
  const shown = show(<CertificatePage certificateId={view.id} />);
  const paper = await screen.findByRole('article');
  return { ...shown, asked, paper, text: paper.textContent ?? '' };
}

beforeEach(() => inLanguage('en'));

describe('the paper of a certificate', () => {
  test('says whom it certifies, in what, and until when', async () => {
    const { paper, text } = await showPaper();
    expect(within(paper).getByRole('heading', { level: 1 }).textContent).toBe('Åse Ødegård');
    expect(text).toContain('Rateropplæring 2026');
    expect(text).toContain('Issued 21 November 2026. Valid until 21 November 2027.');
    expect(text).toContain('Test set3 sessions · 114 item ratings');
    expect(text).toContain('Attempt2 of 3');
    expect(text).toContain('Test taken2 November 2026 to 20 November 2026');
    expect(text).toContain('Consensus: Solveig K. and Henrik B., 1 September 2026 (2 sessions)');
    expect(text).toContain('One rater: Nora L., 3 September 2026 (1 session)');
    expect(text).toContain('It certifies no therapist');
    expect(text).toContain('ab'.repeat(32));
    expect(text).toContain('MBT-G Rater 1.2.3');
    expect(text).toContain('AB12 CD34 EF5');
    expect(text).toContain('01234 56789 01234 56789 01234');
  });

  test('has each rule in words, with what came of it and its interval', async () => {
    const { paper } = await showPaper();
    const results = within(paper).getByRole('region', { name: 'What was asked, and what came of it' });
    expect(
      within(results)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'At least 80% of item ratings (quality and adherence) within one point of the standard, on 3 sessions in a row3 sessions in a row the longest run, in the order they were ratedmet',
      'Mean difference from the standard of at most 0.5 points, up or down−0.12 95% interval −0.30 to +0.05, 3 sessionsmet',
      'ICC(A,1) with the standard: lower limit of at least 0.40.71 95% interval 0.52 to 0.83, 57 item ratingsmet',
      'Overall rating within one point of the standard on every session3 of 3 overall ratings within one pointmet',
      'At least 3 test sessions3 test sessions ratedmet',
    ]);
  });

  test('has the rules that the programme has, and no others', async () => {
    const { paper } = await showPaper(
      aView({
        rules: { within1: null, bias: null, icc: null, overallWithin1: false, fewestSessions: 1 },
        results: [{ rule: 'fewestSessions', met: true, fewest: 1, count: 1 }],
      }),
    );
    const results = within(paper).getByRole('region', { name: 'What was asked, and what came of it' });
    expect(within(results).getAllByRole('listitem')).toHaveLength(1);
  });

  test('says why there is no number, and gives none without an interval more than it is', async () => {
    const limits = { lower: undefined, upper: undefined, reason: 'tooFewSessions' } as const;
    const { text } = await showPaper(
      aView({
        results: [
          {
            rule: 'bias',
            met: true,
            most: 0.5,
            bias: { value: undefined, reason: 'noPairs', limits },
            n: 1,
          },
          { rule: 'icc', met: true, least: 0.4, icc: { value: 1, limits }, n: 19 },
        ],
      }),
    );
    expect(text).toContain('– No item has a score from both. 1 session');
    expect(text).toContain('1.00 One session has no interval. 19 item ratings');
  });

  test('has a row for each session, numbered and not named', async () => {
    const { paper } = await showPaper();
    const rows = within(within(paper).getByRole('table')).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'SessionWithin one pointMean differenceOverall, qualityOverall, adherence',
      '133 of 38, 87% (70 to 95%)−0.1+1–',
      '235 of 38, 92% (70 to 95%)−0.1+1–',
      '338 of 38, 100% (70 to 95%)−0.1+1–',
    ]);
  });

  test('keeps to its page with many sessions, standards and names, and says that there are more', async () => {
    const [session] = someFacts().sessions;
    const names = Array.from({ length: 9 }, (_, at) => `Rater ${at}`);
    const { paper, text } = await showPaper(
      aView({
        sessions: Array.from({ length: 20 }, () => session ?? someFacts().sessions[0]).flatMap((one) =>
          one === undefined ? [] : [one],
        ),
        standards: Array.from({ length: 8 }, (_, at) => ({
          how: 'consensus' as const,
          names,
          on: `2026-09-0${at + 1}`,
          sessions: 1,
        })),
      }),
    );
    expect(within(within(paper).getByRole('table')).getAllByRole('row')).toHaveLength(7);
    expect(text).toContain('and 14 sessions more, which the file holds');
    expect(text).toContain('Rater 5 and 3 more');
    expect(text).toContain('and 3 standards more, which the file holds');
  });

  test('shows names as text', async () => {
    const { paper } = await showPaper(aView({ rater: '<b>Åse</b>\u202E', programme: '<img src=x>' }));
    expect(within(paper).getByRole('heading', { level: 1 }).textContent).toBe('<b>Åse</b>');
    expect(paper.textContent).toContain('<img src=x>');
  });

  test('speaks the language of the program', async () => {
    await inLanguage('nb');
    const { paper, text } = await showPaper();
    expect(paper.lang).toBe('nb');
    expect(text).toContain('Dette bekrefter at');
    expect(text).toContain('0,71 95 %-intervall 0,52 til 0,83, 57 vurderinger av ledd');
  });

  test('is saved under the name of whom it certifies', async () => {
    const { user, asked } = await showPaper();
    await user.click(screen.getByRole('button', { name: 'Save as PDF …' }));
    expect(await screen.findByText('The PDF is saved.')).toBeDefined();
    expect(asked.find(({ name }) => name === 'saveCertificate')?.argument).toEqual({
      id: someFacts().id,
      name: 'MBT-G certificate Åse Ødegård 2026-11-21',
    });
  });

  test('is said to have run out beside it, and not on it', async () => {
    vi.setSystemTime(new Date(2027, 10, 22, 12));
    try {
      const { paper } = await showPaper();
      expect(paper.textContent).not.toContain('It was valid until');
      expect(screen.getByText('It was valid until 21 November 2027.')).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });

  test('that is not there, or not to be seen, is said so', async () => {
    answerWith({ certificate: () => undefined });
    show(<CertificatePage certificateId={someFacts().id} />);
    expect(await screen.findByText('There is no such certificate, or it is not yours to see.')).toBeDefined();
  });
});

describe('checking a certificate', () => {
  const genuine = (some: Partial<Extract<CertificateChecked, { outcome: 'genuine' }>> = {}) => ({
    outcome: 'genuine' as const,
    name: 'paper.pdf',
    view: aView(),
    ours: true,
    valid: true,
    ...some,
  });

  async function check(checked: CertificateChecked, code = '') {
    const asked = answerWith({ checkCertificate: () => checked });
    const shown = show(<CheckCertificate />);
    if (code !== '') await shown.user.type(screen.getByRole('textbox'), code);
    await shown.user.click(screen.getByRole('button', { name: 'Choose the certificate file …' }));
    const said = screen.getByRole('status');
    return { ...shown, asked, said };
  }

  test.each([
    ['The certificate is genuine', genuine(), 'It is valid until 21 November 2027.'],
    [
      'The certificate is genuine, but has run out',
      genuine({ valid: false }),
      'It was valid until 21 November 2027.',
    ],
    ['Unchanged, but signed by another library', genuine({ ours: false }), '01234 56789 01234 56789 01234'],
    [
      'Unchanged, but signed by another library',
      genuine({ ours: false, valid: false }),
      'It was valid until 21 November 2027.',
    ],
    [
      'The code typed belongs to something else',
      { outcome: 'otherCode', name: 'paper.pdf', view: aView() },
      'AB12 CD34 EF5',
    ],
    [
      'The file was changed after it was signed',
      { outcome: 'changed', name: 'paper.pdf' },
      'do not rely on it',
    ],
    [
      'There is no certificate in this file',
      { outcome: 'noCertificate', name: 'paper.pdf' },
      'ask for the file itself',
    ],
  ] as const)('says: %s', async (title, checked, words) => {
    const { said } = await check(checked);
    expect((await within(said).findByRole('heading', { level: 2 })).textContent).toBe(title);
    expect(said.textContent).toContain(words);
    expect(said.textContent).toContain('File: paper.pdf');
    expect(said.textContent?.includes('Åse Ødegård')).toBe(checked.outcome === 'genuine');
  });

  test('says nothing when no file was chosen', async () => {
    const { said } = await check({ outcome: 'cancelled' });
    expect(said.textContent).toBe('');
  });

  test('asks with the code that was typed, and says that it was compared', async () => {
    const { said, asked } = await check(genuine(), 'ab12 cd34');
    expect(await within(said).findByText('The code that was typed is its code.')).toBeDefined();
    expect(asked.at(-1)).toEqual({ name: 'checkCertificate', argument: { code: 'ab12 cd34' } });
  });

  test('says nothing of a code when none was typed', async () => {
    const { said } = await check(genuine(), ' ');
    await within(said).findByRole('heading', { level: 2 });
    expect(said.textContent).not.toContain('The code that was typed');
  });

  test('puts away what came of it when the code becomes another one', async () => {
    const { said, user } = await check(genuine(), 'ab12');
    await within(said).findByRole('heading', { level: 2 });
    await user.type(screen.getByRole('textbox'), 'c');
    expect(said.textContent).toBe('');
  });

  test('says which rules a file of somebody else does not claim to meet', async () => {
    const view = aView({ results: [{ rule: 'fewestSessions', met: false, fewest: 3, count: 1 }] });
    const { said } = await check(genuine({ ours: false, view }));
    await within(said).findByRole('heading', { level: 2 });
    expect(within(said).getAllByText('not met').length).toBeGreaterThan(0);
  });
});
