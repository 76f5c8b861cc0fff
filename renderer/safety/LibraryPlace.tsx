import { Code, List, Text } from '@mantine/core';
import { useWarnings } from '../warnings/useWarnings';
import { useWords } from '../words/words';

/** Where the library lies, and what that means for it. */
export function LibraryPlace({ folder }: { folder: string }) {
  const { t } = useWords();
  const { data } = useWarnings();
  const place = data?.place;
  return (
    <section className="card" aria-label={t('libraryPlace.title')}>
      <h2>{t('libraryPlace.title')}</h2>
      <Code block>{folder}</Code>
      {data !== undefined && (
        <Text mt="xs">
          {place === undefined
            ? t('libraryPlace.own')
            : place.kind === 'network'
              ? t('libraryPlace.network')
              : t('libraryPlace.synchronised', { by: place.by })}
        </Text>
      )}
      {place !== undefined && (
        <>
          <Text mt="xs">
            {place.kind === 'network' ? t('libraryPlace.networkWhy') : t('libraryPlace.synchronisedWhy')}
          </Text>
          <List mt="xs">
            <List.Item>{t('libraryPlace.move')}</List.Item>
            <List.Item>{t('libraryPlace.backups')}</List.Item>
            <List.Item>
              {place.kind === 'network' ? t('libraryPlace.oneAtATime') : t('libraryPlace.pause')}
            </List.Item>
          </List>
        </>
      )}
    </section>
  );
}
