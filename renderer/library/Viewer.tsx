import { Popover } from '@mantine/core';
import { IconCheck, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rater } from '../../db/model';
import { ask } from '../ask';
import { tell, useLibrary, useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Viewer.module.css';

/** Who sits in front of the screen, and the way to change it. */
export function Viewer() {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const refresh = useRefresh();
  const [opened, open] = useState(false);
  if (library === undefined || library.raters.length === 0) return null;

  const nameOf = ({ kind, name }: Rater) => (kind === 'self' ? t('purpose.selfOf', { name }) : name);
  const viewer = library.raters.find(({ id }) => id === library.viewerId);
  const choose = (who: { raterId: string } | null) => {
    open(false);
    ask('chooseRater', who).then(refresh).catch(tell);
  };
  const choices = [
    ...library.raters.map((rater) => ({ id: rater.id, name: nameOf(rater), who: { raterId: rater.id } })),
    { id: undefined, name: t('viewer.nobody'), who: null },
  ];
  return (
    <Popover opened={opened} onChange={open} position="right-end" width={270} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.viewer} onClick={() => open(!opened)}>
          <IconUser size={18} stroke={1.8} aria-hidden />
          <span>
            {t('viewer.youAre')} <b>{viewer === undefined ? t('viewer.nobody') : nameOf(viewer)}</b>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.hint}>{t('viewer.hint')}</p>
        <ul className={styles.choices}>
          {choices.map(({ id, name, who }) => (
            <li key={id ?? 'nobody'}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={id === viewer?.id}
                data-autofocus={id === viewer?.id || undefined}
                onClick={() => choose(who)}
              >
                {name}
                {id === viewer?.id && <IconCheck size={14} aria-hidden />}
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
