import { Title } from '@mantine/core';
import { useState } from 'react';
import { Moments } from '../moments/Moments';
import { useResults } from '../queries';

/** What the submitted ratings of one session say. */
export function Results({ sessionId }: { sessionId: string }) {
  const { data: results } = useResults(sessionId);
  const [item, setItem] = useState<number>();
  if (results === undefined || results === null) return null;
  return (
    <>
      <Title order={1} size="h2">
        {results.session.date}
      </Title>
      <Moments results={results} shown={results.ratings} item={item} chooseItem={setItem} />
    </>
  );
}
