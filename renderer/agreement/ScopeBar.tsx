import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { AgreementBasis, AgreementScope, Library } from '../../preload/api';
import { dayShort } from '../format';
import { PeriodFilter } from '../progress/PeriodFilter';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { everything, isNarrowed } from './address';
import { CheckList } from './CheckList';
import { ProgrammeSelect } from './ProgrammeSelect';

type Props = {
  scope: AgreementScope;
  basis: AgreementBasis;
  library: Library;
  change: (scope: AgreementScope) => void;
};

/** Which sessions and raters are compared: each choice in sight, and all of them taken back by one click. */
export function ScopeBar({ scope, basis, library, change }: Props) {
  const { t, language } = useWords();
  const { sessions, raters, editions, groupIds, compared } = basis;
  const groupName = (id: string | null) => library.groups.find((group) => group.id === id)?.name;
  const usual = raters.filter(({ kind }) => kind !== 'self').map(({ id }) => id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div className={styles.scope} role="group" aria-label={t('agreement.choice')}>
      <PeriodFilter
        from={scope.from ?? undefined}
        to={scope.to ?? undefined}
        change={({ from, to }) => change({ ...scope, from: from ?? null, to: to ?? null, sessionIds: null })}
      />
      {(groupIds.length > 1 || scope.groupId !== null) && (
        <Select
          size="xs"
          w={150}
          aria-label={t('progress.group')}
          allowDeselect={false}
          data={[
            { value: '', label: t('progress.allGroups') },
            ...groupIds.map((id) => ({ value: id, label: groupName(id) ?? id })),
          ]}
          value={scope.groupId ?? ''}
          onChange={(groupId) => change({ ...scope, groupId: groupId || null, sessionIds: null })}
          classNames={{ input: scope.groupId === null ? '' : styles.narrowed }}
        />
      )}
      <ProgrammeSelect
        programmeId={scope.programmeId}
        choose={(programmeId) => change({ ...scope, programmeId, sessionIds: null })}
      />
      <CheckList
        label={t('agreement.raters')}
        said={
          scope.raterIds === null
            ? t('agreement.allRaters')
            : t('agreement.someRaters', { count: scope.raterIds.length })
        }
        narrowed={scope.raterIds !== null}
        rows={raters.map(({ id, name, kind, sessions: rated }) => ({
          id,
          label: kind === 'self' ? t('agreement.raterSelf', { name }) : name,
          aside: t('progress.sessions', { count: rated }),
        }))}
        chosen={new Set(scope.raterIds ?? usual)}
        choose={(ids) => change({ ...scope, raterIds: sameIds(ids, usual) ? null : ids })}
      />
      <CheckList
        label={t('agreement.sessions')}
        said={
          sessions.length === 0
            ? t('agreement.noSessions')
            : scope.sessionIds === null
              ? t('agreement.allSessions', { count: sessions.length })
              : t('agreement.someSessions', { count: compared.sessions })
        }
        narrowed={scope.sessionIds !== null}
        rows={sessions.toReversed().map(({ id, date, number, groupId, raterIds }) => ({
          id,
          label: [
            dayShort(date, language),
            groupName(groupId) ?? t('session.noGroup'),
            ...(number === null ? [] : [t('agreement.number', { number })]),
          ].join(' · '),
          aside: t('agreement.ratersOf', { count: raterIds.length }),
        }))}
        chosen={new Set(scope.sessionIds ?? sessions.map(({ id }) => id))}
        choose={(ids) => change({ ...scope, sessionIds: ids.length === sessions.length ? null : ids })}
      />
      {editions.length > 1 && (
        <Select
          size="xs"
          w={170}
          aria-label={t('progress.edition')}
          allowDeselect={false}
          data={editions.map(({ id, name }) => ({ value: id, label: name }))}
          value={basis.edition?.id ?? null}
          onChange={(edition) => change({ ...scope, edition, sessionIds: null, raterIds: null })}
        />
      )}
      {isNarrowed(scope) && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => change({ ...everything, edition: scope.edition })}
        >
          {t('agreement.clear')}
        </Button>
      )}
    </div>
  );
}

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
