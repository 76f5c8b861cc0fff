import { Button, Tabs, Text, Title } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { AgreementBasis, AgreementScope, Library } from '../../preload/api';
import { type AgreementView, agreementViews, go, hashOf } from '../place';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { everything } from './address';
import { LeftOut } from './LeftOut';
import { MomentsView } from './MomentsView';
import { Numbers } from './Numbers';
import { ScopeBar } from './ScopeBar';
import { useAgreementBasis } from './useAgreement';

type Props = { view: AgreementView; scope?: AgreementScope | undefined };

/** How far raters agree who rated the same sessions on their own. */
export function Agreement({ view, scope = everything }: Props) {
  const { t } = useWords();
  const { data: library } = useLibrary();
  const { data: basis } = useAgreementBasis(scope);
  if (library === undefined || basis === undefined) return null;
  if (basis.groupIds.length === 0 && basis.raters.length === 0 && scope === everything)
    return <Empty basis={basis} />;
  return (
    <>
      <header className={styles.head}>
        <div>
          <Title order={1} size="h2">
            {t('agreement.title')}
          </Title>
          <Text c="dimmed" role="status">
            <Rests basis={basis} />
          </Text>
        </div>
      </header>
      <Chosen view={view} scope={scope} basis={basis} library={library} />
    </>
  );
}

function Rests({ basis: { compared, edition } }: { basis: AgreementBasis }) {
  const { t } = useWords();
  const { sessions, raterIds, ratings } = compared;
  return [
    t('agreement.basis', { count: sessions, raters: raterIds.length, ratings }),
    ...(edition === undefined ? [] : [t('agreement.by', { name: edition.name })]),
    ...(ratings === 0 ? [] : [t('agreement.alone')]),
  ].join(' · ');
}

type ChosenProps = { view: AgreementView; scope: AgreementScope; basis: AgreementBasis; library: Library };

function Chosen({ view, scope, basis, library }: ChosenProps) {
  const { t } = useWords();
  const to = (next: AgreementScope) => go({ name: 'agreement', view, scope: next });
  return (
    <Tabs
      value={view}
      onChange={(next) => {
        const found = agreementViews.find((one) => one === next);
        if (found !== undefined) go({ name: 'agreement', view: found, scope });
      }}
      keepMounted={false}
    >
      <Tabs.List>
        {agreementViews.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`agreement.views.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <ScopeBar scope={scope} basis={basis} library={library} change={to} />
      <LeftOut leftOut={basis.leftOut} />
      <Tabs.Panel value={view} pt={10}>
        {basis.compared.sessions === 0 ? (
          <div className={styles.empty}>
            <Text fw={600}>{t('agreement.nothingLeft')}</Text>
            {scope.raterIds !== null && scope.raterIds.length < 2 && (
              <Text c="dimmed">{t('agreement.chooseTwo')}</Text>
            )}
            <Button variant="default" onClick={() => to({ ...everything, edition: scope.edition })}>
              {t('agreement.clear')}
            </Button>
          </div>
        ) : view === 'moments' ? (
          <MomentsView scope={scope} basis={basis} library={library} />
        ) : (
          <Numbers key={JSON.stringify(scope)} view={view} scope={scope} basis={basis} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

/** What will be here, and the next step. */
function Empty({ basis }: { basis: AgreementBasis }) {
  const { t } = useWords();
  return (
    <div className={styles.empty}>
      <IconScale size={56} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={1} size="h3">
        {t('agreement.emptyTitle')}
      </Title>
      <Text c="dimmed" maw={440}>
        {t('agreement.empty')}
      </Text>
      <Button component="a" href={hashOf({ name: 'library' })} mt="xs">
        {t('progress.toLibrary')}
      </Button>
      <LeftOut leftOut={basis.leftOut} />
    </div>
  );
}
