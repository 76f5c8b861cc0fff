import { Button, Progress } from '@mantine/core';
import styles from './ProgressStrip.module.css';
import { useWords } from './words/words';

type Props = {
  /** What is under way, and what kind of work that is. */
  text: string;
  label: string;
  /** 0 to 1. */
  share: number;
  cancel: () => void;
};

/** How far long work has come, at the foot of every place while it lasts. */
export function ProgressStrip({ text, label, share, cancel }: Props) {
  const { t } = useWords();
  const percent = Math.floor(share * 100);
  return (
    <section className={styles.strip} aria-label={label}>
      <span className={styles.name}>{text}</span>
      <Progress.Root className={styles.bar} size="sm">
        <Progress.Section value={percent} aria-label={text} />
      </Progress.Root>
      <span className={styles.percent}>{percent} %</span>
      <Button size="compact-sm" variant="default" onClick={cancel}>
        {t('cancel')}
      </Button>
    </section>
  );
}
