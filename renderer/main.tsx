import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './styles.css';
import 'dayjs/locale/nb';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { ask } from './ask';
import { watchLengths } from './tooLong';
import { startWords } from './words/words';

const start = await ask('start');
await startWords(start.settings.language);
document.documentElement.lang = start.settings.language;
watchLengths(document);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App start={start} />);
