import { Text, Title } from '@mantine/core';
import { IconChevronLeft, IconFileText } from '@tabler/icons-react';
import { useWords } from '../words/words';
import styles from './Report.module.css';

type Props = {
  back: { href: string; name: string };
  about: 'session' | 'progress';
  /** How many of others' ratings of a session are hidden. */
  withheld: number;
};

/** Where there is nothing to report yet: what will be here, and why it is not. */
export function ReportEmpty({ back, about, withheld }: Props) {
  const { t } = useWords();
  return (
    <>
      <a className={styles.back} href={back.href}>
        <IconChevronLeft size={16} aria-hidden />
        {back.name}
      </a>
      <div className={styles.empty}>
        <IconFileText size={56} stroke={1.2} color="var(--accent)" aria-hidden />
        <Title order={1} size="h3">
          {t('reports.emptyTitle')}
        </Title>
        <Text c="dimmed" maw={440}>
          {t(about === 'session' ? 'reports.empty' : 'reports.emptyProgress')}
        </Text>
        {withheld > 0 && <Text maw={440}>{t('withheld.count', { count: withheld })}</Text>}
      </div>
    </>
  );
}
