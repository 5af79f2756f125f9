/**
 * `npm run bench:pages`: the list of VMs in a real browser on a real libvirtd, with 10, 100, 1,000 and 10,000 VMs,
 * beside cockpit-machines' recorded figures on the same work (which it has up to 1,000). Exits 1 where a
 * goal is missed. With the argument "team" the server has 200 people and 10,000 shares of VMs. Build first. What routes load is told by itself by `npx playwright test e2e/route-sizes.spec.ts`.
 */
import { chromium } from "@playwright/test";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { chromiumArguments, chromiumPath } from "@/e2e/fixtures/chromium";
import { PassdeckServer } from "@/e2e/fixtures/passdeck-server";
import { Virsh } from "@/e2e/fixtures/virsh";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { openDatabase } from "@/server/database/open-database";
import { Connection } from "@/server/libvirt/connection";
import { unixDialer } from "@/server/libvirt/dial/unix";
import { defineDomains } from "./libvirt/domains";
import {
  measureEvents,
  measureFilter,
  measureIdle,
  measureNavigation,
  measureSignIn,
  viewport,
} from "./pages/measure";
import { type PeerCount, cockpitMachines as recorded } from "./pages/peer";
import { residentMebibytes } from "./pages/process-usage";
import { reportRoutes, routeSizes } from "./pages/routes";
import { VirshEvents } from "./pages/virsh-events";
import { quantile } from "./quantile";
import { atMost, type Row, report } from "./report";
import { fillWithTeam } from "./team";

const withTeam = process.argv.includes("team");
const chosen = process.argv.slice(2).filter((word) => word !== "team");
/** All, or those that are named as arguments. */
const counts = ([10, 100, 1000, 10_000] as const).filter(
  (count) => chosen.length === 0 || chosen.includes(String(count)),
);
type VmCount = (typeof counts)[number];

/** The navigation with 1,000 VMs, which that with 10,000 is compared with. */
let completeAtThousand: number | null = null;
const idleSeconds = 60;
const changedVms = Array.from({ length: 8 }, (_, index) => `vm000${index}`);

function addTeam({ dataFolder: folder }: Pick<PassdeckServer, "dataFolder">): void {
  const database = openDatabase({ folder, migrations: "server/database/migrations" });
  fillWithTeam(database);
  database.close();
}

async function benchList(count: VmCount): Promise<boolean> {
  const libvirtd = await startPrivateLibvirtd();
  const connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  await defineDomains(connection, count, 0);
  await connection.close();
  const server = await PassdeckServer.start({ libvirtUri: libvirtd.uri });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  const events = new VirshEvents(libvirtd.uri);
  try {
    const { storageState } = await makeAdministrator(server);
    if (withTeam) addTeam(server);
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      storageState,
      viewport,
    });
    const signIn = await measureSignIn(browser, server);
    const { figures, page } = await measureNavigation(context, server, count);
    if (count === 1000) completeAtThousand = figures.complete;
    const changes = await measureEvents(page, new Virsh(libvirtd.uri), events, changedVms);
    const filter = await measureFilter(page);
    // Two minutes and a half, of which nothing new comes out with more VMs.
    const quiet = count === 10_000 ? null : await measureIdle(server, idleSeconds);
    const memory = await residentMebibytes(server.pid);
    const goal = (value: number, limit: number, unit: string) =>
      count === 1000 ? atMost(value, limit, unit) : undefined;
    const peers = (figure: keyof typeof recorded) =>
      count === 10_000 ? [null] : [recorded[figure][count satisfies PeerCount]];
    const [change50, change95] = [quantile(changes, 0.5), quantile(changes, 0.95)];
    const filter95 = quantile(filter, 0.95);
    const rows: Row[] = [
      {
        name: "navigation → list complete",
        unit: "ms",
        ours: figures.complete,
        peers: peers("navigation"),
        goal: goal(figures.complete, 1000, "ms"),
      },
      { name: "navigation → rows answer", unit: "ms", ours: figures.usable },
      { name: "sign-in page, usable", unit: "ms", ours: signIn },
      {
        name: "list complete ÷ sign-in page",
        unit: "",
        ours: figures.complete / signIn,
        goal: goal(figures.complete / signIn, 1.25, ""),
      },
      { name: "rows answer ÷ sign-in page", unit: "", ours: figures.usable / signIn },
      ...(count === 10_000 && completeAtThousand !== null
        ? [
            {
              name: "list complete ÷ that of 1,000",
              unit: "",
              ours: figures.complete / completeAtThousand,
              goal: atMost(figures.complete / completeAtThousand, 2, ""),
            },
          ]
        : []),
      {
        name: "server CPU a navigation",
        unit: "s",
        ours: figures.cpu,
        peers: peers("navigationCpu"),
        goal: goal(figures.cpu, 0.3, "s"),
      },
      {
        name: "elements",
        unit: "",
        ours: figures.elements,
        peers: peers("elements"),
        goal: goal(figures.elements, 2500, ""),
      },
      { name: "rows in the document", unit: "", ours: figures.rows, goal: goal(figures.rows, 60, "") },
      {
        name: "libvirt event → row, p50",
        unit: "ms",
        ours: change50,
        peers: peers("eventToRow"),
        goal: goal(change50, 15, "ms"),
      },
      {
        name: "libvirt event → row, p95",
        unit: "ms",
        ours: change95,
        peers: peers("eventToRow95"),
        goal: goal(change95, 50, "ms"),
      },
      {
        name: "filter key → painted, p95",
        unit: "ms",
        ours: filter95,
        peers: peers("filter"),
        goal: count === 10_000 ? atMost(filter95, 100, "ms") : goal(filter95, 50, "ms"),
      },
      ...(quiet === null
        ? []
        : [
            {
              name: "idle, page open, server CPU",
              unit: "s/min",
              ours: quiet.idle,
              peers: peers("idleCpu"),
              goal: goal(quiet.idle, 0.1, "s"),
            },
            { name: "garbage collected after work, once", unit: "s", ours: quiet.settling },
          ]),
      { name: "server memory", unit: "MiB", ours: memory },
    ];
    const met = report(`${count} VMs`, ["cockpit-machines (recorded)"], rows);
    if (count !== 1000) return met;
    const firstVm = await page.locator("tr[data-key] th a").first().getAttribute("href");
    return reportRoutes(await routeSizes(context, server.url, { "a VM": firstVm ?? "/" })) && met;
  } finally {
    events.stop();
    await browser.close();
    await server.stop();
    await libvirtd.stop();
  }
}

let met = true;
for (const count of counts) met = (await benchList(count)) && met;
process.exit(met ? 0 : 1);
