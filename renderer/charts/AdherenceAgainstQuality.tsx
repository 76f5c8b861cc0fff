import { useMemo, useState } from 'react';
import type { SubjectProgress } from '../../db/progress';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import { AgainstDrawing } from './AgainstDrawing';
import { itemPairs, sessionPairs, withoutAdherence } from './against';
import { type AgainstMark, itemMarks, sessionMarks } from './againstMarks';
import { againstTable } from './againstTable';
import { ChartCard } from './ChartCard';
import styles from './Comparisons.module.css';
import { chartFileName } from './chartFileName';
import { ItemKey } from './ItemKey';
import { MeasureChoice, type MeasureChosen } from './MeasureChoice';
import { overallMeasure } from './series';

/** `about` is what files about the subject are called by. */
type Props = { about: string; progress: SubjectProgress };

/** How much the therapist does beside how well: the items' means, or the sessions of one measure. */
export function AdherenceAgainstQuality({ about, progress }: Props) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<MeasureChosen>('items');
  const found = useMemo(
    () =>
      chosen === 'items'
        ? ({ kind: 'items', pairs: itemPairs(progress) } as const)
        : ({ kind: 'sessions', pairs: sessionPairs(progress, chosen) } as const),
    [progress, chosen],
  );
  const marks: AgainstMark[] = useMemo(
    () => (found.kind === 'items' ? itemMarks(found.pairs) : sessionMarks(found.pairs)),
    [found],
  );
  const left = withoutAdherence(progress);
  const title = t('comparisons.againstTitle', { what: what() });

  return (
    <ChartCard
      title={title}
      how={chosen === 'items' ? t('comparisons.againstHowItems') : t('comparisons.againstHowSessions')}
      fileName={chartFileName(about, title)}
      table={againstTable(found, t, language)}
      choices={<MeasureChoice chosen={chosen} choose={setChosen} allItems={t('comparisons.againstItems')} />}
      legend={
        <>
          {found.kind === 'items' && <ItemKey shown={found.pairs.map(({ item }) => item)} />}
          <ul className={styles.legend}>
            {marks.length > 0 && <li>{rests()}</li>}
            {left.length > 0 && (
              <li>
                {t('comparisons.againstLeft', {
                  items: left.map((number) => `${number} ${itemOf(number).short[language]}`).join(', '),
                })}
              </li>
            )}
          </ul>
        </>
      }
    >
      {marks.length === 0 ? (
        <p className={styles.nothing}>{t('comparisons.againstNothing')}</p>
      ) : (
        <AgainstDrawing
          key={String(chosen)}
          marks={marks}
          pairs={found.pairs}
          ofItems={found.kind === 'items'}
          title={title}
        />
      )}
    </ChartCard>
  );

  function what(): string {
    if (chosen === 'items') return t('comparisons.againstItems');
    return chosen === overallMeasure ? t('rating.overall') : `${chosen} ${itemOf(chosen).name[language]}`;
  }

  function rests(): string {
    if (found.kind === 'items') return t('comparisons.againstItemsCount', { count: found.pairs.length });
    const one = found.pairs.filter(({ raters }) => raters === 1).length;
    return one === 0
      ? t('comparisons.sessions', { count: found.pairs.length })
      : t('comparisons.restsOnOne', { count: one, all: found.pairs.length });
  }
}
