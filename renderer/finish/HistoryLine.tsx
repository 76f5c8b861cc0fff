import type { HistoryRow } from '../../db/history';
import { clockSeconds, wallTime } from '../format';
import { useWords } from '../words/words';
import { changesTold, type Subject, subjectOf, type Told } from './changesTold';
import styles from './Finish.module.css';

/** One change in a sentence; of a note, the text before and after. */
export function HistoryLine({ row }: { row: HistoryRow }) {
  const { t, language } = useWords();
  const told = changesTold(row);
  const says = `${subject(subjectOf(row), t)}: ${told.map((one) => sentence(one, t)).join(', ')}`;
  return (
    <li>
      <time className={styles.when} dateTime={row.at}>
        {wallTime(row.at, language)}
      </time>
      <div>
        {row.action === 'do' ? says : t(`history.${row.action}`, { change: says })}
        {told.map(
          (one) =>
            one.what === 'note' && (
              <p key="note" className={styles.texts}>
                {one.from !== '' && <del>{one.from}</del>}
                {one.from !== '' && one.to !== '' && '\n'}
                {one.to !== '' && <ins>{one.to}</ins>}
              </p>
            ),
        )}
      </div>
      <span className={styles.by}>{row.raterName}</span>
    </li>
  );
}

type T = ReturnType<typeof useWords>['t'];

function subject(about: Subject, t: T): string {
  if (about === 'phases') return t('phase.lane');
  const { item, atMs } = about;
  if (atMs !== undefined) return t('history.mark', { time: clockSeconds(atMs), item });
  return item === 0 ? t('rating.overall') : t('history.item', { item });
}

function sentence(told: Told, t: T): string {
  switch (told.what) {
    case 'adherence':
    case 'quality':
      return t(`history.change.${told.what}`, { from: told.from ?? '–', to: told.to ?? '–' });
    case 'moved':
      return t('history.change.moved', { to: clockSeconds(told.toMs) });
    case 'ends':
      return told.toMs === null
        ? t('history.change.noEnd')
        : t('history.change.ends', { to: clockSeconds(told.toMs) });
    case 'item':
      return t('history.change.item', { to: told.to });
    case 'therapist':
      return t('history.change.therapist', { to: t(`mark.${told.to}`) });
    case 'phaseAdded':
    case 'phaseMoved': {
      const { name, startMs, endMs } = told;
      return t(`history.change.${told.what}`, { name, from: clockSeconds(startMs), to: clockSeconds(endMs) });
    }
    case 'phaseRemoved':
      return t('history.change.phaseRemoved', { name: told.name });
    case 'phaseRenamed':
      return t('history.change.phaseRenamed', { from: told.from, to: told.to });
    case 'undecided':
      return t('history.change.undecided', { reason: told.reason });
    default:
      return t(`history.change.${told.what}`);
  }
}
