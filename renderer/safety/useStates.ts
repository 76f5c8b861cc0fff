import { wallTime } from '../format';
import { useSettings } from '../settings/useSettings';
import { useWarnings } from '../warnings/useWarnings';
import { useWords } from '../words/words';
import type { SafetyPart } from './parts';
import { lastGood, useBackups } from './useBackups';
import { useDue } from './useDue';

/** How it stands with a part in a few words, and whether somebody should look at it. */
type State = { text: string; look?: boolean };

/** Nothing is said of a part before it is known. */
export function useStates(): Partial<Record<SafetyPart, State>> {
  const { t, language } = useWords();
  const { settings } = useSettings();
  const { data: backups } = useBackups();
  const { data: warnings } = useWarnings();
  const { data: due } = useDue();
  const minutes = settings.lockAfterMinutes;
  const last = lastGood(backups?.list ?? []);
  const overdue = due?.recordings.filter(({ keepUntil }) => keepUntil < due.today).length ?? 0;
  return {
    lock: { text: minutes === 0 ? t('lock.byHandOnly') : t('lock.afterMinutes', { count: minutes }) },
    ...(backups != null && {
      backups:
        backups.trouble !== undefined
          ? { text: t('backups.trouble.title'), look: true }
          : { text: last === undefined ? t('backups.none') : wallTime(last.at, language) },
    }),
    ...(warnings !== undefined && {
      libraryPlace:
        warnings.place === undefined
          ? { text: t('libraryPlace.onThisMachine') }
          : { text: t(`libraryPlace.kind.${warnings.place.kind}`), look: true },
    }),
    ...(due !== undefined && {
      due:
        overdue > 0
          ? { text: t('due.overdueCount', { count: overdue }), look: true }
          : due.recordings.length > 0
            ? { text: t('due.soonCount', { count: due.recordings.length }) }
            : { text: t('due.noneSoon') },
    }),
  };
}
