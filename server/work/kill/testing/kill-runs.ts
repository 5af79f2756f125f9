import { setImmediate } from "node:timers/promises";
import { fuzzSeed } from "@/server/setup/fuzz-seed.mjs";
import type { Job } from "../../../job/job.schema";
import type { JobSpec } from "../../../job/jobs";
import { unifiedDiff } from "../../../xml/unified-diff";
import type { KillWorld } from "./kill-world";
import type { Rooms } from "./rooms";
import type { Life } from "./victims";
import { sortedDevices, type WholeWorld } from "./whole-world";

export const choices = ["finish", "undo"] as const;
type Choice = (typeof choices)[number];

/** What came of the kills of one job. */
export interface KillRuns {
  /** How many effects the job has, each of them a point at which it may be killed. */
  points: number;
  /** How many times a process was killed. */
  kills: number;
  /** What was not as it should be, a line each. */
  problems: string[];
}

/**
 * `npm run fuzz` kills a job after each of its effects, and each time the next server finishes it once and undoes it once.
 * `npm test` has less time: it tries so many of the effects that are waited for, and where more than so many are tried, the
 * two are chosen in turn.
 */
const { waitedFor, withBoth } =
  fuzzSeed() === null ? { waitedFor: 4, withBoth: 4 } : { waitedFor: Infinity, withBoth: Infinity };

/** On a machine that has other things to do; milliseconds. */
export const killTimeoutMs = 1_200_000;

export interface KillOptions {
  /** Makes everything as it was, where it takes more than giving definitions back and taking away what is new. */
  reset?(): Promise<unknown>;
  /** Its job deletes what can't be brought back. What is not as before once it was undone, the job has to name. */
  destructive?: boolean;
  /** Names of what is gone for good once the job is undone: there is no way back to it. */
  lost?: RegExp;
  /** How a job ends that is finished by the next server. Default: done. */
  finished?: "done" | "undone";
  /** Looks at what the next server keeps once it has finished or undone the job; a line for each thing that is not as it should be. */
  kept?(rooms: Rooms, isDone: boolean): string[];
}

/**
 * Has a job killed after its effects, one life each, and both finished and undone by the next server. Everything that
 * libvirt holds then has to be as it is after the job, or as before it.
 */
export async function killEverywhere(
  world: KillWorld,
  spec: JobSpec,
  {
    reset = async () => undefined,
    destructive = false,
    lost,
    finished: end = "done",
    kept,
  }: KillOptions = {},
): Promise<KillRuns> {
  world.isKilled(spec.kind);
  const before = await world.look();
  const putBack = async () => {
    await world.restore(before);
    await reset();
  };
  const killOnce = async (at: number, effect: string, choice: Choice): Promise<string[]> => {
    await putBack();
    const spoilt = differences(await world.look(), before, "put back");
    const what = `killed after ${at}, “${effect}”, ${choice}`;
    const [found, unkept] = await world.withState(async (folder) => {
      const job = await killAndChoose(world, { folder, spec, at, choice });
      const look = async (rooms: Rooms) => kept?.(rooms, job === null || job.state === "done") ?? [];
      return [job, (await world.takeOver(folder, look)).map((one) => `${what}: ${one}`)] as const;
    });
    const now = await world.look();
    if (destructive && choice === "undo" && found?.state === "failed") {
      const unsaid = untold(now, { before, finished }, found.problem ?? "");
      return [...spoilt, ...unsaid.map((one) => `${what}: ${one}`)];
    }
    const isDone = found === null ? life.effects.length - 1 === at : found.state === "done";
    const states = { finish: ["done", end], undo: ["undone"] };
    const isOdd = found !== null && !states[choice].includes(found.state);
    const odd = isOdd ? [`${what}: the job is ${found.state}: ${found.problem}`] : [];
    const wrong = isDone ? differences(now, finished, what) : differences(now, before, what, lost);
    return [...spoilt, ...odd, ...wrong, ...unkept];
  };
  const life = await world.withState((folder) => wholeLife(world, folder, spec));
  const finished = await world.look();
  const runs: KillRuns = { points: life.effects.length, kills: 0, problems: [] };
  for (const { at, effect, choice } of killsOf(life.effects)) {
    runs.kills += 1;
    runs.problems.push(...(await unlessCrashed(world, () => killOnce(at, effect, choice))));
  }
  await putBack();
  process.stdout.write(`${spec.title}: ${runs.points} kill points, ${runs.kills} kills\n`);
  return runs;
}

/** Does it anew where libvirtd itself crashed meanwhile: what came of that says nothing about the job. */
async function unlessCrashed<Value>(world: KillWorld, work: () => Promise<Value>): Promise<Value> {
  const before = await world.crashes();
  const outcome = await work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) await world.settled(before);
  if ((await world.crashes()) > before) return unlessCrashed(world, work);
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

/**
 * As {@link killEverywhere}, while the server is down somebody else makes something of a name that the job would have
 * used. The job can't be finished then; theirs stays as it is, and nothing else is left.
 * @param appear Makes it.
 * @param name Its name in the whole world; where the job has made its own already nobody else can.
 */
