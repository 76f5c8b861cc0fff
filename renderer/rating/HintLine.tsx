import { useWords } from '../words/words';
import type { Hint } from './hints';
import styles from './OpenItem.module.css';

/** What level 4 asks for that is not marked yet. Keeps its line when there is nothing to say: nothing jumps. */
export function HintLine({ hint }: { hint: Hint | undefined }) {
  const { t } = useWords();
  return <p className={styles.hint}>{hint !== undefined && sentence(hint, t)}</p>;
}

function sentence(hint: Hint, t: ReturnType<typeof useWords>['t']): string {
  switch (hint.kind) {
    case 'marks':
      return hint.need === 1 ? t('hint.example') : t('hint.examples', { have: hint.have });
    case 'phases':
      return hint.have === 0 ? t('hint.phasesNone') : t('hint.phases', { have: hint.have });
    case 'aspects':
      return t('hint.aspects', { have: hint.have, all: hint.all });
    case 'noPhases':
      return t('hint.noPhases');
    case 'singleTherapist':
      return t('hint.singleTherapist');
    case 'phenomenonAbsent':
      return t('hint.phenomenonAbsent');
    default:
      return hint satisfies never;
  }
}
