import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { AgreementRow, AgreementSession } from '../../preload/api';
import { useWords } from '../words/words';
import {
  bandText,
  decimals,
  iccOf,
  iccRange,
  isClear,
  measureName,
  measureShort,
  percent,
  percentRange,
  points,
  pointsRange,
  rangeText,
  ratersText,
  type Unit,
  whyNot,
} from './figures';
import { IntervalBar } from './IntervalBar';
import { RowDetails } from './RowDetails';
import styles from './ScoreTable.module.css';
import { type NameOf, sentencesOf } from './sentences';
import { columns } from './sorting';

type Props = {
  row: AgreementRow;
  unit: Unit;
  nameOf: NameOf;
  sessions: readonly AgreementSession[];
  open: boolean;
  toggle: () => void;
};

export function ScoreRow({ row, unit, nameOf, sessions, open, toggle }: Props) {
  const { t, language } = useWords();
  const id = useId();
  const icc = iccOf(row, unit);
  const range = iccRange(icc, t, language);
  const said = sentencesOf(row, unit, nameOf, t, language);
  const { bias } = row;
  return (
    <tbody data-measure={row.measure}>
      <tr className={styles.numbers}>
        <th scope="row" className={styles.start}>
          <button
            type="button"
            className={styles.name}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            title={measureName(row.measure, t, language)}
            onClick={toggle}
          >
            <IconChevronRight size={14} aria-hidden className={styles.turn} />
            {measureShort(row.measure, t, language)}
          </button>
        </th>
        <td className={styles.start}>
          <IntervalBar icc={icc} label={barSaid()} />
          {row.smallSpread && (
            <span className={styles.caution}>
              <IconAlertTriangle size={12} aria-hidden /> {t('agreement.small')}
            </span>
          )}
        </td>
        <td className={styles.start}>
          {icc.value === undefined ? (
            <span className={styles.soft}>{t('agreement.noNumber')}</span>
          ) : (
            <>
              <strong>{decimals(icc.value, language)}</strong>{' '}
              <span className={styles.soft}>{range ?? t('agreement.noInterval')}</span>
              <span className={styles.band}>{bandText(icc, t)}</span>
            </>
          )}
        </td>
        <td>
          {row.within1.value === undefined
            ? '–'
            : t('agreement.percent', { share: percent(row.within1.value) })}
          <Between said={percentRange(row.within1.limits, t)} />
        </td>
        <td data-column="bias" data-clear={(bias && isClear(bias.difference)) || undefined}>
          {bias?.difference.value === undefined ? (
            '–'
          ) : (
            <>
              {points(bias.difference.value, language)}{' '}
              <span className={styles.who}>{nameOf(bias.raterId)}</span>
              <Between said={pointsRange(bias.difference.limits, t, language)} />
            </>
          )}
        </td>
        <td title={whyNot(row.ac2, t)}>
          {row.ac2.value === undefined ? '–' : decimals(row.ac2.value, language)}
          <Between said={rangeText(row.ac2.limits, t, language)} />
        </td>
        <td>
          {row.sd.value === undefined ? '–' : decimals(row.sd.value, language)}
          <Between said={rangeText(row.sd.limits, t, language)} />
        </td>
        <td>{row.n}</td>
        <td>{ratersText(row, t, language)}</td>
        <td data-clear={row.occasion.different > 0 || undefined}>{row.occasion.different || '–'}</td>
      </tr>
      <tr>
        <td colSpan={columns.length + 1} className={styles.said}>
          {said.caution !== undefined && <em>{said.caution} </em>}
          {said.text}
        </td>
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={columns.length + 1} className={styles.details} data-left-out>
            <RowDetails row={row} nameOf={nameOf} sessions={sessions} />
          </td>
        </tr>
      )}
    </tbody>
  );

  function barSaid(): string {
    if (icc.value === undefined) return t('agreement.noNumber');
    const value = decimals(icc.value, language);
    return range === undefined ? value : t('agreement.barSaid', { value, range });
  }
}

/** The interval under its number. */
function Between({ said }: { said: string | undefined }) {
  return said === undefined ? null : <span className={styles.between}>{said}</span>;
}
