import { Button, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edition } from '../../db/model';
import { scaleEdition } from '../../db/scale';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';
import { EditionDialog, type Opened } from './EditionDialog';
import styles from './Site.module.css';

/** The editions of the scale: which one new ratings follow, and how many follow each. */
export function Editions({ editions }: { editions: readonly Edition[] }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const [opened, setOpened] = useState<Opened>();
  const { mutate: use } = useMutation({
    mutationFn: (id: string) => ask('useEdition', id),
    onSuccess: refresh,
  });
  const { mutate: remove } = useMutation({
    mutationFn: (id: string) => ask('removeEdition', id),
    onSuccess: refresh,
  });
  const inUse = editions.find((edition) => edition.inUse) ?? editions[0];
  const isOpen = ({ id, ratings }: Edition) => id !== scaleEdition && ratings === 0;
  const copy = (from: Edition) =>
    setOpened({ name: t('edition.copyOf', { name: from.name }).slice(0, 200), items: from.items });

  return (
    <section className="card">
      <h2>{t('edition.title')}</h2>
      <p className={styles.hint}>{t('edition.hint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('edition.new')}</th>
            <th scope="col">{t('edition.ratings')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.id}>
              <th scope="row">
                <Radio
                  name="edition"
                  label={edition.name}
                  checked={edition.inUse}
                  onChange={() => use(edition.id)}
                />
              </th>
              <td className={styles.count}>{t('edition.count', { count: edition.ratings })}</td>
              <td>
                <span className={styles.buttons}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => setOpened({ ...edition, locked: !isOpen(edition) })}
                  >
                    {t(isOpen(edition) ? 'edition.change' : 'edition.show')}
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => copy(edition)}>
                    {t('edition.copy')}
                  </Button>
                  {isOpen(edition) && !edition.inUse && (
                    <Button size="compact-sm" variant="default" onClick={() => remove(edition.id)}>
                      {t('edition.remove')}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {inUse !== undefined && (
        <Button mt="sm" variant="default" onClick={() => copy(inUse)}>
          {t('edition.add')}
        </Button>
      )}
      {opened !== undefined && (
        <EditionDialog
          opened={opened}
          close={() => setOpened(undefined)}
          copy={(name, items) => setOpened({ name: t('edition.copyOf', { name }).slice(0, 200), items })}
          names={editions.filter(({ id }) => id !== opened.id).map(({ name }) => name)}
        />
      )}
    </section>
  );
}
