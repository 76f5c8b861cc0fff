import { useWords } from '../../words/words';
import styles from './StrengthMeter.module.css';
import type { Strength } from './strength';

type Props = {
  strength: Strength | undefined;
  /** It was not good enough to go on with. */
  refused: boolean;
};

/** How good the passphrase is, as a bar and in words, and what would make it better. */
export function StrengthMeter({ strength, refused }: Props) {
  const { t } = useWords();
  const level = strength?.level ?? 0;
  return (
    <div className={styles.meter}>
      <div className={styles.bars} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <i
            key={bar}
            data-filled={
              strength !== undefined && bar <= Math.max(1, level) ? (level >= 2 ? 'high' : 'low') : undefined
            }
          />
        ))}
      </div>
      <p
        // Made anew, so that it is read out once more.
        key={String(refused)}
        className={styles.words}
        data-refused={refused || undefined}
        role={refused ? 'alert' : 'status'}
      >
        {strength === undefined ? (
          t('strength.hint')
        ) : (
          <>
            <b>{t(`strength.level.${strength.level}`)}</b>{' '}
            {strength.advice.map((advice) => t(`strength.advice.${advice}`)).join(' ')}
          </>
        )}
      </p>
    </div>
  );
}
