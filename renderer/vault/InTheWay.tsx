import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { Folder } from './Folder';
import { Gate } from './Gate';
import { turnTo } from './turnTo';

type Props = {
  icon: ReactNode;
  title: string;
  /** What happened, and what to do. */
  children: ReactNode;
  /** What is safe. */
  safe: string;
  folder: string;
  /** The ways on, the usual one last. */
  ways: ReactNode;
  enter: () => void;
};

/** Why a library is not open: what happened, what is safe, where it lies, and the ways on. */
export function InTheWay({ icon, title, children, safe, folder, ways, enter }: Props) {
  const { t } = useWords();
  return (
    <Gate title={title} icon={icon}>
      <Stack gap="md" mt="sm">
        {children}
        <Text c="dimmed">{safe}</Text>
        <Folder folder={folder} />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="subtle" onClick={() => void turnTo(undefined).then(enter)}>
            {t('vault.other')}
          </Button>
          {ways}
        </Group>
      </Stack>
    </Gate>
  );
}
