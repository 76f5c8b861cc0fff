import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { KnownLibrary } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Gate.module.css';

type Props = {
  libraries: readonly KnownLibrary[];
  open: (folder: string) => void;
  forget: (folder: string) => void;
};

/** The libraries that were open on this machine. One whose folder is gone says so. */
export function KnownLibraries({ libraries, open, forget }: Props) {
  const { t } = useWords();
  return (
    <ul className={styles.known} aria-label={t('vault.known')}>
      {libraries.map(({ folder, name, there }) => {
        const told = (
          <>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span>{there ? <bdi>{folder}</bdi> : t('vault.folderGone', { folder })}</span>
          </>
        );
        return (
          <li key={folder} data-gone={!there || undefined}>
            {there ? (
              <button type="button" onClick={() => open(folder)}>
                {told}
              </button>
            ) : (
              <div>{told}</div>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('vault.forget', { name })}
              title={t('vault.forget', { name })}
              onClick={() => forget(folder)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
