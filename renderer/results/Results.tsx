import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Results as SessionResults } from '../../db/results';
import type { Library } from '../../preload/api';
import { Moments } from '../moments/Moments';
import { useLibrary, useResults } from '../queries';
import { useSessionTitle } from '../session/useSessionTitle';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { BasisStrip } from './BasisStrip';
import { ItemSaid } from './ItemSaid';
import { LeftOut } from './LeftOut';
import { NoResults } from './NoResults';
import { named } from './named';
import { ProfileCard } from './ProfileCard';
import { RatingToggles } from './RatingToggles';
import styles from './Results.module.css';
import { ResultsHeader } from './ResultsHeader';
import { signsOf } from './signs';
import { WhoDidWhatCard } from './WhoDidWhatCard';

/** What the submitted ratings of one session say. */
export function Results({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const { data: results } = useResults(sessionId);
  const { data: library } = useLibrary();
  if (results === undefined || library === undefined) return null;
  if (results === null) return <Text>{t('session.gone')}</Text>;
  const some = results.ratings.length > 0;
  return (
    <>
      <ResultsHeader session={results.session} library={library} hasResults={some} />
      <LeftOut results={results} viewerId={library.viewerId} />
      {some ? <Found results={results} library={library} /> : <NoResults results={results} />}
    </>
  );
}

function Found({ results, library }: { results: SessionResults; library: Library }) {
  const { t } = useWords();
  const title = useSessionTitle(results.session, library);
  const ratings = named(results.ratings, t);
  const [item, setItem] = useState<number>();
  /** Those that somebody put aside or took in, against what is usual for their purpose. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const signs = signsOf(ratings);
  const { ref, size } = useSize<HTMLElement>({ width: 1000, height: 54 });
  const shown = ratings.filter(({ rating }) => isUsual(rating.purpose) !== turned.has(rating.id));
  const toggle = (id: string) =>
    setTurned((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );

  return (
    <>
      <BasisStrip shown={shown} ref={ref} />
      <RatingToggles
        ratings={ratings}
        signs={signs}
        isShown={(id) => shown.some(({ rating }) => rating.id === id)}
        toggle={toggle}
      />
      {shown.length === 0 ? (
        <Text c="dimmed">{t('results.noneShown')}</Text>
      ) : (
        <div className={styles.columns}>
          <div className={styles.column}>
            <ProfileCard
              title={title}
              session={results.session}
              ratings={shown}
              signs={signs}
              item={item}
              chooseItem={setItem}
            />
            <WhoDidWhatCard title={title} results={results} shown={shown} therapists={library.therapists} />
          </div>
          <div
            className={`${styles.column} ${styles.behind}`}
            style={{ top: size.height - 8, maxHeight: `calc(100vh - ${size.height + 22}px)` }}
          >
            <ItemSaid ratings={shown} signs={signs} item={item} />
            <Moments results={results} shown={shown} item={item} chooseItem={setItem} />
          </div>
        </div>
      )}
    </>
  );
}

/** Exercises are looked at only when they are asked for. */
const isUsual = (purpose: string): boolean => purpose !== 'training' && purpose !== 'certification';
