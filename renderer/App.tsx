import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Start } from '../preload/api';
import { ask } from './ask';
import { Frame } from './Frame';
import { newQueries } from './queries';
import { ReportChoices } from './reports/choices';
import { SettingsProvider } from './settings/useSettings';
import { cssVariables, theme } from './theme';
import { Entrance } from './vault/Entrance';
import { useLocking } from './vault/useLocking';
import { useWords } from './words/words';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

export function App({ start: atFirst }: { start: Start }) {
  const [queries] = useState(newQueries);
  const [start, setStart] = useState(atFirst);
  const startAgain = () => void ask('start').then(setStart);
  return (
    <QueryClientProvider client={queries}>
      <SettingsProvider initial={start.settings}>
        <Surface start={start} startAgain={startAgain} />
      </SettingsProvider>
    </QueryClientProvider>
  );
}

function Surface({ start, startAgain }: { start: Start; startAgain: () => void }) {
  const { language } = useWords();
  useLocking();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      // The main process sets the window's own colour scheme from the settings; the surface follows it.
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        <Notifications position="bottom-right" />
        {start.library.state === 'open' && start.library.step === null ? (
          <ReportChoices>
            <Frame start={start} />
          </ReportChoices>
        ) : (
          <Entrance library={start.library} demo={start.demo} enter={startAgain} />
        )}
      </DatesProvider>
    </MantineProvider>
  );
}
