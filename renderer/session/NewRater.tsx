import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rater } from '../../db/model';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { AddDialog } from './AddDialog';

const kinds = ['supervisor', 'expert', 'trainee'] as const;

export function NewRater(props: {
  close: () => void;
  added: (rater: Rater) => void;
  names: readonly string[];
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('supervisor');
  const taken = props.names.includes(name.trim());
  return (
    <AddDialog
      title={t('newRater.title')}
      close={props.close}
      ready={name.trim() !== '' && !taken}
      add={async () => props.added(await ask('addRater', { name, kind }))}
    >
      <TextInput
        label={t('newRater.name')}
        description={t('newRater.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={taken && t('newRater.taken')}
        maxLength={200}
        data-autofocus
      />
      <Select
        label={t('newRater.kind')}
        data={kinds.map((value) => ({ value, label: t(`newRater.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        allowDeselect={false}
      />
    </AddDialog>
  );
}
