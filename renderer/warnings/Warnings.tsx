import { Button } from '@mantine/core';
import { IconClockExclamation, IconFolderSymlink } from '@tabler/icons-react';
import type { SharedPlace, Warnings as Told } from '../../preload/api';
import { wallTime } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import { Strip } from './Strip';
import { useRead, useWarnings } from './useWarnings';

/** What is good to know and can be put aside. */
export function Warnings() {
  const { data } = useWarnings();
  return (
    <>
      {data?.clock !== undefined && <ClockWarning doubt={data.clock} />}
      {data?.place !== undefined && !data.placeRead && <PlaceWarning place={data.place} />}
    </>
  );
}

function ClockWarning({ doubt }: { doubt: NonNullable<Told['clock']> }) {
  const { t, language } = useWords();
  const read = useRead();
  const times = { now: wallTime(doubt.now, language), last: wallTime(doubt.lastChange, language) };
  return (
    <Strip
      tone="quiet"
      icon={<IconClockExclamation size={20} aria-hidden />}
      title={t('clock.title')}
      text={doubt.clock === 'behind' ? t('clock.behind', times) : t('clock.ahead', times)}
    >
      <Button size="compact-sm" variant="default" onClick={() => read('clock')}>
        {t('clock.read')}
      </Button>
    </Strip>
  );
}

function PlaceWarning({ place }: { place: SharedPlace }) {
  const { t } = useWords();
  const read = useRead();
  const title =
    place.kind === 'network' ? t('libraryPlace.network') : t('libraryPlace.synchronised', { by: place.by });
  return (
    <Strip
      tone="quiet"
      icon={<IconFolderSymlink size={20} aria-hidden />}
      title={title}
      text={t('libraryPlace.short')}
    >
      <Button
        size="compact-sm"
        variant="subtle"
        component="a"
        href={hashOf({ name: 'safety', part: 'libraryPlace' })}
      >
        {t('libraryPlace.more')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => read('place')}>
        {t('libraryPlace.read')}
      </Button>
    </Strip>
  );
}
