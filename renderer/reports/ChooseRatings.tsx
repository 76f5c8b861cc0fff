import { Checkbox, Fieldset, Select, Stack } from '@mantine/core';
import type { ResultsRating } from '../../db/results';
import { useWords } from '../words/words';
import type { Choices } from './choices';
import { type People, raterIn } from './people';
import styles from './Report.module.css';
import type { chosenRatings } from './sessionFigures';

type Props = { found: ReturnType<typeof chosenRatings>; choices: Choices; people: People };

/** Whose ratings stand in the report. Those of different editions of the scale never stand together. */
export function ChooseRatings({ found, choices, people }: Props) {
  const { t } = useWords();
  const { editions, edition, offered, chosen } = found;
  const chosenIds = chosen.map(({ rating }) => rating.id);
  const toggle = (id: string) =>
    choices.chooseOwn({
      ratings: chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id],
    });
  return (
    <>
      {editions.length > 1 && (
        <Select
          label={t('reports.edition')}
          description={t('reports.editionsApart')}
          data={editions.map(({ id, name }) => ({ value: id, label: name }))}
          value={edition?.id ?? null}
          allowDeselect={false}
          onChange={(id) => choices.chooseOwn({ edition: id ?? undefined, ratings: undefined })}
        />
      )}
      <Fieldset legend={t('reports.ratings')} variant="unstyled" className={styles.fieldset ?? ''}>
        <Stack gap={6}>
          {offered.map((one) => (
            <Checkbox
              key={one.rating.id}
              size="xs"
              label={labelOf(one, raterIn(people, { ...one, raterId: one.rating.raterId }, t), (purpose) =>
                t(`purpose.${purpose}`),
              )}
              checked={chosenIds.includes(one.rating.id)}
              // A report of nothing is none.
              disabled={chosenIds.length === 1 && chosenIds[0] === one.rating.id}
              onChange={() => toggle(one.rating.id)}
            />
          ))}
        </Stack>
      </Fieldset>
    </>
  );
}

/** What a therapist's own rating, or a consensus, is for is said by its name. */
const labelOf = (
  { rating }: ResultsRating,
  rater: string,
  purposeIn: (purpose: ResultsRating['rating']['purpose']) => string,
): string =>
  rating.purpose === 'selfRating' || rating.purpose === 'consensus'
    ? rater
    : `${rater} · ${purposeIn(rating.purpose)}`;
