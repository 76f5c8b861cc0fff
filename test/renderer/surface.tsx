/** Shows a component as the program does, over an invented main process. */
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { type Api, type Bridge, calls, type Library, type Settings } from '../../preload/api';
import { newQueries } from '../../renderer/queries';
import { SettingsProvider } from '../../renderer/settings/useSettings';
import { usualSettings } from '../fixtures/settings';

export const emptyLibrary: Library = {
  sessions: 0,
  waiting: 0,
  groups: [],
  therapists: [],
  raters: [],
  viewerId: undefined,
};

type Answers = {
  [Name in keyof Api]?: (...argument: Parameters<Api[Name]>) => Awaited<ReturnType<Api[Name]>>;
};

/** Answers the calls of the contract; one without an answer is refused, as a bug is. Returns what was asked. */
export function answerWith(answers: Answers): { name: string; argument: unknown }[] {
  const asked: { name: string; argument: unknown }[] = [];
  const bridge = Object.fromEntries(
    calls.map((name) => [
      name,
      async (argument: unknown) => {
        asked.push({ name, argument });
        // The table is typed by name; here the name is only known while the test runs.
        const answer = answers[name as keyof Api] as ((argument: unknown) => unknown) | undefined;
        if (answer === undefined) throw new Error(`nobody answers ${name}`);
        return { ok: true, value: answer(argument) };
      },
    ]),
  );
  const on: Bridge['on'] = () => () => {};
  vi.stubGlobal('api', { ...bridge, on });
  return asked;
}

export async function inLanguage(language: 'nb' | 'en'): Promise<void> {
  await i18next.changeLanguage(language);
}

export function show(component: ReactElement, settings: Settings = usualSettings) {
  const surface = (inner: ReactElement) => (
    <QueryClientProvider client={newQueries()}>
      <SettingsProvider initial={settings}>
        <MantineProvider env="test">
          <DatesProvider settings={{ locale: 'en', firstDayOfWeek: 1 }}>
            <Notifications />
            {inner}
          </DatesProvider>
        </MantineProvider>
      </SettingsProvider>
    </QueryClientProvider>
  );
  const user = userEvent.setup();
  const shown = render(surface(component));
  return { user, ...shown };
}
