import { Button, Text, Title } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Page.module.css';

type Props = {
  title: string;
  text: string;
  /** 1 where the page has no other title. */
  order: 1 | 2;
};

/** What will be here, and the next step. */
export function EmptyProgress({ title, text, order }: Props) {
  const { t } = useWords();
  return (
    <div className={styles.empty}>
      <IconChartLine size={56} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={order} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={420}>
        {text}
      </Text>
      <Button component="a" href={hashOf({ name: 'library' })} mt="xs">
        {t('progress.toLibrary')}
      </Button>
    </div>
  );
}
