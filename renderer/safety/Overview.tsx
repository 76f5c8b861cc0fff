import { IconAlertTriangle } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { goToPart, safetyParts } from './parts';
import styles from './Safety.module.css';
import { useStates } from './useStates';

/** What there is on the page, and how it stands with each part. */
export function Overview() {
  const { t } = useWords();
  const states = useStates();
  return (
    <nav className={styles.overview} aria-label={t('safety.onThisPage')}>
      {safetyParts.map((part) => {
        const { text, look = false } = states[part] ?? {};
        return (
          <a key={part} href={hashOf({ name: 'safety', part })} onClick={() => goToPart(part)}>
            {t(`${part}.title`)}
            {text !== undefined && (
              <span className={styles.state} data-look={look || undefined}>
                {look && <IconAlertTriangle size={14} aria-hidden />}
                {text}
              </span>
            )}
          </a>
        );
      })}
    </nav>
  );
}
