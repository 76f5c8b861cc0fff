import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Deletable } from '../../db/whatGoes';
import type { Library } from '../../preload/api';
import { AskToDelete } from '../deletion/AskToDelete';
import { DeleteDialog } from '../deletion/DeleteDialog';
import { therapistLabel } from '../library/people';
import { useLibrary } from '../queries';
import { useWords, type Words } from '../words/words';
import { Part } from './Part';
import { headingOf } from './parts';
import { RenameDialog, type Renaming } from './RenameDialog';
import styles from './Safety.module.css';
import { useShown } from './useShown';

const kinds = ['therapist', 'group', 'rater'] as const;

/** Therapists, groups and raters, with the way to give them another name or to delete them. */
export function People() {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const [kind, setKind] = useState<(typeof kinds)[number]>('therapist');
  const [renaming, setRenaming] = useState<Renaming>();
  const [deleting, setDeleting] = useState<Deletable>();
  const { shown, more } = useShown(library === undefined ? [] : listed(library, t)[kind], 8);
  if (library === undefined) return null;

  return (
    <Part part="people" hint={t('people.hint')}>
      <SegmentedControl
        mb="xs"
        aria-labelledby={headingOf('people')}
        data={kinds.map((value) => ({ value, label: t(`people.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      {shown.length === 0 ? (
        <p className={styles.hint}>{t('people.none')}</p>
      ) : (
        <table className={styles.table} aria-label={t(`people.${kind}`)}>
          <tbody>
            {shown.map(({ label, detail, ...one }) => (
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
                  <AskToDelete
                    small
                    label={t('people.delete')}
                    name={t('people.deleteOne', { name: label })}
                    ask={() => setDeleting({ noun: one.noun, id: one.id })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
      {renaming !== undefined && <RenameDialog named={renaming} close={() => setRenaming(undefined)} />}
      {deleting !== undefined && <DeleteDialog what={deleting} close={() => setDeleting(undefined)} />}
    </Part>
  );
}

type Person = Renaming & { label: string; detail?: string };

const listed = (library: Library, t: Words): Record<(typeof kinds)[number], Person[]> => ({
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
});
