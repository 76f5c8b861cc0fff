import { useWarnings } from '../warnings/useWarnings';
import { useWords } from '../words/words';
import { Part } from './Part';
import styles from './Safety.module.css';

/** Where the library lies, and what that means for it. */
export function LibraryPlace({ folder }: { folder: string }) {
  const { t } = useWords();
  const { data } = useWarnings();
  const place = data?.place;
  return (
    <Part part="libraryPlace">
      <p className={styles.place}>{folder}</p>
      {data !== undefined && place === undefined && (
        <div className={styles.quiet}>{t('libraryPlace.own')}</div>
      )}
      {place !== undefined && (
        <>
          <div className={styles.overdue}>
            {place.kind === 'network'
              ? t('libraryPlace.network')
              : t('libraryPlace.synchronised', { by: place.by })}
          </div>
          <p className={styles.hint}>
            {place.kind === 'network' ? t('libraryPlace.networkWhy') : t('libraryPlace.synchronisedWhy')}
          </p>
          <ul className={styles.list}>
            <li>{t('libraryPlace.move')}</li>
            <li>{t('libraryPlace.backups')}</li>
            <li>{place.kind === 'network' ? t('libraryPlace.oneAtATime') : t('libraryPlace.pause')}</li>
          </ul>
        </>
      )}
    </Part>
  );
}
