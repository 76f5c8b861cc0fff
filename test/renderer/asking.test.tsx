import { notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ask, linkDropped, NotAnswered, type Reason } from '../../renderer/ask';
import { newQueries, tell, useLibrary, useRefresh } from '../../renderer/queries';
import { NotOpened } from '../../renderer/vault/NotOpened';
import en from '../../renderer/words/en.json';
import nb from '../../renderer/words/nb.json';
import { answerWith, emptyLibrary, inLanguage, show } from './surface';

const unopened = ['newer', 'damaged', 'notADatabase', 'unwritable', 'full', 'locked'] as const;
const reasons: readonly Reason[] = [...unopened, 'submitted', 'notYours', 'gone'];
const catalogues = { nb, en };

beforeEach(async () => {
  notifications.clean();
  await inLanguage('en');
});

describe('asking the main process', () => {
  test('gives the answer', async () => {
    const asked = answerWith({ library: () => emptyLibrary, undo: () => ({ found: true }) });
    expect(await ask('library')).toEqual(emptyLibrary);
    expect(await ask('undo', 'id')).toEqual({ found: true });
    expect(asked).toEqual([
      { name: 'library', argument: undefined },
      { name: 'undo', argument: 'id' },
    ]);
  });

  test.each(reasons)('throws what the record could not take, with the reason %s', async (reason) => {
    vi.stubGlobal('api', {
      undo: async () => ({ ok: false, reason }),
      linkDropped: async () => ({ ok: false, reason }),
    });
    for (const asking of [ask('undo', 'id'), linkDropped(new File([], 'a.mp4'))]) {
      const thrown = await asking.catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(NotAnswered);
      expect(thrown).toMatchObject({ reason });
    }
  });

  test('throws a bug as it came', async () => {
    vi.stubGlobal('api', { undo: async () => Promise.reject(new Error('malformed question: undo')) });
    await expect(ask('undo', 'id')).rejects.toThrow('malformed question: undo');
  });
});

describe('what was not done', () => {
  test.each(reasons.flatMap((reason) => [[reason, 'nb'] as const, [reason, 'en'] as const]))(
    'because of %s is told in %s',
    async (reason, language) => {
      await inLanguage(language);
      show(<p />);
      tell(new NotAnswered(reason));
      expect(await screen.findByText(catalogues[language].failure[reason])).toBeDefined();
      expect(screen.getByText(catalogues[language].failure.title)).toBeDefined();
    },
  );

  test('because of a bug is told without its inner words', async () => {
    show(<p />);
    tell(new Error('SQLITE_MISUSE at line 7'));
    expect(await screen.findByText(en.failure.bug)).toBeDefined();
    expect(screen.queryByText(/SQLITE/)).toBeNull();
  });

  test('is told once, although it happens again and again', async () => {
    show(<p />);
    for (let time = 0; time < 5; time += 1) tell(new NotAnswered('full'));
    expect(await screen.findAllByText(en.failure.full)).toHaveLength(1);
  });

  test('is told of a question that nobody waits for', async () => {
    vi.stubGlobal('api', { library: async () => ({ ok: false, reason: 'damaged' }) });
    function Asking() {
      useLibrary();
      return null;
    }
    show(<Asking />);
    await waitFor(() => expect(screen.getByText(en.failure.damaged)).toBeDefined());
  });
});

describe('a library that was not opened', () => {
  test.each(unopened.flatMap((reason) => [[reason, 'nb'] as const, [reason, 'en'] as const]))(
    'because of %s says so in %s, where it lies, and that nothing was changed',
    async (reason, language) => {
      await inLanguage(language);
      const words = catalogues[language].notOpened;
      show(
        <NotOpened
          library={{ state: 'notOpened', reason, folder: '/home/ingrid/library' }}
          enter={() => {}}
        />,
      );
      expect(await screen.findByRole('heading', { name: words.title })).toBeDefined();
      expect(screen.getByText(words[reason])).toBeDefined();
      expect(screen.getByText(words.nothingLost)).toBeDefined();
      expect(screen.getByText('/home/ingrid/library')).toBeDefined();
    },
  );
});

describe('what another could see', () => {
  test('is gone once somebody else sits there, also where it is not on the screen now', async () => {
    const queries = newQueries();
    const key = ['results', 'session'];
    queries.setQueryData(key, { ratings: ['hidden from the next'] });
    const { result } = renderHook(useRefresh, {
      wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
    });
    await result.current();
    expect(queries.getQueryData(key)).toBeUndefined();
  });
});
