import {
  IconBooks,
  IconCertificate,
  IconChartLine,
  IconLock,
  IconScale,
  IconSettings,
} from '@tabler/icons-react';
import type { Start } from '../preload/api';
import { Agreement } from './agreement/Agreement';
import { Attempt } from './attempt/Attempt';
import { CertificatePage } from './certificates/CertificatePage';
import { CheckCertificate } from './certificates/CheckCertificate';
import { Comparison } from './comparison/Comparison';
import { Consensus } from './consensus/Consensus';
import { ConversionStrip } from './convert/ConversionStrip';
import { ConversionProvider } from './convert/useConversion';
import styles from './Frame.module.css';
import { KeepStrip } from './keep/KeepStrip';
import { KeepingProvider } from './keep/useKeeping';
import { DropTarget } from './library/DropTarget';
import { Library } from './library/Library';
import { type LibraryView, useLibraryView } from './library/useLibraryView';
import { Viewer } from './library/Viewer';
import { hashOf, type Place, usePlace } from './place';
import { useKeys } from './player/useKeys';
import { NewProgramme } from './programmes/NewProgramme';
import { Programme } from './programmes/Programme';
import { Programmes } from './programmes/Programmes';
import { Progress } from './progress/Progress';
import { Desk } from './rating/Desk';
import { ProgressReport } from './reports/ProgressReport';
import { SessionReport } from './reports/SessionReport';
import { Results } from './results/Results';
import { Safety } from './safety/Safety';
import { useBackupNews } from './safety/useBackups';
import { Session } from './session/Session';
import { Settings } from './settings/Settings';
import { Site } from './settings/Site';
import { lockByHand, useLockKey } from './vault/useLockKey';
import { Away } from './warnings/Away';
import { Warnings } from './warnings/Warnings';
import { useWords } from './words/words';

/** The places, with the way between them. The desk has the whole window to itself. */
export function Frame({ start }: { start: Start }) {
  const place = usePlace();
  const libraryView = useLibraryView();
  useLockKey();
  useBackupNews();
  return (
    <DropTarget>
      <ConversionProvider>
        <KeepingProvider>
          <div className={styles.window}>
            <div>
              <Away />
            </div>
            {place.name === 'rate' ? (
              <Desk key={place.ratingId} ratingId={place.ratingId} atMs={place.atMs} />
            ) : (
              <div className={styles.frame}>
                <Navigation place={place} demo={start.demo} />
                {/* Each place begins at its top. */}
                <main key={place.name} className={styles.place}>
                  <Content place={place} start={start} libraryView={libraryView} />
                </main>
              </div>
            )}
            <div>
              <ConversionStrip />
              <KeepStrip />
              {place.name !== 'rate' && <Warnings />}
            </div>
          </div>
        </KeepingProvider>
      </ConversionProvider>
    </DropTarget>
  );
}

type Shown = { place: Exclude<Place, { name: 'rate' }>; start: Start; libraryView: LibraryView };

function Content({ place, start, libraryView }: Shown) {
  switch (place.name) {
    case 'library':
      return <Library view={libraryView} />;
    case 'session':
      return <Session key={place.sessionId} sessionId={place.sessionId} />;
    case 'progress':
      return <Progress subject={place.subject} view={place.view} filters={place.filters} />;
    case 'agreement':
      return <Agreement view={place.view} scope={place.scope} />;
    case 'consensus':
      return <Consensus key={place.ratingId} ratingId={place.ratingId} />;
    case 'programmes':
      return <Programmes />;
    case 'newProgramme':
      return <NewProgramme />;
    case 'programme':
      return <Programme key={place.programmeId} programmeId={place.programmeId} view={place.view} />;
    case 'comparison':
      return <Comparison key={place.assignmentId} assignmentId={place.assignmentId} />;
    case 'attempt':
      return (
        <Attempt
          key={`${place.enrolmentId} ${place.attempt}`}
          enrolmentId={place.enrolmentId}
          attempt={place.attempt}
        />
      );
    case 'results':
      return <Results key={place.sessionId} sessionId={place.sessionId} />;
    case 'report':
      return <SessionReport key={place.sessionId} sessionId={place.sessionId} version={start.version} />;
    case 'progressReport':
      return (
        <ProgressReport key={place.therapistId} therapistId={place.therapistId} version={start.version} />
      );
    case 'certificate':
      return <CertificatePage key={place.certificateId} certificateId={place.certificateId} />;
    case 'checkCertificate':
      return <CheckCertificate />;
    case 'settings':
      return <Settings version={start.version} />;
    case 'site':
      return <Site />;
    case 'safety':
      return <Safety folder={'folder' in start.library ? start.library.folder : ''} part={place.part} />;
    default:
      return place satisfies never;
  }
}

const ways = [
  { name: 'library', icon: IconBooks, to: { name: 'library' } },
  { name: 'progress', icon: IconChartLine, to: { name: 'progress', subject: undefined, view: 'time' } },
  { name: 'agreement', icon: IconScale, to: { name: 'agreement', view: 'table' } },
  { name: 'programmes', icon: IconCertificate, to: { name: 'programmes' } },
  { name: 'settings', icon: IconSettings, to: { name: 'settings' } },
] as const satisfies { name: string; icon: unknown; to: Place }[];

const wayOf: Readonly<Record<Place['name'], (typeof ways)[number]['name']>> = {
  library: 'library',
  session: 'library',
  rate: 'library',
  results: 'library',
  consensus: 'library',
  report: 'library',
  progress: 'progress',
  progressReport: 'progress',
  agreement: 'agreement',
  programmes: 'programmes',
  newProgramme: 'programmes',
  programme: 'programmes',
  certificate: 'programmes',
  checkCertificate: 'programmes',
  comparison: 'programmes',
  attempt: 'programmes',
  settings: 'settings',
  site: 'settings',
  safety: 'settings',
};

function Navigation({ place, demo }: { place: Place; demo: boolean }) {
  const { t } = useWords();
  const { withKey } = useKeys();
  const here = wayOf[place.name];
  return (
    <nav className={styles.navigation} aria-label={t('places.label')}>
      <div className={styles.product}>
        <img src="./icon.png" width={28} height={28} alt="" />
        {t('product')}
      </div>
      {ways.map(({ name, icon: Icon, to }) => (
        <a
          key={name}
          href={hashOf(to)}
          className={styles.way}
          aria-current={here === name ? 'page' : undefined}
        >
          <Icon size={18} stroke={1.8} aria-hidden />
          {t(`places.${name}`)}
        </a>
      ))}
      <div className={styles.foot}>
        <Viewer />
        <button
          type="button"
          className={styles.lock}
          title={withKey(t('lock.now'), 'lockLibrary')}
          onClick={lockByHand}
        >
          <IconLock size={18} stroke={1.8} aria-hidden />
          {t('lock.button')}
        </button>
        {demo && <p className={styles.demo}>{t('demo')}</p>}
      </div>
    </nav>
  );
}
