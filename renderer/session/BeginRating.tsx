import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { RatingProgress } from '../../db/library';
import type { Session } from '../../db/model';
import { items } from '../../db/scale';
import type { Library, BeginRating as Request } from '../../preload/api';
import { ask } from '../ask';
import { wallDay } from '../format';
import { therapistLabel } from '../library/people';
import { go } from '../place';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import { NewRater } from './NewRater';
import { purposesOf } from './purposes';

const adding = 'add';

type Props = { session: Session; library: Library; ratings: readonly RatingProgress[] };

/** Who rates, and for what: a rater, or one of the session's therapists the own work. */
export function BeginRating({ session, library, ratings }: Props) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const raters = library.raters.filter(({ kind }) => kind !== 'self');
  const led = library.therapists.filter(({ id }) =>
    [session.firstTherapistId, session.secondTherapistId].includes(id),
  );
  const viewer = library.raters.find(({ id }) => id === library.viewerId);
  const [chosen, choose] = useState<string>();
  const [newRater, setNewRater] = useState(false);

  /** A rater's id, or the id of a therapist who rates the own work. */
  const usual =
    viewer?.therapistId != null ? led.find(({ id }) => id === viewer.therapistId)?.id : viewer?.id;
  const who = chosen ?? usual;
  const self = led.some(({ id }) => id === who);
  const rater = library.raters.find(
    ({ id, therapistId }) => id === who || (who !== undefined && therapistId === who),
  );
  const offered = purposesOf(self ? 'self' : rater?.kind);
  const [wanted, want] = useState<(typeof offered)[number]>();
  const own = ratings.filter(({ raterId }) => raterId === rater?.id);
  const open = own.find(({ submittedAt }) => submittedAt === null)?.purpose;
  const purpose = offered.find((one) => one === wanted) ?? offered.find((one) => one === open) ?? offered[0];
  const begun = own.find((rating) => rating.purpose === purpose);

  const begin = async () => {
    if (who === undefined || purpose === undefined) return;
    const by: Request['by'] = purpose === 'selfRating' ? { therapistId: who } : { raterId: who, purpose };
    const rating = await ask('beginRating', { sessionId: session.id, by });
    if (rating === undefined) return;
    await refresh();
    go({ name: 'rate', ratingId: rating.id });
  };

  return (
    <Group align="flex-end" gap="sm">
      <Select
        flex={1}
        miw={150}
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
        value={who ?? null}
        allowDeselect={false}
        onChange={(value) => {
          if (value === adding) setNewRater(true);
          else if (value !== null) choose(value);
        }}
      />
      {purpose !== undefined && (
        <Select
          w={132}
          label={t('begin.purpose')}
          data={offered.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          value={purpose}
          allowDeselect={false}
          onChange={(value) => want(offered.find((one) => one === value))}
        />
      )}
      <Button disabled={who === undefined} onClick={() => begin().catch(tell)}>
        {begun === undefined
          ? t('begin.go')
          : begun.submittedAt === null
            ? t('begin.goOn', { done: begun.itemsDone, all: items.length })
            : t('begin.open', { day: wallDay(begun.submittedAt, language) })}
      </Button>
      {newRater && (
        <NewRater
          close={() => setNewRater(false)}
          added={(added) => {
            choose(added.id);
            void refresh();
          }}
          names={library.raters.map(({ name }) => name)}
        />
      )}
    </Group>
  );
}
