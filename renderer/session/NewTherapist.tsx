import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Therapist } from '../../db/model';
import { ask } from '../ask';
import { useWords } from '../words/words';
import { AddDialog } from './AddDialog';

export function NewTherapist(props: {
  close: () => void;
  added: (therapist: Therapist) => void;
  codes: readonly string[];
}) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const taken = props.codes.includes(code.trim());
  return (
    <AddDialog
      title={t('newTherapist.title')}
      close={props.close}
      ready={code.trim() !== '' && !taken}
      add={async () => props.added(await ask('addTherapist', { code, name }))}
    >
      <TextInput
        label={t('newTherapist.code')}
        description={t('newTherapist.codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={taken && t('newTherapist.taken')}
        maxLength={40}
        data-autofocus
      />
      <TextInput
        label={t('newTherapist.name')}
        description={t('newTherapist.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
      />
    </AddDialog>
  );
}
