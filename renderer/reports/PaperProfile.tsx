import { itemOf } from '../../db/scale';
import { number } from '../format';
import { useWords } from '../words/words';
import type { Figure } from './choosing';
import { range } from './figureText';
import { LevelAxis, LevelStrip } from './LevelStrip';
import paper from './Paper.module.css';
import styles from './Profile.module.css';

type Props = {
  /** By measure: the overall first, then the items. */
  quality: readonly Figure[];
  adherence: readonly Figure[];
  /** Therapists' own quality, where it is shown. */
  self: readonly Figure[];
  /** What a number is counted of, in short; where there is more than one. */
  count: string | undefined;
  /** By measure, where the levels go over time, in a word; absent where it is not asked. */
  directions?: readonly (string | undefined)[];
};

/** All 19 items and the overall, as a table with a drawing in each row. */
export function PaperProfile({ quality, adherence, self, count, directions }: Props) {
  const { t } = useWords();
  const own = self.some(({ mean }) => mean !== null);
  return (
    <>
      <table className={`${styles.profile} ${directions ? styles.narrow : ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('rating.item')}</th>
            <th scope="col" className={styles.number}>
              {t('rating.adherenceShort')}
            </th>
            <th scope="col" className={styles.number}>
              {t('rating.quality')}
            </th>
            {count !== undefined && (
              <th scope="col" className={styles.number}>
                {count}
              </th>
            )}
            {directions && (
              <th scope="col" className={styles.number}>
                {t('reports.direction')}
              </th>
            )}
            {own && (
              <th scope="col" className={styles.number}>
                {t('reports.self')}
              </th>
            )}
            <td className={styles.drawing}>
              <LevelAxis />
            </td>
          </tr>
        </thead>
        <tbody>
          {quality.map((figure, measure) => (
            <Row
              key={figure.measure}
              quality={figure}
              adherence={adherence[measure]}
              self={own ? self[measure] : undefined}
              counted={count !== undefined}
              direction={directions && (directions[measure] ?? '–')}
            />
          ))}
        </tbody>
      </table>
      <Legend ranges={count !== undefined} own={own} />
    </>
  );
}

type RowProps = {
  quality: Figure;
  adherence: Figure | undefined;
  self: Figure | undefined;
  counted: boolean;
  direction: string | undefined;
};

function Row({ quality, adherence, self, counted, direction }: RowProps) {
  const { t, language } = useWords();
  const { measure } = quality;
  const spread = range(quality, language);
  return (
    <tr className={measure === 0 ? styles.overall : undefined}>
      <th scope="row">
        {measure === 0 ? (
          t('rating.overall')
        ) : (
          <>
            <span className={paper.itemNumber}>{measure}</span> {itemOf(measure).name[language]}
          </>
        )}
      </th>
      {quality.count === 0 && quality.noOccasion > 0 ? (
        <td colSpan={2} className={styles.word}>
          {t('rating.noOccasion').toLocaleLowerCase(language)}
        </td>
      ) : (
        <>
          <td className={styles.number}>
            {adherence?.mean == null ? '–' : number(adherence.mean, language)}
          </td>
          <td className={styles.number}>
            {quality.mean === null ? '–' : <b>{number(quality.mean, language)}</b>}
            {spread !== undefined && <span className={styles.spread}> {spread}</span>}
          </td>
        </>
      )}
      {counted && (
        <td className={styles.number}>
          {quality.count}
          {quality.noOccasion > 0 && quality.count > 0 && (
            <span className={styles.spread}>
              {' '}
              +{quality.noOccasion} {t('rating.noOccasionShort')}
            </span>
          )}
        </td>
      )}
      {direction !== undefined && <td className={styles.number}>{direction}</td>}
      {self !== undefined && (
        <td className={styles.number}>
          {self.mean !== null
            ? number(self.mean, language)
            : self.noOccasion > 0
              ? t('rating.noOccasionShort')
              : '–'}
        </td>
      )}
      <td className={styles.drawing}>
        <LevelStrip quality={quality} adherence={adherence} self={self} />
      </td>
    </tr>
  );
}

function Legend({ ranges, own }: { ranges: boolean; own: boolean }) {
  const { t } = useWords();
  return (
    <ul className={styles.legend}>
      <li>
        <svg width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="4" fill="var(--q5)" stroke="var(--ink)" strokeWidth="0.8" />
        </svg>
        {t('rating.quality')}
      </li>
      <li>
        <svg width="12" height="12" aria-hidden>
          <rect x="1" y="1" width="10" height="10" fill="none" stroke="var(--secondary)" strokeWidth="1.2" />
        </svg>
        {t('rating.adherence')}
      </li>
      {ranges && (
        <li>
          <svg width="18" height="12" aria-hidden>
            <path d="M2 3v6m0 -3H16m0 -3v6" fill="none" stroke="var(--ink)" strokeWidth="1.2" />
          </svg>
          {t('reports.range')}
        </li>
      )}
      {own && (
        <li>
          <svg width="12" height="12" aria-hidden>
            <path d="M6 1l5 9.5H1Z" fill="none" stroke="var(--ink)" strokeWidth="1.1" />
          </svg>
          {t('reports.selfLegend')}
        </li>
      )}
      <li>
        <svg width="12" height="12" aria-hidden>
          <path d="M6 0V12" stroke="var(--accent)" strokeDasharray="3 2" />
        </svg>
        {t('reports.line')}
      </li>
    </ul>
  );
}
