import type { Pages } from "../http/pages";
import { StaticFiles } from "../http/static-files";
import { openWebServer } from "../http/web-server";
import { consoleViewer } from "../work/console/console-viewer";
import { guestDoor } from "../work/console/guest-door";
import type { Services } from "../work/services";
import type { Opening } from "./opening";

/** How long calls under way may take to end when the server stops. */
const graceMs = 10_000;

/** The door for browsers and programs: from then on somebody may come. */
export async function openDoor(
  { settings, log, closers }: Opening,
  services: Services,
  pages: Pages,
  root: string,
  standbySecret: string | null,
) {
  const { consoles, graphicalConsoles, watchableVms, jobs } = services;
  const web = await openWebServer({
    settings,
    services,
    pages,
    files: new StaticFiles(root),
    log: log.child({ room: "http" }),
    routes: {
      "/ws/console": {
        takesTicket: true,
        accept: (socket, { session, remoteAddress }) =>
          consoles.accept(socket, consoleViewer(session, remoteAddress, watchableVms)),
      },
      "/ws/graphical": {
        takesTicket: true,
        accept: (socket, { session, remoteAddress }) =>
          graphicalConsoles.accept(socket, consoleViewer(session, remoteAddress, watchableVms)),
      },
    },
    guests: guestDoor(services),
    standbySecret,
  });
  closers.push(
    () => Promise.all([web.stop(graceMs), jobs.stop()]),
    () => consoles.close(),
    () => graphicalConsoles.close(),
  );
  return web;
}
