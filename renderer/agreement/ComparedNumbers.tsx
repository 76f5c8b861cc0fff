import type { AgreementMoments, AgreementValue } from '../../preload/api';
import { useWords } from '../words/words';
import { decimals, percent, reasonText } from './figures';
import styles from './Moments.module.css';

/** How far the two agree on moments; each number with its name, and the reason where there is none. */
export function ComparedNumbers({ moments }: { moments: AgreementMoments }) {
  const { t, language } = useWords();
  const { first, second, both, otherItem, onlyFirst, onlySecond, timeUnits } = moments;
  const pairs = both.length + otherItem.length;
  const all = both.length + 2 * otherItem.length + onlyFirst.length + onlySecond.length;
  const ofAll = t('agreement.momentsNumbers.of', { count: both.length, of: all });
  const coefficient = (value: AgreementValue) =>
    value.value === undefined ? '–' : decimals(value.value, language);
  const facts: [name: string, said: string, value: AgreementValue][] = [
    [
      t('agreement.momentsNumbers.agreement'),
      moments.agreement.value === undefined
        ? '–'
        : t('agreement.percent', { share: percent(moments.agreement.value) }),
      moments.agreement,
    ],
    [t('agreement.momentsNumbers.f1'), coefficient(moments.f1), moments.f1],
    [t('agreement.momentsNumbers.f1Any'), coefficient(moments.f1AnyItem), moments.f1AnyItem],
    [t('agreement.momentsNumbers.kappa'), coefficient(moments.kappa), moments.kappa],
    [t('agreement.momentsNumbers.kappaMatched'), coefficient(moments.kappaOfMatched), moments.kappaOfMatched],
    [
      t('agreement.momentsNumbers.time', { seconds: timeUnits.unitMs / 1000 }),
      coefficient(timeUnits.kappa),
      timeUnits.kappa,
    ],
  ];
  return (
    <>
      <p className={styles.said}>
        {t('agreement.momentsSay', {
          first: first.raterName,
          second: second.raterName,
          one: pairs + onlyFirst.length,
          other: pairs + onlySecond.length,
          both: both.length,
          otherItem: otherItem.length,
          onlyFirst: onlyFirst.length,
          onlySecond: onlySecond.length,
        })}
      </p>
      <dl className={styles.numbers}>
        {facts.map(([name, said, value]) => (
          <div key={name} title={value.value === undefined ? reasonText(value.reason, t) : undefined}>
            <dt>{name}</dt>
            <dd>
              {said}
              {value === moments.agreement && <span>{ofAll}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.rests}>{t('agreement.momentsRests')}</p>
    </>
  );
}