export async function killBesideOthers(
  world: KillWorld,
  spec: JobSpec,
  { name, appear }: { name: string; appear: () => Promise<unknown> },
): Promise<KillRuns> {
  const before = await world.look();
  const life = await world.withState((folder) => wholeLife(world, folder, spec));
  const runs: KillRuns = { points: 0, kills: 0, problems: [] };
  // Of what was sent and not answered nobody can tell yet whether it was made.
  const settled = [...life.effects.entries()].filter(([, effect]) => !effect.startsWith("sent "));
  for (const [at, effect] of settled) {
    for (const choice of choices) {
      await world.restore(before);
      const isMade = await world.withState(async (folder) => {
        await world.live(folder, spec, at);
        const found = await world.look();
        if (found[name] !== undefined) return true;
        await appear();
        const theirs = await world.look();
        const job = await choose(world, folder, choice);
        const what = `killed after ${at}, “${effect}”, ${name} of somebody else’s, ${choice}`;
        if (job?.state !== "undone") runs.problems.push(`${what}: the job is ${job?.state}: ${job?.problem}`);
        runs.problems.push(...differences(await world.look(), { ...before, ...added(theirs, found) }, what));
        runs.kills += 1;
        return false;
      });
      if (isMade) return endOf(world, spec, runs, before);
    }
    runs.points += 1;
  }
  return endOf(world, spec, runs, before);
}

async function endOf(
  world: KillWorld,
  { title }: JobSpec,
  runs: KillRuns,
  before: WholeWorld,
): Promise<KillRuns> {
  await world.restore(before);
  process.stdout.write(`${title}: ${runs.points} kill points, ${runs.kills} kills\n`);
  return runs;
}

function added(now: WholeWorld, before: WholeWorld): WholeWorld {
  return Object.fromEntries(Object.entries(now).filter(([name]) => !(name in before)));
}

/** Which kills are tried. */
function killsOf(effects: readonly string[]): { at: number; effect: string; choice: Choice }[] {
  const tried = pointsTried(effects);
  return tried.flatMap(([at, effect], index) => {
    const inTurn = choices[index % choices.length] ?? "undo";
    const wanted: readonly Choice[] = tried.length > withBoth ? [inTurn] : choices;
    return wanted.map((choice) => ({ at, effect, choice }));
  });
}

/**
 * The effects after which `npm test` kills: all that were sent and not answered, or done to a host; others evenly spread, the
 * first and the last among them.
 */
export function pointsTried(effects: readonly string[]): [number, string][] {
  const isAlways = ([, effect]: [number, string]) => /^(?:sent|did) /.test(effect);
  const all = [...effects.entries()];
  const rest = all.filter((one) => !isAlways(one));
  const step = Math.max(1, (rest.length - 1) / (waitedFor - 1));
  const spread = new Set(rest.filter((_, index) => index % step < 1));
  return all.filter((one) => isAlways(one) || spread.has(one));
}

/** The job with nobody killed, which the others are held against. */
async function wholeLife(world: KillWorld, folder: string, spec: JobSpec): Promise<Life> {
  const life = await world.live(folder, spec, null);
  const ends = await howItEnded(world, folder);
  if (ends.every((end) => end.startsWith("done"))) return life;
  throw new Error([`${spec.title} did not come to its end by itself: ${ends}`, ...life.effects].join("\n"));
}

/** What the next server makes of the job; null where it finds that it was done. */
async function killAndChoose(
  world: KillWorld,
  { folder, spec, at, choice }: { folder: string; spec: JobSpec; at: number; choice: Choice },
): Promise<Job | null> {
  const { killed, effects } = await world.live(folder, spec, at);
  if (!killed) {
    const end = `${spec.title} came to its end before its effect ${at}: ${await howItEnded(world, folder)}`;
    throw new Error([end, ...effects].join("\n"));
  }
  return choose(world, folder, choice);
}

/** Each job that is on record there: its state, and its problem. */
function howItEnded(world: KillWorld, folder: string): Promise<string[]> {
  return world.takeOver(folder, async ({ jobs }) =>
    jobs.all().map(({ state, problem }) => `${state}, ${problem}`),
  );
}

/** Has the next server finish or undo what it finds; null where it finds nothing. */
export function choose(world: KillWorld, folder: string, choice: Choice): Promise<Job | null> {
  return world.takeOver(folder, async ({ jobs }) => {
    const [job] = jobs.interrupted();
    if (job === undefined) return null;
    jobs[choice](job.id);
    // Its first question is on its way before libvirtd goes on with what the dead one has sent.
    await setImmediate();
    world.libvirtd.resume();
    return jobs.ended(job.id);
  });
}

/** A line for each thing that is not as it should be. */
function differences(found: WholeWorld, wanted: WholeWorld, what: string, lost?: RegExp): string[] {
  return [...new Set([...Object.keys(found), ...Object.keys(wanted)])].flatMap((name) => {
    if (lost?.test(name)) return [];
    const [is, shouldBe] = [found[name], wanted[name]];
    if (is === undefined) return [`${what}: ${name} is not there`];
    if (shouldBe === undefined) return [`${what}: ${name} is there`];
    if (is === shouldBe || comparable(name, is) === comparable(name, shouldBe)) return [];
    const difference = unifiedDiff(comparable(name, shouldBe), comparable(name, is));
    return [`${what}: ${name} is not as it should be\n${difference}`];
  });
}

/** A line for each thing that is neither as before nor as after the job, or is not as before and the job doesn't name it. */
function untold(
  now: WholeWorld,
  { before, finished }: { before: WholeWorld; finished: WholeWorld },
  problem: string,
): string[] {
  return differences(now, before, "undone in part").filter((line) => {
    const [name = ""] = Object.keys({ ...before, ...now }).filter((one) => line.includes(one));
    const isAsAfter = now[name] === finished[name];
    return !isAsAfter || !problem.includes(name.split(/[ /]/).at(-1) ?? name);
  });
}

function comparable(name: string, text: string): string {
  return /^(domain|machine) /.test(name) ? sortedDevices(text) : text;
}
