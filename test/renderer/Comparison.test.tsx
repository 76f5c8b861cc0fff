import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StandardComparison } from '../../preload/api';
import { Comparison } from '../../renderer/comparison/Comparison';
import { aComparison, someFigures } from '../fixtures/certification';
import { aSessionRow, bareSession, uuid } from '../fixtures/rows';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

beforeEach(() => inLanguage('en'));

function showComparison(
  found: StandardComparison | { outcome: 'hidden' } | undefined,
  viewerId: string = uuid(301),
) {
  answerWith({
    library: () => ({ ...emptyLibrary, viewerId }),
    standardComparison: () => found,
    session: () => ({
      session: { ...bareSession, id: uuid(1) },
      row: aSessionRow({ id: uuid(1) }),
      phases: [],
      recording: null,
      scores: [],
    }),
  });
  return show(<Comparison assignmentId={uuid(801)} />);
}

const groupOf = (name: RegExp) => screen.getByRole('rowheader', { name }).closest('tbody') as HTMLElement; // a row stands in one

describe('a rating beside the standard', () => {
  test('is said in a sentence, with its interval and who set the standard', async () => {
    showComparison(aComparison({ figures: someFigures({ occasion: 2, leftOut: 1 }) }));
    expect(await screen.findByRole('heading', { level: 1, name: /^Your rating/ })).toBeDefined();
    expect(screen.getByText(/Standard: consensus \(Anne and Bo\), 20 October 2026/)).toBeDefined();
    const said = screen.getByText(/^17 of 19 item ratings are within one point/);
    expect(said.textContent).toContain('(89%, 95% interval 69 to 99%)');
    expect(said.textContent).toContain('On average the rating is 0.3 points above the standard.');
    expect(said.textContent).toContain('On 2 only one of the two found an occasion.');
    expect(said.textContent).toContain('1 is not rated.');
  });

  test('is named to somebody else who looks at it', async () => {
    showComparison(aComparison(), uuid(304));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Rating of Anne beside the standard' }),
    ).toBeDefined();
  });

  test('shows every item by its kind of difference, with the standard’s note', async () => {
    showComparison(aComparison());
    await screen.findByRole('heading', { level: 1 });
    const away = within(groupOf(/^More than one point away 1$/));
    const row = away.getByRole('row', { name: /^2 / });
    expect(row.textContent).toContain('Seen in both phases');
    expect(row.textContent).toContain('64+2');
    expect(groupOf(/^Only one of the two found an occasion 1$/).textContent).toContain('n.o.');
    expect(groupOf(/^Not rated 1$/).textContent).toContain('5 ');
    expect(groupOf(/^The standard is undecided/).textContent).toContain('6 ');
    expect(groupOf(/^No occasion for either/).textContent).toContain('8 ');
    // 14 items, and the overall.
    expect(groupOf(/^Within one point 15$/).textContent).toContain('Overall rating');
  });

  test('draws both on the scale, and puts what is furthest first when asked', async () => {
    const { user } = showComparison(aComparison());
    const drawing = await screen.findByRole('img', { name: 'Profile and standard' });
    const drawn = () =>
      [...drawing.querySelectorAll('[data-measure]')].map((one) => one.getAttribute('data-measure'));
    expect(drawn().slice(0, 3)).toEqual(['0', '1', '2']);
    await user.click(screen.getByText('Largest difference first'));
    expect(drawn().slice(0, 3)).toEqual(['0', '2', '1']);
  });

  test('lists the moments of both; only the own are opened at the desk', async () => {
    const { user } = showComparison(aComparison());
    const list = await screen.findByRole('list', { name: 'The same moments?' });
    expect(within(list).getByText('both')).toBeDefined();
    await user.click(within(list).getByRole('button', { name: /only the standard/ }));
    expect(screen.queryByRole('link', { name: 'Open the rating at this moment' })).toBeNull();
    await user.click(within(list).getByRole('button', { name: /both/ }));
    expect(screen.getByRole('link', { name: 'Open the rating at this moment' })).toBeDefined();
  });

  test('says when it may be seen, and nothing of the standard before', async () => {
    showComparison({ outcome: 'hidden' });
    expect(await screen.findByText('The standard is shown later')).toBeDefined();
    expect(screen.queryByText('Standard')).toBeNull();
  });

  test('says when there is none', async () => {
    showComparison(undefined);
    expect(await screen.findByText('Nothing here any more')).toBeDefined();
  });

  test('counts both sides where the programme does, an item once', async () => {
    const both = [
      { side: 'quality' as const, difference: 0 },
      { side: 'adherence' as const, difference: 0 },
    ];
    showComparison(aComparison({ figures: someFigures({ overall: both }) }));
    await screen.findByRole('heading', { level: 1 });
    expect(screen.getByRole('columnheader', { name: 'Adherence' })).toBeDefined();
    expect(screen.getAllByRole('rowheader', { name: /^2 / })).toHaveLength(1);
  });
});
