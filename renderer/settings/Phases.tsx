import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../ask';
import { useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Site.module.css';
import { useUsualPhaseNames } from './useSite';

/** The names of phases that raters choose from, in order. Every change is kept at once. */
export function Phases({ own }: { own: readonly string[] }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const usual = useUsualPhaseNames();
  const names = own.length === 0 ? usual : own;
  const { mutate: keep } = useMutation({
    mutationFn: (list: string[]) => ask('setPhaseNames', list),
    onSuccess: refresh,
  });
  const [added, setAdded] = useState('');
  const isNew = added.trim() !== '' && !has(names, added);

  const move = (from: number, by: 1 | -1) => {
    const list = names.toSpliced(from, 1);
    keep(list.toSpliced(from + by, 0, names[from] ?? ''));
  };
  const button = (label: string, icon: ReactNode, disabled: boolean, run: () => void) => (
    <ActionIcon
      variant="default"
      size={28}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      {icon}
    </ActionIcon>
  );

  return (
    <section className="card">
      <h2>{t('phaseNames.title')}</h2>
      <p className={styles.hint}>{t(own.length === 0 ? 'phaseNames.usualHint' : 'phaseNames.hint')}</p>
      <ol className={styles.list}>
        {names.map((name, index) => (
          <li key={name} className={styles.line}>
            <PhaseName
              name={name}
              taken={(wanted) => has(names.toSpliced(index, 1), wanted)}
              save={(wanted) => keep(names.with(index, wanted))}
            />
            <span className={styles.buttons}>
              {button(t('phaseNames.up', { name }), <IconArrowUp size={15} aria-hidden />, index === 0, () =>
                move(index, -1),
              )}
              {button(
                t('phaseNames.down', { name }),
                <IconArrowDown size={15} aria-hidden />,
                index === names.length - 1,
                () => move(index, 1),
              )}
              {button(
                t('phaseNames.remove', { name }),
                <IconTrash size={15} aria-hidden />,
                names.length === 1,
                () => keep(names.toSpliced(index, 1)),
              )}
            </span>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNew || names.length >= 50) return;
          keep([...names, added.trim()]);
          setAdded('');
        }}
      >
        <Group mt="sm" gap={6}>
          <TextInput
            w={320}
            aria-label={t('phaseNames.new')}
            placeholder={t('phaseNames.new')}
            maxLength={200}
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!isNew || names.length >= 50}>
            {t('add')}
          </Button>
          {own.length > 0 && (
            <Button variant="subtle" onClick={() => keep([])}>
              {t('phaseNames.reset')}
            </Button>
          )}
        </Group>
      </form>
    </section>
  );
}

const has = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.trim().toLowerCase());

function PhaseName(props: { name: string; taken: (name: string) => boolean; save: (name: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useState(props.name);
  const taken = props.taken(name);
  const keep = () => {
    const wanted = name.trim();
    if (wanted === '' || taken) setName(props.name);
    else if (wanted !== props.name) props.save(wanted);
  };
  return (
    <TextInput
      aria-label={t('phaseNames.name', { name: props.name })}
      maxLength={200}
      value={name}
      error={taken && t('phaseNames.taken')}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setName(props.name);
      }}
    />
  );
}
