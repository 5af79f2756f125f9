import type { Logger } from "pino";
import { RecentEvents } from "../rest/events/recent-events";
import { Idempotency } from "../rest/idempotency";
import type { Settings } from "../settings";
import type { Services } from "../work/services";
import { apiSocketRoute } from "./api-socket";
import { WrongKeys } from "./bearer";
import { keyPairFor } from "./certificate";
import { Guard } from "./guard";
import type { GuestDoor } from "./guest-door";
import { type Listener, listen } from "./listener";
import type { SocketLimits } from "./open-sockets";
import { OpenTransfers } from "./open-transfers";
import type { Pages } from "./pages";
import { createRequestHandler } from "./request-handler";
import { EventStreams } from "./rest/event-streams";
import { serverUrls } from "./server-urls";
import type { StaticFiles } from "./static-files";
import { StrangerLimits } from "./stranger-limits";
import { createUpgradeDispatcher, type UpgradeRoutes } from "./upgrade";

export interface WebServerOptions {
  settings: Settings;
  services: Services;
  files: StaticFiles;
  pages: Pages;
  log: Logger;
  /** WebSockets beside the API's own, by path. */
  routes: Omit<UpgradeRoutes, "/ws/trpc">;
  /** Those for who has a console's link and no account. */
  guests: GuestDoor;
  socketLimits?: SocketLimits;
  /** What Passdecks that stand by show; null where there are none. */
  standbySecret?: string | null;
}

export interface WebServer {
  /** Where browsers find it, the best address first. */
  urls: [string, ...string[]];
  /** As PEM; null without TLS. */
  certificate: string | null;
  /** Tells all sockets, waits for calls under way, and after `graceMs` cuts what is left. */
  stop(graceMs: number): Promise<void>;
}

const certificateCheckMs = 12 * 3_600_000;

/** Opens the port and serves everything behind it: pages, API, WebSockets. */
export async function openWebServer(options: WebServerOptions): Promise<WebServer> {
  const {
    settings,
    services,
    files,
    pages,
    log,
    routes,
    guests,
    socketLimits,
    standbySecret = null,
  } = options;
  const { access } = services;
  const guard = new Guard({ access, ...settings, standbySecret });
  const dispatcher = createUpgradeDispatcher(
    { "/ws/trpc": apiSocketRoute({ services, log }), ...routes },
    { access, guard, log, guests, ...(socketLimits ? { limits: socketLimits } : {}) },
  );
  const transfers = new OpenTransfers(access);
  const recentEvents = new RecentEvents(services);
  const strictTransport = settings.tls.kind === "files";
  const keyPair = await keyPairFor(settings);
  const listener = await listen({
    host: settings.host,
    port: settings.port,
    keyPair,
    guard,
    onRequest: createRequestHandler({
      services,
      transfers,
      idempotency: new Idempotency(services.idempotentAnswers),
      streams: new EventStreams(transfers),
      recentEvents,
      strangers: new StrangerLimits(),
      wrongKeys: new WrongKeys(services.keys, services.audit),
      guard,
      files,
      pages,
      log,
      strictTransport,
    }),
    onUpgrade: dispatcher.handle,
  });
  const renewal = renewCertificate(settings, listener, log);
  return {
    urls: serverUrls({ host: settings.host, port: listener.address.port, secure: keyPair !== null }),
    certificate: keyPair?.cert ?? null,
    async stop(graceMs) {
      clearInterval(renewal);
      recentEvents.stop();
      transfers.close();
      await Promise.all([listener.close(graceMs), dispatcher.close()]);
    },
  };
}

/** Looks again for new addresses, an end in sight, and files that were replaced. */
function renewCertificate(settings: Settings, listener: Listener, log: Logger): NodeJS.Timeout {
  const renew = async () => {
    try {
      const keyPair = await keyPairFor(settings);
      if (keyPair) listener.setKeyPair(keyPair);
    } catch (err) {
      log.error({ err }, "the certificate could not be renewed; the old one stays in use");
    }
  };
  return setInterval(renew, certificateCheckMs).unref();
}
