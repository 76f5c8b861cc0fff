import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import styles from './Gate.module.css';

const languages = ['nb', 'en'] as const;

type Props = {
  title: string;
  /** Which of how many steps this is. */
  step?: { number: number; of: number };
  /** What kind of trouble this is. */
  icon?: ReactNode;
  /** Several cards below the title instead of one around everything. */
  wide?: boolean;
  children: ReactNode;
};

/** One card in the middle of the window, for what comes before a library. */
export function Gate({ title, step, icon, wide, children }: Props) {
  const { t, language } = useWords();
  const { save } = useSettings();
  return (
    <main className={styles.gate}>
      <div className={styles.column} data-wide={wide}>
        <div className={styles.product}>
          <img src="./icon.png" width={32} height={32} alt="" />
          {t('product')}
        </div>
        <div className={wide ? styles.open : styles.card}>
          {step !== undefined && (
            <p className={styles.step}>
              <span className={styles.steps} aria-hidden>
                {Array.from({ length: step.of }, (_, index) => (
                  <i key={String(index)} data-done={index < step.number || undefined} />
                ))}
              </span>
              {t('vault.step', step)}
            </p>
          )}
          <div className={styles.heading}>
            {icon !== undefined && <span className={styles.icon}>{icon}</span>}
            <h1>{title}</h1>
          </div>
          {children}
        </div>
      </div>
      <div className={styles.foot}>
        <SegmentedControl
          aria-label={t('settings.language')}
          size="xs"
          data={languages.map((value) => ({ value, label: t(`vault.language.${value}`) }))}
          value={language}
          onChange={(value) => save({ language: languages.find((one) => one === value) })}
        />
      </div>
    </main>
  );
}
