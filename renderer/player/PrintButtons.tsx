import { Button, Group } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Printed, SavedFile } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { useWords } from '../words/words';
import styles from './KeyList.module.css';

type Props = {
  /** Proposed for the file. */
  name: string;
  /** Of each page, before its number; absent for a single page without both. */
  foot?: string;
};

/** Prints what is marked for print, or saves it as a PDF. */
export function PrintButtons({ name, foot }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Printed | Exclude<SavedFile, 'cancelled'>>();
  const run = async (asked: Promise<Printed | SavedFile>) => {
    setBusy(true);
    setResult(undefined);
    try {
      const came = await asked;
      if (came !== 'cancelled') setResult(came);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group gap="sm">
      <output className={styles.result}>{result && t(`keys.result.${result}`)}</output>
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => void run(ask('savePdf', { name, foot }))}
      >
        {t('keys.savePdf')}
      </Button>
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void run(ask('print'))}
      >
        {t('keys.print')}
      </Button>
    </Group>
  );
}
