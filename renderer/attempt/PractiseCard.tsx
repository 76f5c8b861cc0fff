import { itemOf } from '../../db/scale';
import type { ItemFigures } from '../../preload/api';
import { points } from '../agreement/figures';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';

type Props = {
  /** Furthest first. */
  items: readonly ItemFigures[];
  /** Whether both sides are counted, so that an item must say which one. */
  sides: boolean;
};

/** Which items are worth practising, and what lies behind that; an item once, with its sides. */
export function PractiseList({ items, sides }: Props) {
  const { t, language } = useWords();
  return (
    <ol className={styles.practise}>
      {[...Map.groupBy(items, ({ item }) => item)].map(([item, those]) => (
        <li key={item} data-item={item}>
          <span className={styles.itemName}>
            <b>{item}</b> {itemOf(item).name[language]}
          </span>
          {inOrder(those).map((one) => (
            <span key={one.side} className={styles.soft}>
              {said(one)}
            </span>
          ))}
          <span className={styles.goodEnough}>
            {t('rating.goodEnough')} {itemOf(item).goodEnough[language]}
          </span>
        </li>
      ))}
    </ol>
  );

  function said({ side, n, within1, bias, occasion }: ItemFigures): string {
    const figures = [
      t('attempt.itemWithin', { within: within1, count: n }),
      ...(bias === undefined || Math.abs(bias) < 0.05
        ? []
        : [t('attempt.itemBias', { points: points(bias, language) })]),
      ...(occasion === 0 ? [] : [t('attempt.itemOccasion', { count: occasion })]),
    ].join(' · ');
    return sides ? `${t(`rating.${side}`)}: ${figures}` : figures;
  }
}

/** Quality first, as everywhere. */
const inOrder = (those: readonly ItemFigures[]): ItemFigures[] =>
  those.toSorted((a, b) => (a.side === b.side ? 0 : a.side === 'quality' ? -1 : 1));

export function PractiseCard({ items, sides }: Props) {
  const { t } = useWords();
  const practise = items.filter((one) => one.practise);
  return (
    <section className="card" aria-labelledby="attempt-practise">
      <h2 id="attempt-practise">{t('attempt.practise')}</h2>
      {practise.length === 0 ? (
        <p className={styles.quiet}>{t('attempt.practiseNone')}</p>
      ) : (
        <>
          <PractiseList items={practise} sides={sides} />
          <p className={styles.note}>{t('attempt.practiseNote')}</p>
        </>
      )}
    </section>
  );
}
