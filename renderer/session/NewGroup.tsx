import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Group } from '../../db/model';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { AddDialog } from './AddDialog';

const formats = ['slowOpen', 'closed', 'shortTerm'] as const satisfies Group['format'][];

export function NewGroup(props: {
  close: () => void;
  added: (group: Group) => void;
  names: readonly string[];
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [format, setFormat] = useState<Group['format']>('slowOpen');
  const [usualMinutes, setUsualMinutes] = useState<string | number>(90);
  const taken = props.names.includes(name.trim());
  return (
    <AddDialog
      title={t('newGroup.title')}
      close={props.close}
      ready={name.trim() !== '' && !taken && typeof usualMinutes === 'number'}
      add={async () =>
        props.added(await ask('addGroup', { name, format, usualMinutes: Number(usualMinutes) }))
      }
    >
      <TextInput
        label={t('newGroup.name')}
        description={t('newGroup.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={taken && t('newGroup.taken')}
        maxLength={200}
        data-autofocus
      />
      <Select
        label={t('newGroup.format')}
        data={formats.map((value) => ({ value, label: t(`newGroup.${value}`) }))}
        value={format}
        onChange={(value) => setFormat(formats.find((one) => one === value) ?? format)}
        allowDeselect={false}
      />
      <NumberInput
        label={t('newGroup.usualMinutes')}
        value={usualMinutes}
        onChange={setUsualMinutes}
        min={1}
        max={600}
        clampBehavior="strict"
        allowDecimal={false}
        hideControls
      />
    </AddDialog>
  );
}
