import { AppError } from "../../../errors";
import { isOpenFile } from "../../device-numbers";
import { isAbsence, isRefusal, largestFile, tooLarge } from "../../file-errors";
import { HostFiles, type ReadBatch } from "../../host-files";
import type { ReadAnswer, ReadRequest, RequestKind } from "./protocol";

const notThere: ReadAnswer = { value: null, code: "ENOENT" };

/** What a reader is asked for a batch: each thing once, and nothing that can't be there. */
export function requestsOf(batch: ReadBatch): ReadRequest[] {
  const of = (kind: RequestKind, paths: readonly string[] = []) =>
    [...new Set(paths)].filter(isPossible).map((path) => ({ kind, path: `/${path}` }));
  return [
    ...of("t", batch.texts),
    ...of("l", batch.links),
    ...of("f", batch.folders),
    ...of("p", batch.presence),
    ...of("b", batch.bytes),
    ...of("n", batch.deviceNumbers?.filter(isOpenFile)),
    ...of("o", batch.opened),
  ];
}

/** A request is a line. Linux knows no zero byte in a path; of line feeds in names it would, but nothing of ours has them. */
function isPossible(path: string): boolean {
  return !/[\n\0]/.test(path);
}

/**
 * A batch's answer, of what a reader answered.
 * @param host Names it in messages.
 * @throws AppError as HostTree says it, which names the host as well.
 */
export function filesOf(
  host: string,
  batch: ReadBatch,
  requests: readonly ReadRequest[],
  answers: readonly ReadAnswer[],
): HostFiles {
  const found = new Map(
    requests.map(({ kind, path }, index) => [`${kind}${path}`, answers[index] ?? notThere] as const),
  );
  const answerTo = (kind: RequestKind, path: string) => found.get(`${kind}/${path}`) ?? notThere;
  const all = <Value>(paths: readonly string[] = [], one: (path: string) => Value) =>
    new Map(paths.map((path) => [path, one(path)]));
  const read = <Value>(
    kind: RequestKind,
    paths: readonly string[] | undefined,
    as: (value: Buffer) => Value,
  ) =>
    all(paths, (path) => {
      const { value, code } = answerTo(kind, path);
      if (value !== null && value.length > largestFile) throw tooLarge(path);
      return value === null ? withoutValue(code, { host, path, batch }) : as(value);
    });
  return new HostFiles({
    texts: read("t", batch.texts, text),
    links: read("l", batch.links, text),
    folders: read("f", batch.folders, names),
    presence: all(batch.presence, (path) => answerTo("p", path).code === null),
    bytes: read("b", batch.bytes, (value) => value),
    deviceNumbers: read("n", batch.deviceNumbers, text),
    opened: all(batch.opened, (path) => answerTo("o", path).code ?? ""),
  });
}

function text(value: Buffer): string {
  return value.toString("utf8");
}

function names(value: Buffer): string[] {
  return value.length === 0 ? [] : text(value).split("/").sort();
}

interface Asked {
  host: string;
  path: string;
  batch: ReadBatch;
}

/** Null where there is nothing to read, or it may be passed over. */
function withoutValue(code: string, { host, path, batch }: Asked): null {
  if (isAbsence(code) || (isRefusal(code) && batch.skipForbidden === true)) return null;
  if (code === "EFBIG") throw tooLarge(path);
  if (!isRefusal(code)) {
    throw new AppError("internal", { userMessage: `Reading /${path} of ${host} failed (${code}).` });
  }
  throw new AppError("forbidden", {
    userMessage: `Passdeck may not read /${path} of ${host}. Have it sign in there as root, or as a user who may.`,
  });
}
