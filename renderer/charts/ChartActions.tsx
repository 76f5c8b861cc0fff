import { ActionIcon, Button, CloseButton, Menu } from '@mantine/core';
import {
  IconChartLine,
  IconCopy,
  IconDownload,
  IconFileTypeCsv,
  IconFileTypePng,
  IconFileTypeSvg,
  IconTable,
} from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { tell } from '../queries';
import { useWords } from '../words/words';
import styles from './ChartCard.module.css';
import { type Chart, type Taken, take, type Way } from './export/take';

const ways = [
  { way: 'png', icon: IconFileTypePng },
  { way: 'svg', icon: IconFileTypeSvg },
  { way: 'copy', icon: IconCopy },
  { way: 'csv', icon: IconFileTypeCsv },
] as const satisfies readonly { way: Way; icon: typeof IconCopy }[];

type Result = Exclude<Taken, 'cancelled'>;
type Props = {
  chart: Omit<Chart, 'sheet'>;
  sheet: RefObject<HTMLElement | null>;
  shown: 'chart' | 'table';
  show: (shown: 'chart' | 'table') => void;
};

/** Shows the numbers instead of the drawing, and takes either along. */
export function ChartActions({ chart, sheet, shown, show }: Props) {
  const { t, language } = useWords();
  const opener = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const other = shown === 'chart' ? 'table' : 'chart';
  const went = async (way: Way) => {
    if (sheet.current === null || busy) return;
    setBusy(true);
    setResult(undefined);
    try {
      const taken = await take({ ...chart, sheet: sheet.current }, way, language);
      if (taken !== 'cancelled') setResult(taken);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.actions}>
      <Button
        variant="subtle"
        size="compact-sm"
        className={`${styles.quiet} ${styles.toggle}`}
        leftSection={
          other === 'table' ? <IconTable size={16} aria-hidden /> : <IconChartLine size={16} aria-hidden />
        }
        onClick={() => show(other)}
      >
        {other === 'table' ? t('chartCard.table') : t('chartCard.chart')}
      </Button>
      <Menu
        position="bottom-end"
        shadow="md"
        transitionProps={{ duration: 0 }}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ActionIcon
            ref={opener}
            variant="subtle"
            size={26}
            className={styles.quiet}
            aria-label={t('chartCard.take')}
            loading={busy}
          >
            <IconDownload size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map(({ way, icon: Icon }) => (
            <Menu.Item
              key={way}
              leftSection={<Icon size={17} stroke={1.5} aria-hidden />}
              onClick={() => void went(way)}
            >
              {t(`chartCard.way.${way}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Told
        result={result}
        over={() => setResult(undefined)}
        close={() => {
          setResult(undefined);
          opener.current?.focus();
        }}
      />
    </div>
  );
}

/** What came of it, over the chart: a moment long when it went well, until it is closed when it did not. */
function Told({ result, over, close }: { result: Result | undefined; over: () => void; close: () => void }) {
  const { t } = useWords();
  const good = result === 'saved' || result === 'copied';
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(over, 5000);
    return () => clearTimeout(timer);
  });
  return (
    <div className={styles.told} data-good={good || undefined}>
      <output data-testid="taken">{result && t(`chartCard.result.${result}`)}</output>
      {result !== undefined && !good && <CloseButton size="sm" aria-label={t('close')} onClick={close} />}
    </div>
  );
}
