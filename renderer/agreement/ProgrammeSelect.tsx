import { Select } from '@mantine/core';
import { useProgrammes } from '../programmes/useProgrammes';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';

type Props = { programmeId: string | null; choose: (programmeId: string | null) => void };

/** Sessions of all, or of one of the programmes that the viewer leads; nothing where there is none. */
export function ProgrammeSelect({ programmeId, choose }: Props) {
  const { t } = useWords();
  const { data: programmes = [] } = useProgrammes();
  const led = programmes.filter(({ role }) => role === 'leads');
  if (led.length === 0 && programmeId === null) return null;
  // A programme of the address that is not led, or is gone, can still be taken back.
  const other = programmeId !== null && !led.some(({ id }) => id === programmeId) ? [programmeId] : [];
  return (
    <Select
      size="xs"
      w={230}
      aria-label={t('programmes.scope.label')}
      allowDeselect={false}
      data={[
        { value: '', label: t('programmes.scope.all') },
        ...led.map(({ id, name }) => ({ value: id, label: name })),
        ...other.map((value) => ({ value, label: t('programmes.scope.other') })),
      ]}
      value={programmeId ?? ''}
      onChange={(id) => choose(id || null)}
      classNames={{ input: programmeId === null ? '' : styles.narrowed }}
    />
  );
}
