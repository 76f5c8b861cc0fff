import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { CodeGroups, RecoveryPaper } from './RecoveryPaper';

type Props = {
  folder: string;
  /** What the last button says. */
  go: string;
  done: () => void;
};

/** Shows the code that is to be kept, puts it on paper or into a file, and asks for its end as a proof. */
export function RecoveryCode({ folder, go, done }: Props) {
  const { t } = useWords();
  const [proving, setProving] = useState(false);
  const [end, setEnd] = useState('');
  const code = useQuery({ queryKey: ['recoveryCode'], queryFn: () => ask('recoveryCode'), gcTime: 0 });
  const out = useMutation({
    mutationFn: (way: 'print' | 'pdf') =>
      way === 'print' ? ask('print') : ask('savePdf', { name: t('vault.codeFile') }),
  });
  const keep = useMutation({
    mutationFn: () => ask('keepRecoveryCode', end),
    onSuccess: ({ outcome }) => outcome === 'saved' && done(),
  });
  const prove = (event: FormEvent) => {
    event.preventDefault();
    if (end !== '' && !keep.isPending) keep.mutate();
  };
  const shown = code.data ?? '';
  if (proving) {
    const outcome = keep.data?.outcome;
    const refused = outcome && outcome !== 'saved' ? t(`vault.codeKept.${outcome}`) : undefined;
    return (
      <form onSubmit={prove}>
        <Stack gap="md" mt="xs">
          <Text>{t('vault.proveText')}</Text>
          <TextInput
            label={t('vault.lastGroup')}
            styles={{ input: { width: 180 } }}
            value={end}
            error={refused}
            autoComplete="off"
            maxLength={20}
            data-autofocus
            autoFocus
            onChange={({ currentTarget }) => setEnd(currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={() => setProving(false)}>
              {t('vault.showCode')}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {go}
            </Button>
          </Group>
        </Stack>
      </form>
    );
  }
  const told = out.data === 'cancelled' || out.data === 'notPrinted' ? undefined : out.data;
  return (
    <Stack gap="md" mt="xs">
      <Text>{t('vault.codeText')}</Text>
      <CodeGroups code={shown} />
      <Group gap="xs" grow>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => out.mutate('print')}
          data-autofocus
          autoFocus
        >
          {t('keys.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          onClick={() => out.mutate('pdf')}
        >
          {t('keys.savePdf')}
        </Button>
      </Group>
      <Text c="dimmed" role="status">
        {told === undefined ? t('vault.codeWhere') : t(`keys.result.${told}`)}
      </Text>
      <Group justify="flex-end">
        <Button onClick={() => setProving(true)}>{t('vault.keptCode')}</Button>
      </Group>
      <RecoveryPaper code={shown} folder={folder} />
    </Stack>
  );
}
