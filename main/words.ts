/** The few words that native dialogs need, in both languages. */
import type { Settings } from '../preload/api.ts';

const words = {
  nb: {
    chooseLibrary: 'Velg mappen til et bibliotek',
    newLibrary: 'Velg en tom mappe for biblioteket',
    chooseRecording: 'Velg et opptak',
    relinkRecording: 'Finn opptaket igjen',
    saveCopy: 'Lagre spillbar kopi',
    playableCopy: 'spillbar kopi',
    copyUnfinished: 'En spillbar kopi er ikke ferdig. Vil du lukke likevel? Da blir den ikke laget.',
    keepingUnfinished:
      'Et opptak er på vei inn i biblioteket. Vil du lukke likevel? Da kan det fortsette neste gang biblioteket åpnes.',
    takeOut: 'Lagre en kopi som alle kan lese',
    takingOutUnfinished: 'En kopi av et opptak er ikke ferdig. Vil du lukke likevel? Da blir den ikke laget.',
    goOn: 'Gjør det ferdig',
    close: 'Lukk',
    recordings: 'Opptak (video og lyd)',
    chooseTranscript: 'Velg en transkripsjon',
    transcripts: 'Transkripsjoner (WebVTT, SRT)',
    allFiles: 'Alle filer',
    savePdf: 'Lagre som PDF',
    saveChart: 'Lagre diagrammet',
    saveNumbers: 'Lagre tallene',
    chooseTextPack: 'Velg en tekstpakke',
    exportTextPack: 'Lagre tekstpakken',
    textPacks: 'Tekstpakker',
  },
  en: {
    chooseLibrary: 'Choose the folder of a library',
    newLibrary: 'Choose an empty folder for the library',
    chooseRecording: 'Choose a recording',
    relinkRecording: 'Find the recording again',
    saveCopy: 'Save playable copy',
    playableCopy: 'playable copy',
    copyUnfinished: 'A playable copy is not finished. Close all the same? It will not be made then.',
    keepingUnfinished:
      'A recording is on its way into the library. Close all the same? It can go on the next time the library is opened.',
    takeOut: 'Save a copy that anybody can read',
    takingOutUnfinished:
      'A copy of a recording is not finished. Close all the same? It will not be made then.',
    goOn: 'Let it finish',
    close: 'Close',
    recordings: 'Recordings (video and audio)',
    chooseTranscript: 'Choose a transcript',
    transcripts: 'Transcripts (WebVTT, SRT)',
    allFiles: 'All files',
    savePdf: 'Save as PDF',
    saveChart: 'Save the chart',
    saveNumbers: 'Save the numbers',
    chooseTextPack: 'Choose a text pack',
    exportTextPack: 'Save the text pack',
    textPacks: 'Text packs',
  },
} as const satisfies Record<Settings['language'], Record<string, string>>;

export const wordsIn = (language: Settings['language']) => words[language];
