import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Salvaged } from '../../preload/api';
import { ask } from '../ask';
import backupStyles from '../safety/Backups.module.css';
import { useRestore } from '../safety/useRestore';
import { useWords, type Words } from '../words/words';

type Props = {
  done: () => void;
  /** Whether this is the first thing to try. */
  first: boolean;
};

/** Takes what can be read out of the damaged file, tells what that is, and goes on with it if that is wanted. */
export function Salvage({ done, first }: Props) {
  const { t } = useWords();
  const variant = first ? 'filled' : 'default';
  const read = useMutation({ mutationFn: () => ask('salvage') });
  const { restore, failure, busy } = useRestore(done);
  const made = read.data?.outcome === 'salvaged' ? read.data : undefined;
  const failed = failure ?? (read.data?.outcome === 'salvaged' ? undefined : read.data?.outcome);
  return (
    <section className="card">
      <h2>{t(made === undefined ? 'damaged.read' : 'damaged.found')}</h2>
      {made === undefined ? (
        <>
          <p>{t('damaged.readHint')}</p>
          <Button variant={variant} onClick={() => read.mutate()} loading={read.isPending}>
            {t('damaged.readGo')}
          </Button>
        </>
      ) : (
        <>
          <p role="status">
            {told(made.found, 'kept', t)}
            <br />
            {lostText(made.found, t)}
          </p>
          <Button variant={variant} onClick={() => restore(made.name)} loading={busy}>
            {t('damaged.use')}
          </Button>
        </>
      )}
      {failed !== undefined && (
        <p className={backupStyles.trouble} role="alert">
          {t(`backups.failed.${failed}`)}
        </p>
      )}
    </section>
  );
}

const nouns = ['sessions', 'ratings', 'marks', 'scores'] as const;

const told = (found: Salvaged, what: 'kept' | 'lost', t: Words): string =>
  nouns
    .filter((noun) => (found[noun][what] ?? 0) > 0)
    .map((noun) => t(`backups.${noun}`, { count: found[noun][what] ?? 0 }))
    .join(', ');

function lostText(found: Salvaged, t: Words): string {
  const missing = told(found, 'lost', t);
  if (missing !== '') return t('damaged.missing', { missing });
  return t(nouns.some((noun) => found[noun].lost === null) ? 'damaged.unknown' : 'damaged.foundAll');
}
