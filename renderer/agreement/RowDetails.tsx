import type { AgreementRow, AgreementSession, IccName } from '../../preload/api';
import { dayShort } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import {
  bandText,
  decimals,
  iccRange,
  measureName,
  percent,
  percentRange,
  rangeText,
  reasonText,
  whyNot,
} from './figures';
import styles from './ScoreTable.module.css';
import type { NameOf } from './sentences';

const forms: readonly IccName[] = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'];
/** So many sessions are named before the rest is only counted. */
const mostSessions = 12;

type Props = { row: AgreementRow; nameOf: NameOf; sessions: readonly AgreementSession[] };

/** Everything that is behind one row: six coefficients, two ways to call them, and where the differences come from. */
export function RowDetails({ row, nameOf, sessions }: Props) {
  const { t, language } = useWords();
  return (
    <section
      className={styles.behind}
      aria-label={t('agreement.details.title', { name: measureName(row.measure, t, language) })}
    >
      <table className={styles.forms}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.details.form')}</th>
            <th scope="col">{t('agreement.details.means')}</th>
            <th scope="col">{t('agreement.details.value')}</th>
            <th scope="col">{t('agreement.details.interval')}</th>
            <th scope="col">{t('agreement.details.kooLi')}</th>
            <th scope="col">{t('agreement.details.cicchetti')}</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => {
            const icc = row.iccs[form];
            return (
              <tr key={form}>
                <th scope="row">{icc.mcGrawWong}</th>
                <td>{t(`agreement.details.forms.${form}`)}</td>
                <td>{icc.value === undefined ? '–' : decimals(icc.value, language)}</td>
                <td>{iccRange(icc, t, language) ?? whyNot(icc, t)}</td>
                <td>{bandText(icc, t) ?? '–'}</td>
                <td>{icc.cicchetti === undefined ? '–' : t(`agreement.band.${icc.cicchetti}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl>
        {facts().map(([name, said]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{said}</dd>])}
      </dl>
      {row.occasion.sessions.length > 0 && (
        <div>
          <h3>{t('agreement.details.occasionSessions')}</h3>
          <ul>
            {row.occasion.sessions.slice(0, mostSessions).map(({ sessionId, noOccasion, rated }) => (
              <li key={sessionId}>
                <a href={hashOf({ name: 'results', sessionId })}>{dayOf(sessionId)}</a>{' '}
                {t('agreement.details.occasionSession', {
                  none: noOccasion.map(nameOf).join(', '),
                  rated: rated.map(nameOf).join(', '),
                })}
              </li>
            ))}
          </ul>
          {row.occasion.sessions.length > mostSessions &&
            t('comparisons.more', { count: row.occasion.sessions.length - mostSessions })}
        </div>
      )}
    </section>
  );

  function dayOf(sessionId: string): string {
    const date = sessions.find(({ id }) => id === sessionId)?.date;
    return date === undefined ? t('agreement.session') : dayShort(date, language);
  }

  function facts(): [name: string, said: string][] {
    const { exact, within1, sd, ac2, components, occasion } = row;
    const shared = (share: typeof exact) =>
      share.value === undefined
        ? reasonText(share.reason, t)
        : [
            t('agreement.percent', { share: percent(share.value) }),
            ...(share.limits.lower === undefined ? [] : [`(${percentRange(share.limits, t)})`]),
            `· ${t('agreement.details.pairs', { count: share.count, of: share.of })}`,
          ].join(' ');
    const estimated = (estimate: typeof ac2) => {
      if (estimate.value === undefined) return reasonText(estimate.reason, t);
      const range = rangeText(estimate.limits, t, language);
      return `${decimals(estimate.value, language)}${range === undefined ? '' : ` (${range})`}`;
    };
    const resampled = rangeText(row.resampledIcc, t, language);
    return [
      [t('agreement.details.exact'), shared(exact)],
      [t('agreement.details.within1'), shared(within1)],
      [t('agreement.details.sd'), estimated(sd)],
      [t('agreement.details.ac2'), estimated(ac2)],
      ...(resampled === undefined ? [] : [[t('agreement.details.icc'), resampled] as [string, string]]),
      [t('agreement.details.sources'), sources(components)],
      ...(occasion.bothNoOccasion + occasion.different === 0
        ? []
        : [
            [t('agreement.details.occasion'), shared(occasion.agreement)] as [string, string],
            [t('agreement.details.ac1'), estimated(occasion.ac1)] as [string, string],
          ]),
    ];
  }

  function sources(components: AgreementRow['components']): string {
    const method = t(`agreement.details.method.${row.method}`);
    if (components.value === undefined) return `${reasonText(components.reason, t)}`;
    const { session, rater, residual } = components.value;
    const all = session + rater + residual;
    const share = (part: number) => Math.round((100 * part) / all);
    return [
      t('agreement.details.components', {
        session: share(session),
        rater: share(rater),
        residual: share(residual),
      }),
      components.setToZero.length > 0 ? t('agreement.details.setToZero') : '',
      method,
      row.missing > 0
        ? t('agreement.details.missing', {
            missing: row.missing,
            all: (row.n + row.oneRaterSessions) * row.k,
          })
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
