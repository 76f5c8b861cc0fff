import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { Feedback, FeedbackAbout } from '../../db/model';
import { ask } from '../ask';
import type { Held } from '../held';
import { tell } from '../queries';
import { Unsaved, useUnsaved } from '../rating/unsaved';
import { useNote } from '../rating/useNote';
import { useWords } from '../words/words';

type Viewer = { raterId: string; raterName: string };
type Props = {
  about: FeedbackAbout;
  feedback: readonly Feedback[];
  /** What is being written, for the paper to show at once. */
  draft: Held<string>;
  viewer: Viewer | undefined;
};

/** What the one who sits there writes to the therapists: kept while it is written, as notes are. */
export function FeedbackField({ viewer, ...props }: Props) {
  const { t } = useWords();
  const [unsaved, report] = useUnsaved();
  if (viewer === undefined) {
    return (
      <div>
        <Text fw={600}>{t('reports.section.feedback')}</Text>
        <Text c="dimmed">{t('reports.chooseWho')}</Text>
      </div>
    );
  }
  return (
    <Unsaved value={report}>
      <Field key={viewer.raterId} viewer={viewer} unsaved={unsaved} {...props} />
    </Unsaved>
  );
}

function Field({ about, feedback, draft, viewer, unsaved }: Props & { viewer: Viewer; unsaved: boolean }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const saved = feedback.find(({ raterId }) => raterId === viewer.raterId)?.text ?? '';
  const note = useNote(saved, async (text) => {
    try {
      const { done } = await ask('putFeedback', { about, text });
      if (!done) return undefined;
      queries.setQueryData<Feedback[]>(['feedback', about], (all = []) => [
        ...all.filter(({ raterId }) => raterId !== viewer.raterId),
        { ...viewer, text },
      ]);
      return text;
    } catch (error) {
      tell(error);
      return undefined;
    }
  });
  useLayoutEffect(() => draft.set(note.text), [draft, note.text]);
  return (
    <div>
      <Textarea
        label={t('reports.section.feedback')}
        description={t('reports.noPatients')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        value={note.text}
        onChange={(event) => note.write(event.currentTarget.value)}
        onBlur={note.keep}
      />
      <Text c="dimmed" size="xs" mt={4} role="status">
        {note.text === '' && !unsaved
          ? t('reports.writesAs', { name: viewer.raterName })
          : t(unsaved ? 'saved.saving' : 'saved.saved')}
      </Text>
    </div>
  );
}
