/**
 * `npm run bench:pages`: the list of VMs in a real browser on a real libvirtd, with 10, 100 and 1,000 VMs, beside
 * cockpit-machines' recorded figures on the same work. Exits 1 where a goal is missed. Build first.
 */
import { chromium } from "@playwright/test";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { chromiumArguments, chromiumPath } from "@/e2e/fixtures/chromium";
import { PassdeckServer } from "@/e2e/fixtures/passdeck-server";
import { Virsh } from "@/e2e/fixtures/virsh";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "@/server/libvirt/connection";
import { unixDialer } from "@/server/libvirt/dial/unix";
import { defineDomains } from "./libvirt/domains";
import { assetSizes } from "./pages/asset-sizes";
import { measureEvents, measureFilter, measureIdle, measureNavigation } from "./pages/measure";
import { cockpitMachines as peer, type VmCount } from "./pages/peer";
import { residentMebibytes } from "./pages/process-usage";
import { VirshEvents } from "./pages/virsh-events";
import { quantile } from "./quantile";
import { atMost, type Row, report } from "./report";

/** All three, or those that are named as arguments. */
const counts = ([10, 100, 1000] as const).filter(
  (count) => process.argv.length <= 2 || process.argv.includes(String(count)),
);
const idleSeconds = 60;
const changedVms = Array.from({ length: 8 }, (_, index) => `vm000${index}`);

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
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      storageState,
      viewport: { width: 1440, height: 900 },
    });
    const { figures, page } = await measureNavigation(context, server, count);
    const changes = await measureEvents(page, new Virsh(libvirtd.uri), events, changedVms);
    const filter = await measureFilter(page);
    const { settling, idle } = await measureIdle(server, idleSeconds);
    const memory = await residentMebibytes(server.pid);
    const goal = (value: number, limit: number, unit: string) =>
      count === 1000 ? atMost(value, limit, unit) : undefined;
    const [change50, change95] = [quantile(changes, 0.5), quantile(changes, 0.95)];
    const filter95 = quantile(filter, 0.95);
    const rows: Row[] = [
      {
        name: "navigation → list complete",
        unit: "ms",
        ours: figures.complete,
        peers: [peer.navigation[count]],
        goal: goal(figures.complete, 1000, "ms"),
      },
      {
        name: "server CPU a navigation",
        unit: "s",
        ours: figures.cpu,
        peers: [peer.navigationCpu[count]],
        goal: goal(figures.cpu, 0.3, "s"),
      },
      {
        name: "elements",
        unit: "",
        ours: figures.elements,
        peers: [peer.elements[count]],
        goal: goal(figures.elements, 2500, ""),
      },
      { name: "rows in the document", unit: "", ours: figures.rows, goal: goal(figures.rows, 60, "") },
      {
        name: "libvirt event → row, p50",
        unit: "ms",
        ours: change50,
        peers: [peer.eventToRow[count]],
        goal: goal(change50, 15, "ms"),
      },
      {
        name: "libvirt event → row, p95",
        unit: "ms",
        ours: change95,
        peers: [peer.eventToRow95[count]],
        goal: goal(change95, 50, "ms"),
      },
      {
        name: "filter key → painted, p95",
        unit: "ms",
        ours: filter95,
        peers: [peer.filter[count]],
        goal: goal(filter95, 50, "ms"),
      },
      {
        name: "idle, page open, server CPU",
        unit: "s/min",
        ours: idle,
        peers: [peer.idleCpu[count]],
        goal: goal(idle, 0.1, "s"),
      },
      { name: "garbage collected after work, once", unit: "s", ours: settling },
      { name: "server memory", unit: "MiB", ours: memory },
    ];
    const met = report(`${count} VMs`, ["cockpit-machines (recorded)"], rows);
    return count === 1000 ? (await benchRoutes(page, server)) && met : met;
  } finally {
    events.stop();
    await browser.close();
    await server.stop();
    await libvirtd.stop();
  }
}

/** What each route loads, by itself in a page whose cache is as it comes. */
async function benchRoutes(
  page: Awaited<ReturnType<typeof measureNavigation>>["page"],
  server: PassdeckServer,
): Promise<boolean> {
  const firstVm = await page.locator("tr[data-key] th a").first().getAttribute("href");
  const routes = ["/", "/vms", firstVm ?? "/", "/passthrough", "/sign-in"];
  const rows: Row[] = [];
  for (const route of routes) {
    const fresh = await page.context().newPage();
    await fresh.goto(`${server.url}${route}`, { waitUntil: "networkidle" });
    const { script, style } = await assetSizes(fresh);
    await fresh.close();
    const name = route === firstVm ? "a VM" : route;
    rows.push(
      {
        name: `${name}: JavaScript, gzip`,
        unit: "kB",
        ours: script,
        goal: route === "/vms" ? atMost(script, 180, "kB") : undefined,
      },
      { name: `${name}: CSS, gzip`, unit: "kB", ours: style },
    );
  }
  return report("What a route loads", [], rows);
}

let met = true;
for (const count of counts) met = (await benchList(count)) && met;
process.exit(met ? 0 : 1);
