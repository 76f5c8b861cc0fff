/** The bridge: one function for each call of the contract, and nothing else of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { calls, droppedChannel, told, transcriptDroppedChannel } from './api.ts';

const bridge = Object.fromEntries(
  calls.map((call) => [call, (argument: unknown) => ipcRenderer.invoke(call, argument)]),
);

contextBridge.exposeInMainWorld('api', {
  ...bridge,
  on: (name: string, listener: (value: unknown) => void) => {
    // No other channel can be listened to.
    if (!told.includes(name)) throw new Error('nobody tells this');
    const heard = (_event: unknown, value: unknown) => listener(value);
    ipcRenderer.on(name, heard);
    return () => ipcRenderer.off(name, heard);
  },
  // The path is read here, from a file that a person dropped: the page can neither see nor invent one.
  linkDropped: (file: File) => ipcRenderer.invoke(droppedChannel, webUtils.getPathForFile(file)),
  transcriptDropped: ({ sessionId, file }: { sessionId: string; file: File }) =>
    ipcRenderer.invoke(transcriptDroppedChannel, { sessionId, path: webUtils.getPathForFile(file) }),
});
