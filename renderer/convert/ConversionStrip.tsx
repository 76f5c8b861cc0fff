import { Button, Progress } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './ConversionStrip.module.css';
import { useConversion } from './useConversion';

/** How far the playable copy has come, at the foot of every place while it is made. */
export function ConversionStrip() {
  const { t } = useWords();
  const { current, cancel } = useConversion();
  if (current === undefined) return null;
  const words = t('conversion.making', { name: current.name });
  const percent = Math.floor(current.share * 100);
  return (
    <section className={styles.strip} aria-label={t('conversion.busy')}>
      <span className={styles.name}>{words}</span>
      <Progress.Root className={styles.bar} size="sm">
        <Progress.Section value={percent} aria-label={words} />
      </Progress.Root>
      <span className={styles.percent}>{percent} %</span>
      <Button size="compact-sm" variant="default" onClick={cancel}>
        {t('cancel')}
      </Button>
    </section>
  );
}
