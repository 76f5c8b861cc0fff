import { Stack } from '@mantine/core';
import type { ProgrammeView } from '../../preload/api';
import { useWords } from '../words/words';
import { PartCard } from './PartCard';
import styles from './Programmes.module.css';
import { slotsOf, withoutStandard } from './slots';
import { useStandardChoices } from './useProgrammes';

/** Which sessions are for practice, for each attempt and for checks, and what each is compared with. */
export function SessionsView({ seen }: { seen: ProgrammeView }) {
  const { t } = useWords();
  const { data: choices } = useStandardChoices(seen.programme.id);
  if (choices === undefined) return null;
  const lacking = withoutStandard(seen.sessions).length;
  return (
    <Stack gap="md">
      <p className={styles.lead}>{t('programmes.sessions.what')}</p>
      {lacking > 0 && <p className={styles.notice}>{t('programmes.sessions.lacking', { count: lacking })}</p>}
      {slotsOf(seen.programme.attempts).map((slot) => (
        <PartCard key={`${slot.part} ${slot.testSet}`} slot={slot} seen={seen} choices={choices} />
      ))}
    </Stack>
  );
}
