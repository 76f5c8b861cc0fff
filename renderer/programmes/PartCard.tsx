import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ProgrammeView, StandardChoice } from '../../preload/api';
import { useWords } from '../words/words';
import { AddSessions } from './AddSessions';
import { ProgrammeSessionLine } from './ProgrammeSessionLine';
import styles from './Programmes.module.css';
import { inSlot, openSlots, type Slot, slotKey } from './slots';
import { useSlotName } from './useSlotName';

type Props = { slot: Slot; seen: ProgrammeView; choices: readonly StandardChoice[] };

/** The sessions of one part, with the standard of each. */
export function PartCard({ slot, seen, choices }: Props) {
  const { t } = useWords();
  const id = useId();
  const nameOf = useSlotName();
  const [adding, setAdding] = useState(false);
  const sessions = inSlot(seen.sessions, slot);
  const name = nameOf(slot);
  const open = openSlots(seen.programme.attempts, seen.sessions).some(
    (one) => slotKey(one) === slotKey(slot),
  );
  return (
    <section className="card" aria-labelledby={id}>
      <div className={styles.cardHead}>
        <div>
          <h2 id={id}>
            {name} <span className={styles.count}>{sessions.length}</span>
          </h2>
          <p className={styles.quiet}>{what()}</p>
        </div>
        {open && (
          <Button
            size="xs"
            // The first thing to do in a programme that was just made.
            variant={slot.part === 'practice' && seen.sessions.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
            aria-label={t('programmes.sessions.addTo', { part: name })}
          >
            {t('programmes.sessions.add')}
          </Button>
        )}
      </div>
      {sessions.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.sessionColumn}>
                {t('programmes.head.session')}
              </th>
              <th scope="col">{t('programmes.head.standard')}</th>
              <th scope="col" className={styles.partColumn}>
                {t('programmes.head.part')}
              </th>
              <td className={styles.removeColumn} />
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <ProgrammeSessionLine
                key={session.session.id}
                session={session}
                seen={seen}
                choice={choices.find((one) => one.session.id === session.session.id)}
              />
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddSessions slot={slot} seen={seen} choices={choices} close={() => setAdding(false)} />}
    </section>
  );

  function what(): string {
    const { attempts, rules } = seen.programme;
    if (slot.testSet === null) return t(`programmes.sessions.whatOf.${slot.part}`);
    if (!open) return t('programmes.sessions.given', { attempt: slot.testSet });
    if (sessions.length === 0 && slot.testSet > 1)
      return t('programmes.sessions.secondEmpty', { attempt: slot.testSet });
    const few =
      sessions.length < rules.fewestSessions
        ? ` ${t('programmes.sessions.tooFew', { count: rules.fewestSessions })}`
        : '';
    return t('programmes.sessions.whatOf.test', { attempt: slot.testSet, attempts }) + few;
  }
}
