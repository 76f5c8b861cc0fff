import { Button, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Deletable } from '../../db/whatGoes';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { therapistLabel } from '../library/people';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import styles from './Log.module.css';
import { RenameDialog, type Renaming } from './RenameDialog';

const kinds = ['therapist', 'group', 'rater'] as const;

/** Therapists, groups and raters, with the way to give them another name or to delete them. */
export function People() {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const [kind, setKind] = useState<(typeof kinds)[number]>('therapist');
  const [renaming, setRenaming] = useState<Renaming>();
  const [deleting, setDeleting] = useState<Deletable>();
  if (library === undefined) return null;

  const listed: Record<typeof kind, (Renaming & { label: string; detail?: string })[]> = {
    therapist: library.therapists.map((one) => ({ noun: 'therapist', ...one, label: therapistLabel(one) })),
    group: library.groups.map(({ id, name }) => ({ noun: 'group', id, name, label: name })),
    // A therapist who rates the own work is named, and deleted, as a therapist.
    rater: library.raters
      .filter((one) => one.kind !== 'self')
      .map(({ id, name, kind: is }) => ({
        noun: 'rater',
        id,
        name,
        label: name,
        ...(is !== 'self' && { detail: t(`newRater.${is}`) }),
      })),
  };
  const rows = listed[kind];

  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{t('people.title')}</h2>
      <SegmentedControl
        aria-labelledby="people"
        data={kinds.map((value) => ({ value, label: t(`people.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      {rows.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {t('people.none')}
        </Text>
      ) : (
        <div className={styles.scrolled}>
          <table className={styles.table} aria-label={t(`people.${kind}`)}>
            <tbody>
              {rows.map(({ label, detail, ...one }) => (
                <tr key={one.id}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                    {detail !== undefined && <div className={styles.quiet}>{detail}</div>}
                  </th>
                  <td className={styles.buttons}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('people.renameOne', { name: label })}
                      onClick={() => setRenaming(one)}
                    >
                      {t('people.rename')}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('people.deleteOne', { name: label })}
                      onClick={() => setDeleting({ noun: one.noun, id: one.id })}
                    >
                      {t('people.delete')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {renaming !== undefined && <RenameDialog named={renaming} close={() => setRenaming(undefined)} />}
      {deleting !== undefined && <DeleteDialog what={deleting} close={() => setDeleting(undefined)} />}
    </section>
  );
}
