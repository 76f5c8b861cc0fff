import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EditionItem } from '../../db/model';
import { items as scaleItems } from '../../db/scale';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import styles from './Site.module.css';

/** An edition on the table: a new one has no id yet; a locked one is only shown. */
export type Opened = {
  id?: string;
  name: string;
  items: readonly EditionItem[];
  locked?: boolean;
  ratings?: number;
};

type Props = {
  opened: Opened;
  close: () => void;
  copy: (name: string, items: readonly EditionItem[]) => void;
  /** Names of the other editions. */
  names: readonly string[];
};

const parts = ['takesAdherence', 'mayBeNoOccasion'] as const;

export function EditionDialog({ opened, close, copy, names }: Props) {
  const { t, language } = useWords();
  useFocusBack();
  const refresh = useRefresh();
  const [name, setName] = useState(opened.name);
  const [items, setItems] = useState(opened.items);
  const [shown, setShown] = useState(opened);
  // A copy of what was shown takes its place in the same window.
  if (shown !== opened) {
    setShown(opened);
    setName(opened.name);
    setItems(opened.items);
  }
  const { id, locked = false } = opened;
  const taken = !locked && names.includes(name.trim());
  const { mutate: keep, isPending } = useMutation({
    mutationFn: async () => {
      const edition = { name: name.trim(), items: [...items] };
      if (id === undefined) await ask('addEdition', edition);
      else await ask('editEdition', { id, ...edition });
    },
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  const put = (changed: (item: EditionItem) => EditionItem) => setItems(items.map(changed));

  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t(id === undefined ? 'edition.add' : 'edition.one')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!locked && !taken && name.trim() !== '' && !isPending) keep();
        }}
      >
        {locked && (
          <p className={styles.stays}>
            {opened.ratings === 0 ? t('edition.builtIn') : t('edition.stays', { count: opened.ratings ?? 0 })}
          </p>
        )}
        <TextInput
          label={t('edition.name')}
          value={name}
          maxLength={200}
          readOnly={locked}
          error={taken && t('edition.taken')}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('rating.item')}</th>
              {parts.map((part) => (
                <th key={part} scope="col" className={styles.box}>
                  <Checkbox
                    size="xs"
                    label={t(`edition.${part}`)}
                    disabled={locked}
                    checked={items.every((item) => item[part])}
                    indeterminate={items.some((item) => item[part]) && !items.every((item) => item[part])}
                    onChange={(event) => {
                      const { checked } = event.currentTarget;
                      put((item) => ({ ...item, [part]: checked }));
                    }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scaleItems.map((scaleItem) => (
              <tr key={scaleItem.number}>
                <th scope="row" className={styles.item}>
                  <span className={styles.number}>{scaleItem.number}</span>
                  {scaleItem.name[language]}
                </th>
                {parts.map((part) => (
                  <td key={part} className={styles.box}>
                    <Checkbox
                      size="xs"
                      aria-label={`${scaleItem.number}: ${t(`edition.${part}`)}`}
                      disabled={locked}
                      checked={items[scaleItem.number - 1]?.[part] ?? false}
                      onChange={(event) => {
                        const { checked } = event.currentTarget;
                        put((item) => (item.item === scaleItem.number ? { ...item, [part]: checked } : item));
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t(locked ? 'close' : 'cancel')}
          </Button>
          {locked ? (
            <Button onClick={() => copy(opened.name, opened.items)}>{t('edition.copy')}</Button>
          ) : (
            <Button type="submit" disabled={taken || name.trim() === '' || isPending}>
              {t('edition.save')}
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
}
