/** The few words that native dialogs need, in both languages. */
import type { Settings } from '../preload/api.ts';

const words = {
  nb: {
    chooseLibrary: 'Velg mappen til et bibliotek',
    newLibrary: 'Velg en tom mappe for biblioteket',
    chooseBackupPlace: 'Velg hvor sikkerhetskopien skal ligge',
    backupTitle: 'MBT-G Rater sikkerhetskopi',
    chooseRecording: 'Velg et opptak',
    relinkRecording: 'Finn opptaket igjen',
    saveCopy: 'Lagre spillbar kopi',
    playableCopy: 'spillbar kopi',
    copyUnfinished: 'En spillbar kopi er ikke ferdig. Brytes den av nå, blir den ikke laget.',
    backupUnfinished:
      'En sikkerhetskopi til et annet sted er ikke ferdig. Brytes den av nå, blir den ikke laget.',
    keepingUnfinished:
      'Et opptak er på vei inn i biblioteket. Brytes det av nå, kan det fortsette neste gang biblioteket åpnes.',
    takeOut: 'Lagre en kopi som alle kan lese',
    takingOutUnfinished: 'En kopi av et opptak er ikke ferdig. Brytes den av nå, blir den ikke laget.',
    closeAnyway: 'Vil du lukke likevel?',
    lockAnyway: 'Vil du låse likevel?',
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
    lock: 'Lås',
    brokeDown: 'Vinduet har stoppet tre ganger på ett minutt',
    brokeDownDetail:
      'Alt som var lagret, er trygt. Prøv igjen, eller avslutt og start programmet på nytt. Stopper det på samme sted igjen, hjelper det ofte å starte maskinen på nytt.',
    tryAgain: 'Prøv igjen',
    quit: 'Avslutt',
    hangs: 'Vinduet svarer ikke',
    hangsDetail:
      'Du kan vente litt, eller starte vinduet på nytt. Da kommer du tilbake der du var; alt som var lagret, er trygt.',
    wait: 'Vent',
    startAgain: 'Start vinduet på nytt',
  },
  en: {
    chooseLibrary: 'Choose the folder of a library',
    newLibrary: 'Choose an empty folder for the library',
    chooseBackupPlace: 'Choose where to put the backup',
    backupTitle: 'MBT-G Rater backup',
    chooseRecording: 'Choose a recording',
    relinkRecording: 'Find the recording again',
    saveCopy: 'Save playable copy',
    playableCopy: 'playable copy',
    copyUnfinished: 'A playable copy is not finished. If it is broken off now, it will not be made.',
    backupUnfinished:
      'A backup to another place is not finished. If it is broken off now, it will not be made.',
    keepingUnfinished:
      'A recording is on its way into the library. If it is broken off now, it can go on the next time the library is opened.',
    takeOut: 'Save a copy that anybody can read',
    takingOutUnfinished:
      'A copy of a recording is not finished. If it is broken off now, it will not be made.',
    closeAnyway: 'Close all the same?',
    lockAnyway: 'Lock all the same?',
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
    lock: 'Lock',
    brokeDown: 'The window stopped three times in a minute',
    brokeDownDetail:
      'Everything that was saved is safe. Try again, or quit and start the program anew. If it stops in the same place, restarting the machine often helps.',
    tryAgain: 'Try again',
    quit: 'Quit',
    hangs: 'The window does not answer',
    hangsDetail:
      'You can wait a little, or start the window again. It comes back where you were; everything that was saved is safe.',
    wait: 'Wait',
    startAgain: 'Start the window again',
  },
} as const satisfies Record<Settings['language'], Record<string, string>>;

export const wordsIn = (language: Settings['language']) => words[language];
