import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { TextPack } from '../../db/model';
import type { Language } from '../../db/scale';
import type { PackChecked } from '../../preload/api';
import { ask } from '../ask';
import { dayLong } from '../format';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import { PackDialog } from './PackDialog';
import styles from './Site.module.css';

type Opened = { language: Language; doing: 'import' | 'remove'; checked?: PackChecked };

/** The manual's own words for the levels: one pack for each language. */
export function TextPacks({ packs }: { packs: readonly TextPack[] }) {
  const { t, language: onScreen } = useWords();
  const refresh = useRefresh();
  const [opened, setOpened] = useState<Opened>();

  async function choose(language: Language): Promise<void> {
    const checked = await ask('chooseTextPack', language);
    if (checked.outcome !== 'cancelled') setOpened({ language, doing: 'import', checked });
  }

  async function keepAsFile(language: Language): Promise<void> {
    const { outcome } = await ask('exportTextPack', language);
    if (outcome === 'cancelled') return;
    notifications.show({
      ...(outcome === 'failed' && { color: 'orange', autoClose: false }),
      message: t(outcome === 'saved' ? 'pack.exported' : 'pack.notExported'),
      closeButtonProps: { 'aria-label': t('close') },
    });
  }

  const button = (label: string, run: () => void) => (
    <Button size="compact-sm" variant="default" onClick={run}>
      {label}
    </Button>
  );

  return (
    <section className="card">
      <h2>{t('pack.title')}</h2>
      <p className={styles.hint}>{t('pack.hint')}</p>
      <table className={styles.table}>
        <tbody>
          {(['nb', 'en'] as const).map((language) => {
            const pack = packs.find((one) => one.language === language);
            return (
              <tr key={language}>
                <th scope="row">{t(`settings.${language}`)}</th>
                <td>
                  {pack === undefined ? (
                    <span className={styles.count}>{t('pack.none')}</span>
                  ) : (
                    <>
                      {pack.name}
                      <br />
                      <span className={styles.count}>
                        {t('pack.facts', {
                          count: pack.anchors.length,
                          day: dayLong(pack.addedAt.slice(0, 10), onScreen),
                        })}
                      </span>
                    </>
                  )}
                </td>
                <td>
                  <span className={styles.buttons}>
                    {button(t('pack.file'), () => void choose(language).catch(tell))}
                    {button(t('pack.paste'), () => setOpened({ language, doing: 'import' }))}
                    {pack !== undefined &&
                      button(t('pack.export'), () => void keepAsFile(language).catch(tell))}
                    {pack !== undefined &&
                      button(t('pack.remove'), () => setOpened({ language, doing: 'remove' }))}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {opened !== undefined && (
        <PackDialog
          {...opened}
          before={packs.find((one) => one.language === opened.language)}
          close={() => setOpened(undefined)}
          keep={async (pack) => {
            if (pack === undefined) await ask('removeTextPack', opened.language);
            else await ask('putTextPack', pack);
            await refresh();
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}
