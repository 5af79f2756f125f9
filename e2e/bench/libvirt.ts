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
const rounds: Record<Work, number> = {
  "list-state-xml": 25,
  list: 100,
  statistics: 25,
  sequence: 150,
  "at-once": 150,
};
/** Until both run at the speed that they keep. */
const warmUps = 15;
/** Rounds of ours that watch the event loop, apart from those that are timed: watching wakes it up. */
const gapRounds = 9;
/** virsh is slower by so much that a few rounds show it. */
const virshRounds = 3;
/** By how much two series of the same contender differ: within it nobody is slower. */
const noise = 0.05;

interface Figures {
  ours: number[];
  python: number[];
  virsh: number[];
  /** The longest event-loop gap of each round. */
  gaps: number[];
}

async function main(): Promise<void> {
  const libvirtd = await startPrivateLibvirtd();
  try {
    console.log(`defining ${domains} domains, ${active} of them active …`);
    const names = await prepare(libvirtd.uri);
    const contenders = { ours: await Ours.connect(libvirtd.uri), python: new Python(libvirtd.uri) };
    const virsh = new Virsh(libvirtd.uri, names);
    const rows: Row[] = [];
    let longest = 0;
    for (const work of works) {
      const figures = await measure(work, contenders, virsh);
      rows.push(row(work, figures));
      longest = Math.max(longest, median(figures.gaps));
    }
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
): Promise<Figures> {
  const figures: Figures = { ours: [], python: [], virsh: [], gaps: [] };
  await times(warmUps, async () => {
    await ours.run(work);
    await python.run(work);
  });
  await times(rounds[work], async () => {
    figures.ours.push(await ours.run(work));
    figures.python.push(await python.run(work));
  });
  await times(virshRounds, async () => {
    figures.virsh.push(await virsh.run(work));
  });
  await times(gapRounds, async () => {
    const gap = new EventLoopGap();
    gap.start();
    await ours.run(work);
    figures.gaps.push(gap.stop());
  });
  return figures;
}

async function times(count: number, work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < count; round += 1) await work();
}

const names: Record<Work, string> = {
  "list-state-xml": `list, state and XML of ${domains}`,
  list: `list of ${domains}`,
  statistics: `all statistics of ${domains}`,
  sequence: `${stateCalls} getState in sequence`,
  "at-once": `${stateCalls} getState at once`,
};

/** How much of python-libvirt's time ours may take. One call after the other takes what the daemon takes: the same. */
const shares: Record<Work, number> = {
  "list-state-xml": 0.7,
  list: 1,
  statistics: 1,
  sequence: 1 + noise,
  "at-once": 1,
};

function row(work: Work, figures: Figures): Row {
  const [ours, python, virsh] = [median(figures.ours), median(figures.python), median(figures.virsh)];
  const goal = atMostOfPeer(ours, python, shares[work]);
  return { name: names[work], unit: "ms", ours, peers: [python, virsh], goal };
}

await main();
