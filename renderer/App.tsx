import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Start } from '../preload/api';
import { Frame } from './Frame';
import { NotOpened } from './library/NotOpened';
import { newQueries } from './queries';
import { ReportChoices } from './reports/choices';
import { SettingsProvider } from './settings/useSettings';
import { cssVariables, theme } from './theme';
import { useWords } from './words/words';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

export function App({ start }: { start: Start }) {
  const [queries] = useState(newQueries);
  return (
    <QueryClientProvider client={queries}>
      <SettingsProvider initial={start.settings}>
        <Surface start={start} />
      </SettingsProvider>
    </QueryClientProvider>
  );
}

function Surface({ start }: { start: Start }) {
  const { language } = useWords();
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
        {start.library.open ? (
          <ReportChoices>
            <Frame start={start} />
          </ReportChoices>
        ) : (
          <NotOpened library={start.library} />
        )}
      </DatesProvider>
    </MantineProvider>
  );
}
