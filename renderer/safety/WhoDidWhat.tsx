import { Button, Group, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Told } from '../../preload/api';
import { ask } from '../ask';
import { number } from '../format';
import { SettingRow } from '../SettingRow';
import { useWords } from '../words/words';
import { LatestChanges } from './LatestChanges';
import { Part } from './Part';
import { Verdict } from './Verdict';

/** The log: whether it is unbroken, and what was done last. */
export function WhoDidWhat() {
  const { t, language } = useWords();
  const [progress, setProgress] = useState<Told['verifying']>();
  const { mutate, isPending, data } = useMutation({
    mutationFn: () => ask('verifyLog'),
    onMutate: () => setProgress(undefined),
  });
  useEffect(() => window.api.on('verifying', setProgress), []);
  // Whoever leaves this page does not wait for it.
  useEffect(() => () => void ask('cancelVerify'), []);

  return (
    <Part part="log">
      <SettingRow label={t('log.check')} hint={t('log.hint')}>
        {isPending && (
          <Button variant="subtle" onClick={() => void ask('cancelVerify')}>
            {t('cancel')}
          </Button>
        )}
        <Button variant="default" onClick={() => mutate()} loading={isPending}>
          {t('log.verify')}
        </Button>
      </SettingRow>
      {isPending && progress !== undefined && (
        <Group gap="sm" mb="sm">
          <Progress
            flex={1}
            value={(100 * progress.done) / Math.max(1, progress.all)}
            aria-label={t('log.verifying')}
          />
          <span className="tabular">
            {t('log.progress', {
              done: number(progress.done, language),
              all: number(progress.all, language),
            })}
          </span>
        </Group>
      )}
      <div role="status">{!isPending && data !== undefined && <Verdict verified={data} />}</div>
      <LatestChanges />
    </Part>
  );
}
