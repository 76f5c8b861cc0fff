import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Told } from '../../preload/api';
import { ask } from '../ask';
import { number } from '../format';
import { useWords } from '../words/words';
import { LatestChanges } from './LatestChanges';
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
    <section className="card" aria-labelledby="who-did-what">
      <h2 id="who-did-what">{t('log.title')}</h2>
      <Text c="dimmed" mb="xs">
        {t('log.hint')}
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={() => mutate()} loading={isPending}>
          {t('log.verify')}
        </Button>
        {isPending && (
          <Button variant="subtle" onClick={() => void ask('cancelVerify')}>
            {t('cancel')}
          </Button>
        )}
        {isPending && progress !== undefined && (
          <>
            <Progress
              flex={1}
              value={(100 * progress.done) / Math.max(1, progress.all)}
              aria-label={t('log.verifying')}
            />
            <Text size="sm" className="tabular">
              {t('log.progress', {
                done: number(progress.done, language),
                all: number(progress.all, language),
              })}
            </Text>
          </>
        )}
      </Group>
      <div role="status">{!isPending && data !== undefined && <Verdict verified={data} />}</div>
      <LatestChanges />
    </section>
  );
}
