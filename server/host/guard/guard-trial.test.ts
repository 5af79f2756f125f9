import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileReplacement, HostConfiguration } from "../configuration/host-configuration";
import { guardTrial } from "./guard-trial";
import type { Trial } from "./trial.schema";
import { TrialFolder } from "./trial-folder";

let folder: TrialFolder;
let done: string[];
let failing: string | null;
let meanwhile: () => void;
let resolver: string | null;

beforeEach(() => {
  folder = new TrialFolder(join(mkdtempSync(join(tmpdir(), "guard-")), "trial"));
  done = [];
  failing = null;
  resolver = null;
  meanwhile = () => undefined;
});
afterEach(() => rmSync(join(folder.path, ".."), { recursive: true }));

const trial: Trial = {
  seconds: 60,
  resolver: null,
  files: [{ path: "run/x", from: null, to: "new", executable: false, folders: ["run"] }],
  there: { before: [["down", "old"]], after: [["up", "new"]] },
  back: { before: [["down", "new"]], after: [["up", "old"]] },
};
const there = ["down old", "run/x: new", "up new"];
const back = ["down new", "run/x: null", "without run", "up old"];

/** Tells what it is asked, and does nothing. */
const configuration: HostConfiguration = {
  read: async (path) => {
    if (path !== "etc/resolv.conf" || resolver === null) return null;
    return { bytes: Buffer.from(resolver), mode: 0o644, uid: 0, gid: 0 };
  },
  missingFolders: async () => [],
  replace: async ({ path, to }: FileReplacement) => void done.push(`${path}: ${to}`),
  bootSpace: async () => [],
  removeFolders: async (_path, folders) => void done.push(`without ${folders.join()}`),
  async run(words) {
    const text = words.join(" ");
    done.push(text);
    if (text === "up new") meanwhile();
    return text === failing
      ? { status: 1, output: "", errors: "no such device" }
      : { status: 0, output: "", errors: "" };
  },
};

function guard(change: Partial<Trial> = {}, signal = new AbortController().signal): Promise<void> {
  folder.create({ ...trial, ...change });
  return guardTrial(folder, configuration, signal);
}

test("kept: nothing is taken back", async () => {
  meanwhile = () => folder.decide("keep");
  await guard();
  expect(done).toEqual(there);
  expect(folder.state()).toMatchObject({ live: true, pid: process.pid });
  expect(folder.end()).toBeNull();
});

test("its time is up: all is taken back, and it is too late to keep it", async () => {
  await guard({ seconds: 0 });
  expect(done).toEqual([...there, ...back]);
  expect(folder.end()).toEqual({ cause: null, problem: null });
  expect(folder.decide("keep")).toBe("back");
});

test("what fails on the way there is taken back at once, and told", async () => {
  failing = "up new";
  await guard();
  expect(done).toEqual([...there, ...back]);
  expect(folder.end()).toEqual({
    cause: "“up new” ended with status 1: no such device",
    problem: null,
  });
});

test("what can't be taken back is told, and all else is", async () => {
  failing = "up old";
  await guard({ seconds: 0 });
  expect(done).toEqual([...there, ...back]);
  expect(folder.end()?.problem).toContain("“up old” ended with status 1");
});

test("name servers that a DHCP client wrote on the way are those of before again", async () => {
  resolver = "nameserver 192.0.2.1\n";
  meanwhile = () => {
    resolver = "nameserver 203.0.113.9\n";
  };
  await guard({ seconds: 0, resolver });
  expect(done).toEqual([...there, ...back, "etc/resolv.conf: nameserver 192.0.2.1\n"]);
  expect(folder.end()).toEqual({ cause: null, problem: null });
});

test("hurried, it goes back at once", async () => {
  const hurry = new AbortController();
  meanwhile = () => hurry.abort();
  await guard({}, hurry.signal);
  expect(done).toEqual([...there, ...back]);
});

test("with its folder deleted, it goes back at once", async () => {
  meanwhile = () => folder.remove();
  await expect(guard()).rejects.toThrow("ENOENT");
  expect(done).toEqual([...there, ...back]);
});

test("where it was decided to go back before it began, it does nothing", async () => {
  folder.create(trial);
  folder.decide("back");
  await guardTrial(folder, configuration, new AbortController().signal);
  expect(done).toEqual([]);
  expect(folder.end()).toEqual({ cause: null, problem: null });
});
