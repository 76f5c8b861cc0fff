import { itemOf } from '../../db/scale';
import type { AgreementSide } from '../../preload/api';
import { points } from '../agreement/figures';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import styles from './Comparison.module.css';
import { byKind, type ComparedItem, type ComparisonRow } from './rows';

type Props = { rows: readonly ComparisonRow[]; whose: string; sides: readonly AgreementSide[] };

/** Every item with both levels and the standard's note, by what kind of difference it is. */
export function ItemList({ rows, whose, sides }: Props) {
  const { t } = useWords();
  return (
    <section className={`card ${styles.list}`} aria-labelledby="comparison-items">
      <h2 id="comparison-items">{t('comparison.items')}</h2>
      <table>
        <thead>
          {sides.length > 1 && (
            <tr>
              <td />
              {sides.map((side) => (
                <th key={side} scope="colgroup" colSpan={3} className={styles.side}>
                  {t(`rating.${side}`)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{t('rating.item')}</th>
            {sides.map((side) => (
              <Heads key={side} whose={whose} />
            ))}
          </tr>
        </thead>
        {byKind(rows).map(({ kind, items }) => (
          <tbody key={kind} data-kind={kind}>
            <tr>
              <th scope="rowgroup" colSpan={1 + 3 * sides.length} className={styles.kind}>
                {t(`comparison.kind.${kind}`)} <span>{items.length}</span>
              </th>
            </tr>
            {items.map((item) => (
              <Item key={item.measure} item={item} sides={sides} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Heads({ whose }: { whose: string }) {
  const { t } = useWords();
  return (
    <>
      <th scope="col" className={styles.level}>
        {whose}
      </th>
      <th scope="col" className={styles.level}>
        {t('comparison.standard')}
      </th>
      <th scope="col" className={styles.apart}>
        <span className={styles.heard}>{t('comparison.difference')}</span>
        <span aria-hidden>±</span>
      </th>
    </>
  );
}

function Item({ item, sides }: { item: ComparedItem; sides: readonly AgreementSide[] }) {
  const { t, language } = useWords();
  const { measure, note } = item;
  return (
    <tr data-item={measure}>
      <th scope="row" className={styles.item}>
        {measure === 0 ? (
          t('rating.overall')
        ) : (
          <>
            <b>{measure}</b> {itemOf(measure).name[language]}
          </>
        )}
        {note !== '' && <q className={styles.note}>{note}</q>}
      </th>
      {sides.map((side) => (
        <Levels key={side} row={item.rows.find((row) => row.side === side)} />
      ))}
    </tr>
  );
}

/** Empty where the edition asks nothing of the item on this side. */
function Levels({ row }: { row: ComparisonRow | undefined }) {
  const { language } = useWords();
  if (row === undefined) return <td colSpan={3} />;
  const { side, difference } = row;
  return (
    <>
      <td className={styles.level}>
        <Level level={row.own} noOccasion={row.ownNoOccasion} side={side} />
      </td>
      <td className={styles.level}>
        <Level level={row.standard} noOccasion={row.standardNoOccasion} side={side} />
      </td>
      <td className={styles.apart} data-far={row.kind === 'away' || undefined}>
        {difference === undefined ? '' : points(difference, language, 0)}
      </td>
    </>
  );
}

type LevelProps = { level: number | null; noOccasion: boolean; side: AgreementSide };

/** Adherence has no colour anywhere. */
function Level({ level, noOccasion, side }: LevelProps) {
  return side === 'adherence' && level !== null ? (
    <span className={styles.adherence}>{level}</span>
  ) : (
    <QualityCell quality={level} noOccasion={noOccasion} />
  );
}
