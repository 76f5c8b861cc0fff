import { IconCheck, IconChecks, IconCircleDashed, IconHelpCircle } from '@tabler/icons-react';
import { useWords } from '../words/words';
import type { ItemState } from './decided';
import styles from './Signs.module.css';

const icons = { alike: IconChecks, agreed: IconCheck, undecided: IconHelpCircle, open: IconCircleDashed };

/** Where an item stands, as a sign and a word. */
export function StateSign({ state }: { state: ItemState }) {
  const { t } = useWords();
  const Icon = icons[state];
  return (
    <span className={styles.sign} data-state={state}>
      <Icon size={15} stroke={2} aria-hidden />
      {t(`consensus.state.${state}`)}
    </span>
  );
}
