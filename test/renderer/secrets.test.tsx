/** A passphrase does not outlive the form that it was typed in. */
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Unlock } from '../../renderer/vault/Unlock';
import { answerWith, show } from './surface';

const library = { state: 'locked', folder: '/library', keychain: false, waitMs: 0 } as const;

test('what was asked is forgotten when the library is open', async () => {
  answerWith({ unlock: () => ({ outcome: 'open' }) });
  const known: (() => unknown[])[] = [];
  function Way() {
    const [entered, setEntered] = useState(false);
    const queries = useQueryClient();
    known.push(() => queries.getMutationCache().getAll());
    return entered ? <p>inside</p> : <Unlock library={library} demo={false} enter={() => setEntered(true)} />;
  }
  const { user } = show(<Way />);
  await user.type(screen.getByLabelText('Passphrase', { selector: 'input' }), 'fem stoler i ring{Enter}');
  await screen.findByText('inside');
  await waitFor(() => expect(known[0]?.()).toEqual([]));
});
