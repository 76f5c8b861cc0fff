import type { ResultsRating } from '../../db/results';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Profile.module.css';
import { ProfileAxes } from './ProfileAxes';
import { ProfileChoices } from './ProfileChoices';
import { ProfileLegend, profileLegendHeight } from './ProfileLegend';
import { ProfileLine } from './ProfileLine';
import { ProfileMeans } from './ProfileMeans';
import { inOrder, type ProfileOrder, type ProfileRow, profileOf } from './profile';
import { columnsOf, rowHeightOf } from './profileLayout';
import { rowSaid } from './said';
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
const beforeLegend = 8;

/** Every rating of each item on the scale from 1 to 7, with what lies between them; the overall above. */
export function ProfileChart({ ratings, signs, width, order = 'number', chosen, choose }: Props) {
  const { t, language } = useWords();
  const profile = profileOf(ratings);
  const columns = columnsOf(width, ratings.length > 1);
  const lines = linesOf(profile.overall, inOrder(profile.items, order), order === 'number');
  let end = headHeight;
  const placed = lines.map((line) => {
    const height = heightOf(line, (row) => rowHeightOf(row, columns));
    end += height;
    return { line, top: end - height, height };
  });
  const rows = placed.flatMap(({ line, ...place }) =>
    typeof line === 'string' ? [] : [{ row: line, ...place }],
  );
  const height = end + beforeLegend + profileLegendHeight(ratings.length);

  return (
    <div className={styles.drawn}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('results.profile')}
        fontSize={13}
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        {rows.map(({ row, top, height: rowHeight }) =>
          row.measure === chosen ? (
            <rect
              key={row.measure}
              x={0.5}
              y={top}
              width={width - 1}
              height={rowHeight}
              rx={6}
              fill="var(--accent-ground)"
              stroke="var(--accent)"
            />
          ) : null,
        )}
        <ProfileAxes columns={columns} top={headHeight} bottom={end} />
        {placed.map(({ line, top, height: lineHeight }) => {
          const y = top + lineHeight / 2;
          if (line === 'means')
            return <ProfileMeans key={line} means={profile.means} y={y} columns={columns} signs={signs} />;
          if (typeof line === 'string')
            return (
              <text key={line} x={4} y={y + 7} fontSize={12} fontWeight={600} fill="var(--secondary)">
                {t(`results.${line}`)}
              </text>
            );
          return (
            <ProfileLine
              key={line.measure}
              row={line}
              y={y}
              columns={columns}
              ratings={ratings}
              signs={signs}
              chosen={line.measure === chosen}
            />
          );
        })}
        <ProfileLegend
          ratings={ratings}
          signs={signs}
          means={profile.means}
          y={end + beforeLegend}
          width={width}
        />
      </svg>
      {choose && (
        <ProfileChoices
          choices={rows.map(({ row, ...place }) => ({
            measure: row.measure,
            label: `${nameOf(row.measure)}. ${rowSaid(row, ratings, signs, t)}`,
            ...place,
          }))}
          chosen={chosen}
          choose={choose}
        />
      )}
    </div>
  );

  function nameOf(measure: number): string {
    return measure === 0 ? t('rating.overall') : `${measure} ${itemOf(measure).name[language]}`;
  }
}

type Line = ProfileRow | 'means' | 'groupItems' | 'sharedItems';

/** By number the items stand in their two sections; in another order they are one list. */
function linesOf(overall: ProfileRow, rows: readonly ProfileRow[], byNumber: boolean): readonly Line[] {
  if (!byNumber) return [overall, 'means', ...rows];
  return [
    overall,
    'means',
    'groupItems',
    ...rows.filter(({ measure }) => measure <= 9),
    'sharedItems',
    ...rows.filter(({ measure }) => measure > 9),
  ];
}

function heightOf(line: Line, ofRow: (row: ProfileRow) => number): number {
  if (line === 'means') return meansHeight;
  return typeof line === 'string' ? sectionHeight : ofRow(line);
}
