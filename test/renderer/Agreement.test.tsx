import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  AgreementBasis,
  AgreementMoments,
  AgreementRow,
  AgreementScope,
  Library,
  ProgrammeRow,
} from '../../preload/api';
import { Agreement } from '../../renderer/agreement/Agreement';
import { everything } from '../../renderer/agreement/address';
import type { AgreementView } from '../../renderer/place';
import { anAgreementBasis, anAgreementRow, anAgreementTable } from '../fixtures/agreement';
import { aProgramme, aProgrammeView } from '../fixtures/programmes';
import { aMark, bareSession, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const library: Library = { ...emptyLibrary };
const led: ProgrammeRow[] = [
  { id: uuid(500), name: 'Basic training', role: 'leads', practice: 3, test: 6, enrolled: 2, certified: 1 },
  { id: uuid(501), name: 'Another', role: 'none', practice: 3, test: 6, enrolled: 2, certified: 1 },
];
const good = { value: 0.62, lower: 0.41, upper: 0.78 };

beforeEach(() => inLanguage('en'));

type Shown = {
  scope?: AgreementScope;
  view?: AgreementView;
  rows?: AgreementRow[];
  basis?: Partial<AgreementBasis>;
};

function showAgreement({ view = 'table', rows = [], basis = {}, scope }: Shown = {}) {
  const none = { value: undefined, reason: 'noPairs' } as const;
  const estimate = (value: number) => ({ value, limits: { lower: value - 1, upper: value + 1 } });
  const by = { purpose: 'research' } as const;
  const moments: AgreementMoments = {
    first: { raterId: uuid(301), raterName: 'Anne', ...by },
    second: { raterId: uuid(302), raterName: 'Bo', ...by },
    both: [
      {
        first: aMark({ id: uuid(1), atMs: 60_000 }),
        second: aMark({ id: uuid(2), atMs: 61_300 }),
        laterMs: 1300,
      },
    ],
    otherItem: [],
    onlyFirst: [aMark({ id: uuid(3), atMs: 90_000, item: 7 })],
    onlySecond: [],
    agreement: { value: 0.5 },
    f1: { value: 0.67 },
    f1AnyItem: { value: 0.67 },
    kappa: { value: 0.4 },
    kappaOfMatched: none,
    timeUnits: { kappa: { value: 0.3 }, units: 12, unitMs: 10_000 },
  };
  const asked = answerWith({
    library: () => library,
    programmes: () => led,
    programme: () => aProgrammeView({ programme: aProgramme({ target: 0.9 }) }),
    agreementBasis: () => anAgreementBasis(basis),
    agreement: () => anAgreementTable(rows),
    cancelAgreement: () => ({ found: true }),
    agreementPair: () => ({
      n: 3,
      missing: 0,
      noOccasion: 1,
      points: [1, 2, 3].map((number) => ({ sessionId: uuid(number), mean: 4, difference: number - 2 })),
      bias: estimate(0.4),
      sd: { value: 1 },
      lower: estimate(-1.5),
      upper: estimate(2.3),
      exact: { value: 1 / 3, count: 1, of: 3 },
      within1: { value: 1, count: 3, of: 3 },
    }),
    agreementMoments: () => moments,
    session: () => ({
      session: { ...bareSession, id: uuid(3) },
      row: {
        id: uuid(3),
        ...bareSession,
        recordingId: null,
        recordingName: null,
        durationMs: null,
        picture: null,
        ratings: [],
        sight: 'open',
        hiddenRatings: 0,
      },
      phases: [],
      recording: null,
      scores: [],
    }),
  });
  return { asked, ...show(<Agreement view={view} scope={scope} />) };
}

const rowOf = async (name: string) =>
  (await screen.findByRole('button', { name })).closest('tbody') ?? document.body;

describe('a library without sessions that two have rated', () => {
  test('says what will be here', async () => {
    const none = { sessions: [], raters: [], compared: { sessions: 0, raterIds: [], ratings: 0 } };
    showAgreement({ basis: none });
    expect(await screen.findByText(/^Once two or more raters have rated the same session/)).toBeDefined();
  });
});

describe('what is compared', () => {
  test('asks for another rater where one is chosen', async () => {
    const compared = { sessions: 0, raterIds: [], ratings: 0 };
    showAgreement({
      basis: { sessions: [], compared },
      scope: { ...everything, raterIds: [uuid(301)] },
    });
    expect(await screen.findByText('Choose two raters or more.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Raters: 1 rater chosen' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Sessions: No session with two raters' })).toBeDefined();
  });

  test('is said in numbers, with what is left out and why', async () => {
    const { leftOut } = anAgreementBasis();
    showAgreement({ basis: { leftOut: { ...leftOut, opened: 2, withheldSessions: 1 } } });
    expect(
      await screen.findByText(
        '3 sessions · 2 raters · 6 ratings · by MBT-G-AQS · each made before others’ were seen',
      ),
    ).toBeDefined();
    expect(
      screen.getByText(
        'Left out: 2 ratings in which others’ were opened before submission · 1 session kept back until it has been rated',
      ),
    ).toBeDefined();
  });

  test('is chosen from the list of sessions, told once when the list is closed', async () => {
    const { user } = showAgreement();
    await user.click(await screen.findByRole('button', { name: /^Sessions: All 3/ }));
    await user.click(screen.getByRole('checkbox', { name: /10 Mar 2026/ }));
    expect(window.location.hash).toBe('');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(window.location.hash).toBe(`#/agreement/table?sessions=${uuid(2)}.${uuid(1)}`),
    );
  });
});

describe('the sessions of a programme', () => {
  test('are chosen among the programmes that one leads, in the address', async () => {
    const { user } = showAgreement();
    await user.click(await screen.findByRole('combobox', { name: 'Sessions of' }));
    expect(screen.queryByRole('option', { name: 'Another' })).toBeNull();
    await user.click(await screen.findByRole('option', { name: 'Basic training' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/agreement/table?programme=${uuid(500)}`));
  });

  test('are looked at with the target of the programme, and another can be tried', async () => {
    const scope = { ...everything, programmeId: uuid(500) };
    const { user } = showAgreement({ view: 'needed', scope, rows: [anAgreementRow({ icc: good })] });
    expect(await screen.findByText('the target of Basic training: 0.90')).toBeDefined();
    const target = screen.getByLabelText<HTMLInputElement>('Target');
    expect(target.value).toBe('0.90');
    await user.clear(target);
    await user.type(target, '0.80');
    expect(screen.getByRole('heading', { name: 'Raters needed for 0.80' })).toBeDefined();
    expect(screen.getByText('the target of Basic training: 0.90')).toBeDefined();
  });
});

describe('the table', () => {
  test('shows a number with its interval, the band of the interval, and a sentence', async () => {
    showAgreement({ rows: [anAgreementRow({ icc: good, within1: 0.9 })] });
    const row = await rowOf('Overall rating');
    expect(row.textContent).toContain('0.62');
    expect(row.textContent).toContain('0.41 to 0.78');
    expect(row.textContent).toContain('poor to good');
    expect(row.textContent).toContain(
      'Too uncertain to say: with 3 sessions anything from poor to good is possible.',
    );
    expect(within(row).getByRole('img', { name: '0.62, interval 0.41 to 0.78' })).toBeDefined();
  });

  test('says what the score is worth where the interval allows it', async () => {
    showAgreement({ rows: [anAgreementRow({ icc: { value: 0.62, lower: 0.52, upper: 0.71 } })] });
    expect((await rowOf('Overall rating')).textContent).toContain(
      'One rater’s score is fairly dependable. About 62% of the differences are between sessions, the rest raters and chance (52 to 71% with 3 sessions).',
    );
  });

  test('does not go on below nothing', async () => {
    showAgreement({ rows: [anAgreementRow({ icc: { value: 0.3, lower: -160.95, upper: 0.9 } })] });
    const row = await rowOf('Overall rating');
    expect(row.textContent).toContain('below 0 to 0.90');
    expect(row.textContent).not.toContain('160');
  });

  test('shows the reason where there is no number', async () => {
    showAgreement({ rows: [anAgreementRow({})] });
    const row = await rowOf('Overall rating');
    expect(row.textContent).toContain('no number');
    expect(row.textContent).toContain('No session has two scores here.');
  });

  test('notes a spread too small for the coefficient to mean anything', async () => {
    showAgreement({
      rows: [
        anAgreementRow({
          icc: good,
          smallSpread: true,
          sd: { value: 0.6, limits: anAgreementRow().sd.limits },
        }),
      ],
    });
    const row = await rowOf('Overall rating');
    expect(row.textContent).toContain('little spread');
    expect(row.textContent).toContain('The ratings differ so little (SD 0.60) that the ICC says little here');
    expect(row.textContent).not.toContain('Too uncertain');
  });

  test('tells no occasion against a score, with the sessions behind the name', async () => {
    const occasion = {
      ...anAgreementRow().occasion,
      different: 2,
      sessions: [{ sessionId: uuid(2), noOccasion: [uuid(302)], rated: [uuid(301)] }],
    };
    const { user } = showAgreement({ rows: [anAgreementRow({ measure: 15, icc: good, occasion })] });
    const row = await rowOf('15 Pretend mode');
    expect(row.textContent).toContain('In 2 pairs one found no occasion where the other gave a score.');
    await user.click(within(row).getByRole('button', { name: '15 Pretend mode' }));
    expect(within(row).getByRole('link', { name: '10 Feb 2026' }).getAttribute('href')).toBe(
      `#/results/${uuid(2)}`,
    );
    expect(row.textContent).toContain('Bo: no occasion · Anne: score');
    const forms = ['ICC(1)', 'ICC(A,1)', 'ICC(C,1)', 'ICC(k)', 'ICC(A,k)', 'ICC(C,k)'];
    for (const form of forms) expect(within(row).getByRole('rowheader', { name: form })).toBeDefined();
  });

  test('is sorted by a click on a heading, and the other way by another', async () => {
    const { user } = showAgreement({
      rows: [
        anAgreementRow({ measure: 1, icc: { ...good, value: 0.7 } }),
        anAgreementRow({ measure: 2, icc: { ...good, value: 0.5 } }),
      ],
    });
    const order = () =>
      [...document.querySelectorAll('tbody[data-measure]')].map((row) => row.getAttribute('data-measure'));
    await rowOf('1 Boundaries');
    expect(order()).toEqual(['1', '2']);
    await user.click(screen.getByRole('button', { name: /ICC\(A,1\)/ }));
    expect(order()).toEqual(['2', '1']);
    expect(screen.getByRole('columnheader', { name: /ICC\(A,1\)/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await user.click(screen.getByRole('button', { name: /ICC\(A,1\)/ }));
    expect(order()).toEqual(['1', '2']);
  });

  test('shows adherence apart from quality', async () => {
    const { user } = showAgreement({
      rows: [
        anAgreementRow({ icc: good }),
        anAgreementRow({ side: 'adherence', icc: { ...good, value: 0.11 } }),
      ],
    });
    expect((await rowOf('Overall rating')).textContent).toContain('0.62');
    await user.click(screen.getByRole('radio', { name: 'Adherence' }));
    expect((await rowOf('Overall rating')).textContent).toContain('0.11');
  });
});

describe('how many raters', () => {
  const step = (raters: number, value: number) => {
    const estimate = { value, limits: { lower: value - 0.2, upper: value } };
    return { raters, absolute: estimate, relative: estimate };
  };
  const steps = [step(1, 0.6), step(2, 0.75), step(3, 0.9)];

  test('are needed is said for the target, by the number and by the lower end', async () => {
    showAgreement({ view: 'needed', rows: [anAgreementRow({ icc: good, steps })] });
    expect(
      await screen.findByText(
        'Overall rating: by the best estimate 2 raters are needed for 0.70. On the safe side, by the lower end of the interval: 3.',
      ),
    ).toBeDefined();
  });

  test('follows another target', async () => {
    const { user } = showAgreement({ view: 'needed', rows: [anAgreementRow({ icc: good, steps })] });
    const target = await screen.findByLabelText('Target');
    await user.clear(target);
    await user.type(target, '0.95');
    expect(await screen.findByText(/^Overall rating does not reach 0.95 with 3 raters/)).toBeDefined();
    await user.clear(target);
    await user.type(target, '0.70');
  });
});

describe('rater by rater', () => {
  test('says how one differs from the other, with interval, counts and no occasion', async () => {
    showAgreement({ view: 'raters', rows: [anAgreementRow({ icc: good })] });
    expect(
      await screen.findByText(
        'Anne is 0.4 higher than Bo on average over 3 sessions. 95% interval −0.6 to +1.4. That may be chance. 100% within one point, 33% exactly equal. In 1 more session one found no occasion where the other gave a score.',
      ),
    ).toBeDefined();
  });

  test('asks again the other way round when the two change places', async () => {
    const { user, asked } = showAgreement({ view: 'raters', rows: [anAgreementRow({ icc: good })] });
    await user.click(await screen.findByRole('button', { name: 'Swap' }));
    await waitFor(() =>
      expect(asked.filter(({ name }) => name === 'agreementPair').at(-1)?.argument).toMatchObject({
        first: uuid(302),
        second: uuid(301),
      }),
    );
  });
});

describe('the moments of two raters', () => {
  test('are listed with their numbers above, and sifted by kind', async () => {
    const { user } = showAgreement({ view: 'moments' });
    expect(await screen.findByText('50%')).toBeDefined();
    const list = screen.getByRole('list', { name: 'The same moments?' });
    expect(within(list).getAllByRole('button')).toHaveLength(2);
    expect(within(list).getByText('1.3 s later')).toBeDefined();
    expect(screen.getByText('1 of 2')).toBeDefined();
    expect(
      screen.getByText(
        'Anne marked 2 moments, Bo 1. Both, with the same item: 1; both, with another item: 0; only Anne: 1; only Bo: 0.',
      ),
    ).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Only Anne (1)' }));
    expect(within(list).getAllByRole('button')).toHaveLength(1);
  });

  test('are matched anew with another tolerance', async () => {
    const { user, asked } = showAgreement({ view: 'moments' });
    await user.click(await screen.findByRole('combobox', { name: 'The same moment within' }));
    await user.click(await screen.findByRole('option', { name: '2 s' }));
    await waitFor(() =>
      expect(asked.filter(({ name }) => name === 'agreementMoments').at(-1)?.argument).toMatchObject({
        toleranceMs: 2000,
      }),
    );
  });
});
