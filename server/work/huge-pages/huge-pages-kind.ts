import * as z from "zod";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import type { Host } from "../../host/host";
import { poolFolder } from "../../host/huge-pages/read-huge-pages";
import { HostWriteError, type HostWriter } from "../../host/writer/host-writer";
import { defineJobKind, type JobKind, noteOf, type StepContext, type StepWork } from "../../job/job-kind";
import { type HugePagesInput, hugePagesInputSchema } from "./huge-pages-input.schema";
import { hugePagesKindName, placeOf, sizeOf } from "./plan-huge-pages";

/** How much memory is asked of the kernel at a time: each such order is short, and one can stop between them. */
const portionBytes = 1024 ** 3;

type Pool = HugePagesInput["pools"][number];

/** What the kernel gave; null while it has not been asked for all. */
const noteSchema = z.object({ given: z.number().nullable() });

/** The job that sets huge pages at once, node by node. */
export function hugePagesKind(
  machine: (hostId: string) => Pick<Host, "writer">,
): JobKind<typeof hugePagesKindName> {
  return defineJobKind(hugePagesKindName, hugePagesInputSchema, (hostId, { pools }) =>
    pools.map((pool) => poolStep(pool, () => need(machine(hostId).writer), pools)),
  );
}

function poolStep(pool: Pool, writer: () => HostWriter, pools: readonly Pool[]): StepWork {
  const { count, from } = pool;
  return {
    async run(context) {
      const { note, remember } = context;
      if (note === null && (await countNow(writer(), pool)) !== from) throw changedSince(pool);
      remember({ given: null });
      const given = await setCount(writer(), pool, context);
      if (count > from && given <= from) throw noneGiven(pool, given);
      remember({ given });
      context.report(reportOf(context, pools, given));
    },
    async verify({ note }) {
      const now = await countNow(writer(), pool);
      if (now !== noteOf(note, noteSchema)?.given) throw changedSince(pool);
    },
    async undo({ note }) {
      if (note === null) return;
      const now = await setCount(writer(), { ...pool, count: from }, null);
      if (now !== from)
        throw new AppError("conflict", {
          userMessage: `Huge pages of ${sizeOf(pool)}${placeOf(pool)}: there were ${from}, and the kernel has ${now} now. Stop what took the memory, and try again.`,
        });
    },
  };
}

/**
 * Asks for the pages in portions, until they are there or the kernel gives no more.
 * @returns how many there are then.
 */
async function setCount(writer: HostWriter, pool: Pool, context: StepContext | null): Promise<number> {
  const portion = Math.max(1, Math.floor(portionBytes / pool.pageBytes));
  let now = await countNow(writer, pool);
  while (now !== pool.count) {
    if (context?.signal.aborted === true) throw givenUp(pool);
    const next = now < pool.count ? Math.min(pool.count, now + portion) : pool.count;
    await write(writer, pool, next);
    const got = await countNow(writer, pool);
    now = got;
    context?.progress(
      Math.abs(now - pool.from) * pool.pageBytes,
      Math.abs(pool.count - pool.from) * pool.pageBytes,
    );
    // Fewer than asked for are given without a word (hugetlbpage.rst).
    if (got !== next) break;
  }
  return now;
}

async function write(writer: HostWriter, pool: Pool, count: number): Promise<void> {
  const file = fileOf(pool);
  await writer.write(file, String(count)).catch((error: unknown) => {
    if (!(error instanceof HostWriteError)) throw error;
    const why =
      error.code === "timed-out"
        ? "the kernel has not answered yet"
        : error.code === "EINVAL"
          ? "it can set pages of this size only while the host starts"
          : `it answered ${error.code}`;
    throw new AppError("conflict", {
      userMessage: `The kernel did not take ${count} for huge pages of ${sizeOf(pool)}${placeOf(pool)} (/${file}): ${why}.`,
      cause: error,
    });
  });
}

async function countNow(writer: HostWriter, pool: Pool): Promise<number> {
  const text = await writer.read(fileOf(pool)).catch((cause: unknown) => {
    throw new AppError("conflict", {
      userMessage: `/${fileOf(pool)} can't be read: the kernel has no huge pages of ${sizeOf(pool)}${placeOf(pool)} any more.`,
      cause,
    });
  });
  return Number(text.trim());
}

function fileOf(pool: Pool): string {
  return `${poolFolder(pool)}/nr_hugepages`;
}

/** What each step so far was given, of what it asked for. */
function reportOf({ earlier }: StepContext, pools: readonly Pool[], given: number): string {
  const all = [...earlier.map((note) => noteOf(note, noteSchema)?.given ?? null), given];
  return all
    .flatMap((count, index) => {
      const pool = pools[index];
      if (pool === undefined || count === null) return [];
      const fewer = count === pool.count ? "" : ": the kernel found no room for more";
      return [
        `- ${sizeOf(pool)}${placeOf(pool)}: ${pool.count} asked for, ${count} there (before: ${pool.from})${fewer}`,
      ];
    })
    .join("\n");
}

function givenUp(pool: Pool): AppError {
  return new AppError("conflict", {
    userMessage: `Setting huge pages of ${sizeOf(pool)}${placeOf(pool)} was cancelled.`,
  });
}

function noneGiven(pool: Pool, given: number): AppError {
  return new AppError("conflict", {
    userMessage: `The kernel gave none of the huge pages of ${sizeOf(pool)}${placeOf(pool)} that were asked for: ${pool.count} were to be there, ${given} are. Its memory is in pieces; have them at the start of the host instead.`,
  });
}

function changedSince(pool: Pool): AppError {
  return new AppError("conflict", {
    userMessage: `The number of huge pages of ${sizeOf(pool)}${placeOf(pool)} was changed by somebody else. Look at the plan again.`,
  });
}
