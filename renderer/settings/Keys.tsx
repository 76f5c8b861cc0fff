import { Button, Group, TextInput } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { AskFirst } from '../AskFirst';
import { groups, KeyList } from '../player/KeyList';
import { conflicts, isUsual } from '../player/keymap';
import { type Action, actions, type Keymap } from '../player/keys';
import { useKeys } from '../player/useKeys';
import { useWords } from '../words/words';
import { KeyRow } from './KeyRow';
import styles from './Keys.module.css';
import { useKeyEdits } from './useKeyEdits';
import { useSettings } from './useSettings';

/** Every action of the desk with its keys, to change. No key ever means two things. */
export function Keys() {
  const { t } = useWords();
  const { settings } = useSettings();
  const keys = useKeys();
  const { keymap, nameOf } = keys;
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<'list' | 'reset'>();
  const [said, setSaid] = useState('');
  const title = useId();
  const named = (action: Action) => t(`keys.action.${action}`);
  const keysOf = (map: Keymap, action: Action) =>
    map[action].map(nameOf).join(` ${t('keys.or')} `) || t('keys.none');
  const edits = useKeyEdits((map, changed) =>
    setSaid(
      changed.length === 0
        ? t('keySettings.wasReset')
        : changed
            .map((action) => t('keySettings.now', { action: named(action), keys: keysOf(map, action) }))
            .join(' '),
    ),
  );
  const sought = search.trim().toLowerCase();
  const isSought = (action: Action) =>
    named(action).toLowerCase().includes(sought) || keysOf(keymap, action).toLowerCase().includes(sought);
  const shown = groups.map((group) => ({ ...group, actions: group.actions.filter(isSought) }));
  const changedCount = actions.filter((action) => !isUsual(keymap, action)).length;

  return (
    <section className="card" aria-labelledby={title}>
      <Group justify="space-between" gap="xs" className={styles.head}>
        <h2 id={title} className={styles.title}>
          {t('keys.title')}
          {changedCount > 0 && (
            <span className={styles.count}>{t('keySettings.changed', { count: changedCount })}</span>
          )}
        </h2>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconKeyboard size={16} aria-hidden />}
          onClick={() => setDialog('list')}
        >
          {t('keySettings.show')}
        </Button>
      </Group>
      <p className={styles.hint}>{t('keySettings.hint')}</p>
      {conflicts(settings.keys).map(({ chord, actions: [first, ...others] }) => (
        <p key={first} className={styles.conflict}>
          {t('keySettings.conflict', {
            key: nameOf(chord),
            action: first && named(first),
            others: others.map((other) => `“${named(other)}”`).join(', '),
          })}
        </p>
      ))}
      <TextInput
        aria-label={t('keySettings.search')}
        placeholder={t('keySettings.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {shown.map(
        (group) =>
          group.actions.length > 0 && (
            <section key={group.title} className={styles.group}>
              <h3>{t(group.title)}</h3>
              <ul>
                {group.actions.map((action) => (
                  <KeyRow key={action} action={action} edits={edits} keys={keys} />
                ))}
              </ul>
            </section>
          ),
      )}
      {shown.every((group) => group.actions.length === 0) && (
        <p className={styles.hint}>{t('keySettings.nothing')}</p>
      )}
      <Group justify="space-between" mt="sm">
        <output className={styles.said}>{said}</output>
        <Button
          variant="default"
          disabled={Object.keys(settings.keys).length === 0}
          onClick={() => setDialog('reset')}
        >
          {t('keySettings.resetAll')}
        </Button>
      </Group>
      {dialog === 'list' && <KeyList settings={false} close={() => setDialog(undefined)} />}
      {dialog === 'reset' && (
        <AskFirst
          title={t('keySettings.resetAllTitle')}
          text={t('keySettings.resetAllText')}
          go={t('keySettings.resetAll')}
          run={edits.resetAll}
          close={() => setDialog(undefined)}
        />
      )}
    </section>
  );
}
