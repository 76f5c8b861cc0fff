import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewTextPack, TextPack } from '../../db/model';
import type { Language } from '../../db/scale';
import type { PackChecked } from '../../preload/api';
import { ask } from '../ask';
import { tell } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { PackPreview } from './PackPreview';
import { PackProblems } from './PackProblems';

type Props = {
  language: Language;
  doing: 'import' | 'remove';
  /** A file that was chosen and looked at; absent when text is to be pasted. */
  checked?: PackChecked;
  before: TextPack | undefined;
  close: () => void;
  /** Keeps the pack; undefined removes the one that is there. */
  keep: (pack: NewTextPack | undefined) => Promise<void>;
};

/** From text to pack: paste, see what is wrong or what will be replaced, and only then keep it. */
export function PackDialog({ language, doing, checked: chosen, before, close, keep }: Props) {
  const { t } = useWords();
  useFocusBack();
  const [checked, setChecked] = useState(chosen);
  const [name, setName] = useState(before?.name ?? t('pack.usualName'));
  const [text, setText] = useState('');
  const pasting = doing === 'import' && chosen === undefined;
  const right = checked?.outcome === 'right' ? checked.pack : undefined;
  const title = t(`pack.${doing}Title`, { language: t(`settings.${language}`) });

  const submit = () => {
    if (doing === 'remove') keep(undefined).catch(tell);
    else if (right !== undefined) keep(right).catch(tell);
    else ask('checkTextPack', { language, name, text }).then(setChecked).catch(tell);
  };
  /** What was looked at is no longer what stands there. */
  const change = (put: () => void) => {
    put();
    setChecked(undefined);
  };

  return (
    <Modal opened onClose={close} size="lg" title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {doing === 'remove' && <p>{t('pack.removeAsk', { name: before?.name ?? '' })}</p>}
        {pasting && (
          <>
            <Textarea
              label={t('pack.text')}
              description={t('pack.textHint')}
              value={text}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change(() => setText(value));
              }}
              rows={9}
              data-autofocus
            />
            <TextInput
              mt="sm"
              label={t('pack.name')}
              description={t('pack.nameHint')}
              maxLength={200}
              value={name}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change(() => setName(value));
              }}
            />
          </>
        )}
        {checked?.outcome === 'wrong' && <PackProblems problems={checked.problems} />}
        {right !== undefined && <PackPreview pack={right} before={before} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          {doing === 'remove' ? (
            <Button type="submit" data-autofocus>
              {t('pack.remove')}
            </Button>
          ) : right !== undefined ? (
            <Button type="submit">{t(before === undefined ? 'pack.take' : 'pack.replace')}</Button>
          ) : (
            pasting && (
              <Button type="submit" disabled={text.trim() === ''}>
                {t('pack.check')}
              </Button>
            )
          )}
        </Group>
      </form>
    </Modal>
  );
}
