import { type KeyboardEvent, useRef, useState } from 'react';
import type { ResultsRating } from '../../db/results';
import { useWords } from '../words/words';
import { ProfileAxes } from './ProfileAxes';
import { ProfileLegend, profileLegendHeight } from './ProfileLegend';
import { ProfileLine } from './ProfileLine';
import { ProfileMeans } from './ProfileMeans';
import { inOrder, type ProfileOrder, type ProfileRow, profileOf } from './profile';
import { columnsOf, rowHeightOf } from './profileLayout';
import type { Sign } from './signs';

type Props = {
  /** The ratings that are looked at. */
  ratings: readonly ResultsRating[];
  /** Of all ratings of the session, from `signsOf`. */
  signs: ReadonlyMap<string, Sign>;
  /** Pixels; from about 520, and with full names of the items from 960. */
  width: number;
  order?: ProfileOrder;
  /** 0 for the overall; undefined when nothing is chosen. */
  chosen?: number | undefined;
  /** Called with 0 for the overall. Without it the chart is only to be looked at. */
  choose?: (measure: number) => void;
};

const headHeight = 42;
const meansHeight = 24;
const sectionHeight = 24;

/** Every rating of each item on the scale from 1 to 7, with what lies between them; the overall above. */
export function ProfileChart({ ratings, signs, width, order = 'number', chosen, choose }: Props) {
  const { t } = useWords();
  const profile = profileOf(ratings);
  const columns = columnsOf(width, ratings.length > 1);
  const lines = linesOf(inOrder(profile.items, order), order === 'number');
  const overallHeight = rowHeightOf(profile.overall, columns);
  const meansY = headHeight + overallHeight + meansHeight / 2;
  let y = meansY + meansHeight / 2 + 2;
  const placed = lines.map((line) => {
    const height = typeof line === 'string' ? sectionHeight : rowHeightOf(line, columns);
    y += height;
    return { line, y: y - height / 2, height };
  });
  const rowsEnd = y;
  const height = rowsEnd + 8 + profileLegendHeight(ratings.length);

  const measures = [0, ...lines.flatMap((line) => (typeof line === 'string' ? [] : [line.measure]))];
  const [reached, setReached] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  const at = measures.includes(reached) ? reached : 0;
  const move = (event: KeyboardEvent) => {
    const to = keyTo(event.key, measures, at);
    if (to !== undefined) {
      setReached(to);
      drawing.current?.querySelector<SVGElement>(`[data-measure="${to}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') choose?.(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const row = (one: ProfileRow, middle: number, rowHeight: number) => (
    <ProfileLine
      key={one.measure}
      row={one}
      y={middle}
      height={rowHeight}
      width={width}
      columns={columns}
      ratings={ratings}
      signs={signs}
      {...(choose && {
        reached: one.measure === at,
        chosen: one.measure === chosen,
        choose: () => {
          setReached(one.measure);
          choose(one.measure);
        },
      })}
    />
  );

  return (
    <svg
      ref={drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={choose ? 'listbox' : 'img'}
      aria-label={t('results.profile')}
      onKeyDown={choose && move}
      fontSize={13}
      style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
    >
      <ProfileAxes columns={columns} top={headHeight} bottom={rowsEnd} />
      {row(profile.overall, headHeight + overallHeight / 2, overallHeight)}
      <ProfileMeans means={profile.means} y={meansY} columns={columns} signs={signs} />
      {placed.map(({ line, y: middle, height: rowHeight }) =>
        typeof line === 'string' ? (
          <text
            key={line}
            aria-hidden
            x={columns.numberEnd - 14}
            y={middle + 7}
            fontSize={12}
            fontWeight={600}
            fill="var(--secondary)"
          >
            {t(`results.${line}`)}
          </text>
        ) : (
          row(line, middle, rowHeight)
        ),
      )}
      <ProfileLegend ratings={ratings} signs={signs} means={profile.means} y={rowsEnd + 8} width={width} />
    </svg>
  );
}

type Section = 'groupItems' | 'sharedItems';

/** By number the items stand in their two sections; in another order they are one list. */
function linesOf(rows: readonly ProfileRow[], byNumber: boolean): readonly (ProfileRow | Section)[] {
  if (!byNumber) return rows;
  return [
    'groupItems',
    ...rows.filter(({ measure }) => measure <= 9),
    'sharedItems',
    ...rows.filter(({ measure }) => measure > 9),
  ];
}

/** Where a key leads from a row. */
function keyTo(key: string, measures: readonly number[], at: number): number | undefined {
  const index = measures.indexOf(at);
  switch (key) {
    case 'ArrowDown':
      return measures[Math.min(index + 1, measures.length - 1)];
    case 'ArrowUp':
      return measures[Math.max(index - 1, 0)];
    case 'Home':
      return measures[0];
    case 'End':
      return measures.at(-1);
    default:
      return undefined;
  }
}
