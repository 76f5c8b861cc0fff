import { Select } from '@mantine/core';
import type { ResultsRating } from '../../db/results';
import { itemOf } from '../../db/scale';
import { useWords, type Words } from '../words/words';
import { type Filters, qualities, therapists } from './filters';
import styles from './Moments.module.css';
import type { Moment } from './moments';
import { raterLabel } from './raterLabel';
import type { Seats } from './seats';

type Props = {
  filters: Filters;
  filter: (filters: Filters) => void;
  /** All of them: only what they have is offered. */
  moments: readonly Moment[];
  shown: readonly ResultsRating[];
  seats: Seats;
};

type Choice = { value: string; label: string };

/** Item, therapist, quality, and the rater where there are several. */
export function MomentFilters({ filters, filter, moments, shown, seats }: Props) {
  const { t, language } = useWords();
  const marked = new Set(moments.map(({ mark }) => mark.item));
  // An item that was chosen elsewhere can be without moments.
  if (filters.item !== undefined) marked.add(filters.item);
  const items = [...marked]
    .sort((a, b) => a - b)
    .map((item) => ({ value: String(item), label: `${item} ${itemOf(item).short[language]}` }));

  return (
    <div className={styles.filters}>
      <Choose
        label={t('moments.item')}
        all={t('moments.allItems')}
        data={items}
        value={filters.item === undefined ? undefined : String(filters.item)}
        choose={(value) => filter({ ...filters, item: value === undefined ? undefined : Number(value) })}
      />
      <Choose
        label={t('moments.therapist')}
        all={t('moments.allTherapists')}
        data={therapists.map((value) => ({ value, label: seats[value] }))}
        value={filters.therapist}
        choose={(value) => filter({ ...filters, therapist: therapists.find((one) => one === value) })}
      />
      <Choose
        label={t('moments.quality')}
        all={t('moments.allQualities')}
        data={qualities.map((value) => ({ value, label: qualityText(value, t) }))}
        value={filters.quality}
        choose={(value) => filter({ ...filters, quality: qualities.find((one) => one === value) })}
      />
      {shown.length > 1 && (
        <Choose
          label={t('moments.rater')}
          all={t('moments.allRaters')}
          data={shown.map(({ rating, raterName }) => ({
            value: rating.id,
            label: raterLabel({ raterName, purpose: rating.purpose }, t),
          }))}
          value={filters.ratingId}
          choose={(ratingId) => filter({ ...filters, ratingId })}
        />
      )}
    </div>
  );
}

const everything = 'all';

function Choose(props: {
  label: string;
  all: string;
  data: readonly Choice[];
  value: string | undefined;
  choose: (value: string | undefined) => void;
}) {
  const { label, all, data, value, choose } = props;
  return (
    <Select
      size="xs"
      aria-label={label}
      data={[{ value: everything, label: all }, ...data]}
      value={value ?? everything}
      allowDeselect={false}
      checkIconPosition="right"
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      data-set={value !== undefined || undefined}
      onChange={(next) => choose(next === null || next === everything ? undefined : next)}
    />
  );
}

function qualityText(quality: (typeof qualities)[number], t: Words): string {
  switch (quality) {
    case 'below':
      return t('moments.qualities.below');
    case 'at':
      return t('moments.qualities.at');
    case 'above':
      return t('moments.qualities.above');
    case 'without':
      return t('moments.qualities.without');
    default:
      return quality satisfies never;
  }
}
