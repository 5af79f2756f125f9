import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "@/server/libvirt/connection";
import { parseLibvirtUri } from "@/server/libvirt/uri";
import { EventLoopGap } from "./event-loop-gap";
import { type Contender, stateCalls, type Work, works } from "./libvirt/contender";
import { defineDomains } from "./libvirt/domains";
import { Ours } from "./libvirt/ours";
import { Python } from "./libvirt/python";
import { Virsh } from "./libvirt/virsh";
import { median } from "./quantile";
import { atMost, atMostOfPeer, type Row, report } from "./report";

const domains = 1000;
const active = 20;
/** Ours and python-libvirt take turns, so that what else the machine does meets both. */
const rounds = 25;
/** virsh is slower by so much that a few rounds show it. */
const virshRounds = 3;

interface Figures {
  ours: number[];
  python: number[];
  virsh: number[];
}

async function main(): Promise<void> {
  const libvirtd = await startPrivateLibvirtd();
  try {
    console.log(`defining ${domains} domains, ${active} of them active …`);
    const names = await prepare(libvirtd.uri);
    const contenders = { ours: await Ours.connect(libvirtd.uri), python: new Python(libvirtd.uri) };
    const virsh = new Virsh(libvirtd.uri, names);
    const rows: Row[] = [];
    const gaps: number[] = [];
    for (const work of works) rows.push(row(work, await measure(work, contenders, virsh, gaps)));
    const longest = Math.max(...gaps);
    rows.push({ name: "longest event-loop gap", unit: "ms", ours: longest, goal: atMost(longest, 20, "ms") });
    if (!report(`libvirt, ${domains} domains, medians`, ["python", "virsh"], rows)) process.exitCode = 1;
    for (const contender of Object.values(contenders)) await contender.close();
  } finally {
    await libvirtd.stop();
  }
}

async function prepare(uri: string): Promise<string[]> {
  const target = parseLibvirtUri(uri);
  const connection = await Connection.open(target.dialer, target.uri);
  await defineDomains(connection, domains, active);
  const list = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
  await connection.close();
  return list.domains.map(({ name }) => name);
}

async function measure(
  work: Work,
  { ours, python }: { ours: Contender; python: Contender },
  virsh: Contender,
  gaps: number[],
): Promise<Figures> {
  const figures: Figures = { ours: [], python: [], virsh: [] };
  for (const contender of [ours, python]) await contender.run(work);
  for (let round = 0; round < rounds; round += 1) {
    const gap = new EventLoopGap();
    gap.start();
    figures.ours.push(await ours.run(work));
    gaps.push(gap.stop());
    figures.python.push(await python.run(work));
  }
  for (let round = 0; round < virshRounds; round += 1) figures.virsh.push(await virsh.run(work));
  return figures;
}

const names: Record<Work, string> = {
  "list-state-xml": `list, state and XML of ${domains}`,
  list: `list of ${domains}`,
  statistics: `all statistics of ${domains}`,
  sequence: `${stateCalls} getState in sequence`,
  "at-once": `${stateCalls} getState at once`,
};

/** How much of python-libvirt's time ours may take. */
function share(work: Work): number {
  return work === "list-state-xml" ? 0.7 : 1;
}

function row(work: Work, figures: Figures): Row {
  const [ours, python, virsh] = [median(figures.ours), median(figures.python), median(figures.virsh)];
  const goal = atMostOfPeer(ours, python, share(work));
  return { name: names[work], unit: "ms", ours, peers: [python, virsh], goal };
}

await main();
