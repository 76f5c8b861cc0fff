import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { Gate } from './Gate';
import { KnownLibraries } from './KnownLibraries';
import { NewLibrary } from './NewLibrary';
import { turnTo } from './turnTo';

/** No library yet, or none chosen: make one, open one that is there, or one that was open before. */
export function Welcome({ enter }: { enter: () => void }) {
  const { t } = useWords();
  const [making, setMaking] = useState(false);
  const known = useQuery({ queryKey: ['libraries'], queryFn: () => ask('libraries') });
  if (known.data === undefined) return null;
  if (making) return <NewLibrary enter={enter} back={() => setMaking(false)} />;
  const isFirst = known.data.length === 0;
  const make = () => setMaking(true);
  const choose = () => void ask('chooseLibrary').then(({ chosen }) => chosen && enter());
  return (
    <Gate title={t(isFirst ? 'vault.welcome' : 'vault.which')}>
      <Stack gap="md" mt="xs">
        {isFirst ? (
          <>
            <Text size="md">{t('vault.welcomeText')}</Text>
            <Text c="dimmed">{t('vault.welcomePrivate')}</Text>
          </>
        ) : (
          <KnownLibraries
            libraries={known.data}
            open={(folder) => turnTo(folder).then(enter)}
            forget={(folder) => ask('forgetLibrary', folder).then(() => known.refetch())}
          />
        )}
        <Stack gap="xs" mt="xs">
          {isFirst ? (
            <>
              <Button size="md" onClick={make}>
                {t('vault.make')}
              </Button>
              <Button size="md" variant="default" onClick={choose}>
                {t('vault.choose')}
              </Button>
            </>
          ) : (
            <>
              <Button size="md" variant="default" onClick={choose}>
                {t('vault.chooseOther')}
              </Button>
              <Button size="md" variant="subtle" onClick={make}>
                {t('vault.makeAnother')}
              </Button>
            </>
          )}
        </Stack>
      </Stack>
    </Gate>
  );
}
