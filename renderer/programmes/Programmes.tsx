import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { go, hashOf } from '../place';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { ProgrammeTable } from './ProgrammeTable';
import { useMayLead } from './useMayLead';
import { useProgrammes, useWork } from './useProgrammes';
import { WorkCard } from './WorkCard';
import { workByProgramme } from './work';

/** What the viewer is to rate, and the programmes of the library. */
export function Programmes() {
  const { t } = useWords();
  const { data: programmes } = useProgrammes();
  const { data: work } = useWork();
  const mayLead = useMayLead();
  if (programmes === undefined || work === undefined || mayLead === undefined) return null;
  if (programmes.length === 0) return <Empty mayLead={mayLead} />;
  return (
    <Stack gap="md" className={styles.page}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h2">
            {t('programmes.title')}
          </Title>
          <Text c="dimmed">{t('programmes.count', { count: programmes.length })}</Text>
        </div>
        <Group gap="xs">
          <Button component="a" variant="default" href={hashOf({ name: 'checkCertificate' })}>
            {t('programmes.checkCertificate')}
          </Button>
          {mayLead && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => go({ name: 'newProgramme' })}
            >
              {t('programmes.new')}
            </Button>
          )}
        </Group>
      </Group>
      {work.length > 0 && <WorkCard work={workByProgramme(work)} named />}
      <ProgrammeTable programmes={programmes} />
      {!mayLead && <p className={styles.quiet}>{t('programmes.whoCan')}</p>}
    </Stack>
  );
}

/** What a programme is, and the next step. */
function Empty({ mayLead }: { mayLead: boolean }) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  return (
    <div className={styles.empty}>
      <IconCertificate size={56} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={1} size="h3">
        {t('programmes.emptyTitle')}
      </Title>
      <Text c="dimmed" maw={520}>
        {t('programmes.empty')}
      </Text>
      {mayLead ? (
        <Button component="a" href={hashOf({ name: 'newProgramme' })} mt="xs">
          {t('programmes.new')}
        </Button>
      ) : (
        <Text maw={520}>
          {t(library?.raters.length === 0 ? 'programmes.whoCanNobody' : 'programmes.whoCan')}
        </Text>
      )}
      <a className={styles.link} href={hashOf({ name: 'checkCertificate' })}>
        {t('programmes.checkCertificate')}
      </a>
    </div>
  );
}
