/** What Chromium would do of its own accord, and what it is told instead. Before the app is ready. */
import type { App } from 'electron';

/** Electron leaves most of these out already; which ones is its own affair, and may change with a version. */
const off = [
  // Lists, models and fixes that a browser fetches for itself.
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'CertificateTransparencyComponentUpdater',
  'AutofillServerCommunication',
  'Translate',
  // Devices in the house: asked for by multicast.
  'MediaRouter',
  'DialMediaRouteProvider',
  'CastMediaRouteProvider',
  // What a page may have sent later, or from somewhere else.
  'Reporting',
  'NetworkErrorLogging',
  'BackgroundFetch',
  'FedCm',
  'DnsOverHttps',
];

export function quietChromium({ commandLine }: App): void {
  // Nothing is ever looked up: no name resolves, so not even a look-up leaves the machine.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Not even to find out whether there is a proxy, or through the one that the machine names.
  commandLine.appendSwitch('no-proxy-server');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-quic',
    'dns-prefetch-disable',
    'no-pings',
    'metrics-recording-only',
    // A dump of a crash holds what was in memory: none is made, and none is sent.
    'disable-breakpad',
    'disable-crash-reporter',
    // What was drawn is not to be guessed from what lies in a cache.
    'disable-gpu-shader-disk-cache',
    'disable-http-cache',
    // What a page could ask of the house or of a service far away.
    'disable-remote-playback-api',
    'disable-speech-api',
    'disable-notifications',
  ])
    commandLine.appendSwitch(name);
  commandLine.appendSwitch('disable-features', off.join(','));
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}
