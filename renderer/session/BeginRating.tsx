import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { RatingProgress } from '../../db/library';
import type { Session } from '../../db/model';
import { items } from '../../db/scale';
import type { Library, BeginRating as Request } from '../../preload/api';
import { ask } from '../ask';
import { therapistLabel } from '../library/people';
import { go } from '../place';
import { tell, useRefresh } from '../queries';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import { NewRater } from './NewRater';

const adding = 'add';

type Props = { session: Session; library: Library; ratings: readonly RatingProgress[] };

/** Who rates: a rater for supervision, or one of the session's therapists the own work. */
export function BeginRating({ session, library, ratings }: Props) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { settings, save } = useSettings();
  const raters = library.raters.filter(({ kind }) => kind !== 'self');
  const led = library.therapists.filter(({ id }) =>
    [session.firstTherapistId, session.secondTherapistId].includes(id),
  );
  const last = raters.find(({ id }) => id === settings.raterId);
  const [who, setWho] = useState<string | null>(last?.id ?? null);
  const [newRater, setNewRater] = useState(false);

  const whoId = library.raters.find(
    ({ id, therapistId }) => id === who || (who !== null && therapistId === who),
  )?.id;
  const begun = ratings.find(({ raterId }) => raterId === whoId);

  const begin = async () => {
    if (who === null) return;
    const by: Request['by'] = led.some(({ id }) => id === who)
      ? { therapistId: who }
      : { raterId: who, purpose: 'supervision' };
    const rating = await ask('beginRating', { sessionId: session.id, by });
    if (rating === undefined) return;
    if ('raterId' in by) save({ raterId: who });
    await refresh();
    go({ name: 'rate', ratingId: rating.id });
  };

  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <Select
        flex={1}
        label={t('begin.who')}
        placeholder={t('session.choose')}
        data={[
          {
            group: t('begin.raters'),
            items: [
              ...raters.map(({ id, name }) => ({ value: id, label: name })),
              { value: adding, label: t('begin.newRater') },
            ],
          },
          {
            group: t('begin.selves'),
            items: led.map((one) => ({ value: one.id, label: therapistLabel(one) })),
          },
        ]}
        value={who}
        allowDeselect={false}
        onChange={(value) => (value === adding ? setNewRater(true) : setWho(value))}
      />
      <Button disabled={who === null} onClick={() => begin().catch(tell)}>
        {begun === undefined ? t('begin.go') : t('begin.goOn', { done: begun.itemsDone, all: items.length })}
      </Button>
      {newRater && (
        <NewRater
          close={() => setNewRater(false)}
          added={(rater) => {
            setWho(rater.id);
            void refresh();
          }}
          names={library.raters.map(({ name }) => name)}
        />
      )}
    </Group>
  );
}
