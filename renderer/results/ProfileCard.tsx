import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Results, ResultsRating } from '../../db/results';
import { ChartCard } from '../charts/ChartCard';
import { nameOfFile } from '../charts/export/plain';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { basisOf } from './basis';
import styles from './Profile.module.css';
import { ProfileChart } from './ProfileChart';
import { inOrder, type ProfileOrder, profileOf, profileOrders } from './profile';
import { profileTable } from './profileTable';
import type { Sign } from './signs';

type Props = {
  /** Of the session. */
  title: string;
  session: Results['session'];
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  item: number | undefined;
  chooseItem: (item: number | undefined) => void;
};

/** The profile with its table and its order; choosing an item again lets go of it. */
export function ProfileCard({ title, session, ratings, signs, item, chooseItem }: Props) {
  const { t, language } = useWords();
  const [wanted, setOrder] = useState<ProfileOrder>('number');
  const { ref, size } = useSize<HTMLDivElement>({ width: 600, height: 600 });
  const offered = profileOrders.filter((order) => order !== 'difference' || ratings.length > 1);
  const order = offered.find((one) => one === wanted) ?? 'number';
  const profile = profileOf(ratings);
  const how = [
    ratings.length > 1 ? t('results.profileHowMany') : t('results.profileHowOne'),
    ...(basisOf(ratings).editions.length > 1 ? [t('results.profileEditions')] : []),
  ].join(' ');
  return (
    <ChartCard
      title={t('results.profile')}
      how={how}
      onScreen={t('results.profileOnScreen')}
      fileName={nameOfFile(`${t('results.profileFile')} ${session.date} ${title}`)}
      table={profileTable(profile, inOrder(profile.items, order), ratings, signs, t, language)}
      choices={
        <Select
          size="xs"
          w={170}
          aria-label={t('results.order')}
          data={offered.map((value) => ({ value, label: t(`results.orders.${value}`) }))}
          value={order}
          allowDeselect={false}
          onChange={(value) => setOrder(offered.find((one) => one === value) ?? 'number')}
        />
      }
    >
      <div ref={ref} className={styles.profile}>
        <ProfileChart
          ratings={ratings}
          signs={signs}
          width={Math.max(520, size.width)}
          order={order}
          chosen={item ?? 0}
          choose={(measure) => chooseItem(measure === 0 || measure === item ? undefined : measure)}
        />
      </div>
    </ChartCard>
  );
}
