import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ChartCard } from '../../renderer/charts/ChartCard';
import type { ChartTable } from '../../renderer/charts/chartTable';
import { pictureOf } from '../../renderer/charts/export/picture';
import { answerWith, inLanguage, show } from './surface';

const table: ChartTable = {
  head: ['Date', 'Quality', 'Raters'],
  rows: [
    [
      { text: '24 Sept 2026', value: '2026-09-24', href: '#/session/1' },
      { text: '4.7', value: 14 / 3 },
      { text: '3' },
    ],
    [{ text: '27 Aug 2026', value: '2026-08-27' }, { text: '–', value: '' }, { text: '1' }],
  ],
};

const card = (some: Partial<Parameters<typeof ChartCard>[0]> = {}) => (
  <ChartCard
    title="Overall quality"
    how="At 4 or above is good enough."
    fileName="T-07: quality"
    table={table}
    {...some}
  >
    <svg role="img" aria-label="drawing" />
  </ChartCard>
);

beforeEach(() => inLanguage('en'));

describe('the card of a chart', () => {
  test('says what the chart shows and how to read it', () => {
    show(card({ legend: <p>the signs</p>, choices: <button type="button">a choice</button> }));
    const region = screen.getByRole('region', { name: 'Overall quality' });
    expect(region.textContent).toContain('At 4 or above is good enough.');
    expect(region.textContent).toContain('the signs');
    expect(within(region).getByRole('button', { name: 'a choice' })).toBeDefined();
  });

  test('shows its numbers instead, and the drawing again', async () => {
    const { user } = show(card());
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual(['DateQualityRaters', '24 Sept 20264.73', '27 Aug 2026–1']);
    expect(screen.getByRole('link', { name: '24 Sept 2026' }).getAttribute('href')).toBe('#/session/1');
    expect(screen.getByRole('rowheader', { name: '27 Aug 2026' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Chart' }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('says what can be done with it on screen, and leaves that out of pictures', () => {
    show(card({ onScreen: 'Click a point.' }));
    expect(screen.getByText('Click a point.').closest('[data-left-out]')).not.toBeNull();
  });

  test('offers nothing to take along without numbers', () => {
    show(card({ table: { head: ['Date'], rows: [] } }));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('saves its numbers under a name that a file may have, and says so', async () => {
    const asked = answerWith({ saveChart: () => 'saved' });
    const { user } = show(card());
    await user.click(screen.getByRole('button', { name: 'Save or copy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save the numbers (CSV) …' }));
    expect((await screen.findByText('Saved')).closest('output')).not.toBeNull();
    expect(asked).toMatchObject([{ name: 'saveChart', argument: { name: 'T-07 quality', kind: 'csv' } }]);
  });

  test.each([
    ['noRoom', /^Not saved: the disk is full/],
    ['unwritable', /^Not saved: the folder does not take the file/],
  ] as const)('says what to do after %s, until it is closed', async (outcome, sentence) => {
    answerWith({ saveChart: () => outcome });
    const { user } = show(card());
    await user.click(screen.getByRole('button', { name: 'Save or copy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save the numbers (CSV) …' }));
    expect(await screen.findByText(sentence)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(sentence)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save or copy' }));
  });

  test('says nothing when a person changes their mind', async () => {
    const asked = answerWith({ saveChart: () => 'cancelled' });
    const { user } = show(card());
    await user.click(screen.getByRole('button', { name: 'Save or copy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Save the numbers (CSV) …' }));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('the picture of a chart', () => {
  // jsdom lays nothing out.
  beforeEach(() => {
    Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 100, 16);
  });

  const drawn = (inner: string, title = 'Quality') => {
    const sheet = document.createElement('div');
    sheet.innerHTML = inner;
    document.body.append(sheet);
    const { svg } = pictureOf(sheet, title, 'T-07');
    sheet.remove();
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    return { svg, read };
  };

  test('keeps text as text, whatever a name is', () => {
    const hostile = '</text><script>alert(1)</script>&"\'\u0001\u202eÅse';
    const sheet = '<p></p><svg><text></text></svg>';
    const page = document.createElement('div');
    page.innerHTML = sheet;
    for (const place of page.querySelectorAll('p, text')) place.textContent = hostile;
    document.body.append(page);
    const { svg } = pictureOf(page, hostile, hostile);
    page.remove();
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('script')).toBeNull();
    const harmless = hostile.replaceAll('\u0001', '').replaceAll('\u202e', '');
    expect([...read.querySelectorAll('title, text')].map(({ textContent }) => textContent)).toEqual([
      harmless,
      harmless,
      harmless,
      harmless,
    ]);
  });

  test('leaves out what runs, loads or hides another document', () => {
    const { read, svg } = drawn(`
      <svg onload="x()"><script>x()</script><foreignObject><p>x</p></foreignObject>
        <image href="https://example.com/a.png"/><a href="javascript:x()"><circle r="2"/></a>
        <use href="https://example.com/b.svg#c"/><use href="#here"/>
        <circle r="4" onclick="x()" data-session="1" class="dot"/>
        <rect width="4" height="4" fill="url(https://example.com/d.svg#e)"/>
      </svg>`);
    const names = [...read.querySelectorAll('*')].map(({ localName }) => localName);
    for (const name of ['script', 'foreignObject', 'image', 'a']) expect(names).not.toContain(name);
    expect(svg).not.toMatch(/example\.com|javascript:|onload|onclick|data-session|class=/);
    expect([...read.querySelectorAll('use')].map((use) => use.getAttribute('href'))).toEqual([null, '#here']);
  });

  test('is as large as what is in it, with a margin and a foot, on white', () => {
    const { read } = drawn('<svg width="800" height="400"/>');
    expect(read.documentElement.getAttribute('viewBox')).toBe('0 0 832 452');
    expect(read.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
  });
});
