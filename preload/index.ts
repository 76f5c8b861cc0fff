/** The bridge: one function for each call of the contract, and nothing else of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { calls, droppedChannel, transcriptDroppedChannel } from './api.ts';

const bridge = Object.fromEntries(
  calls.map((call) => [call, (argument: unknown) => ipcRenderer.invoke(call, argument)]),
);

contextBridge.exposeInMainWorld('api', {
  ...bridge,
  // The path is read here, from a file that a person dropped: the page can neither see nor invent one.
  linkDropped: (file: File) => ipcRenderer.invoke(droppedChannel, webUtils.getPathForFile(file)),
  transcriptDropped: ({ sessionId, file }: { sessionId: string; file: File }) =>
    ipcRenderer.invoke(transcriptDroppedChannel, { sessionId, path: webUtils.getPathForFile(file) }),
});
