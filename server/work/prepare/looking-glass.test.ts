import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { GrubHost } from "./testing/grub-host";
import { lookAt, PrepareRig } from "./testing/prepare-rig";

let host: GrubHost;
let rig: PrepareRig;

beforeEach(() => {
  host = new GrubHost();
  host.install();
  host.write("etc/passwd", "ada:x:1000:1000::/home/ada:/bin/sh\n");
  host.write("etc/group", "kvm:x:104:\n");
  host.folder("dev/shm");
  host.program(
    "systemd-tmpfiles",
    'test "$2" = /etc/tmpfiles.d/10-looking-glass.conf && : >"$ROOT/dev/shm/looking-glass"',
  );
  host.program("udevadm", 'echo "$*" >>"$ROOT/run/udev.log"');
  host.program(
    "modprobe",
    'mkdir -p "$ROOT/sys/module/kvmfr/parameters"; echo 64 >"$ROOT/sys/module/kvmfr/parameters/static_size_mb"; : >"$ROOT/dev/kvmfr0"',
  );
  rig = new PrepareRig(host, temporaryFolder());
});

afterEach(() => {
  rig.close();
  host.remove();
});

const shm = { memory: "shm", mebibytes: 32, user: "ada" } as const;
const kvmfr = { ...shm, memory: "kvmfr", mebibytes: 64 } as const;

test("a file for Looking Glass counts at once, waits for no restart, and is taken back", async () => {
  const before = lookAt(join(host.root, "etc"));
  const planned = await rig.plan({ lookingGlass: shm });
  expect(planned.plan).toMatchObject({
    title: "Set up Looking Glass’s memory (shm) for ada",
    warnings: [expect.stringMatching(/^It counts at once/)],
    refusal: null,
  });
  expect(planned.plan.steps.map(({ title }) => title)).toEqual([
    "Keep the files as they are",
    "Make /etc/tmpfiles.d/10-looking-glass.conf",
    "Run systemd-tmpfiles",
    "Have it verified",
  ]);
  expect(await rig.carryOut(planned)).toMatchObject({ state: "done", problem: null });
  const { restartPending, changes } = await rig.state();
  expect(restartPending).toBe(false);
  expect(changes[0]).toMatchObject({
    state: "running",
    findings: [{ what: "/dev/shm/looking-glass made for ada", status: "pass" }],
  });
  host.restart("quiet");
  expect((await rig.state()).changes[0]?.state).toBe("verified");
  const undo = await rig.planUndo(changes[0]?.id ?? "");
  expect(undo.plan.warnings).toEqual(["It counts at once."]);
  expect(await rig.carryOut(undo)).toMatchObject({ state: "done", problem: null });
  expect(lookAt(join(host.root, "etc"))).toEqual(before);
  expect((await rig.state()).restartPending).toBe(false);
});

test("the module's files are verified one by one, and what needs a restart of the host waits for it", async () => {
  host.write("proc/sys/kernel/osrelease", "6.1.0\n");
  host.write("lib/modules/6.1.0/modules.dep", "updates/dkms/kvmfr.ko:\n");
  host.write("etc/libvirt/qemu.conf", 'cgroup_device_acl = [ "/dev/null" ]\n');
  host.program("systemctl", 'echo "$*" >>"$ROOT/run/systemctl.log"');
  const before = lookAt(join(host.root, "etc"));
  const job = await rig.apply({ lookingGlass: kvmfr });
  expect(job).toMatchObject({ state: "done", problem: null });
  const [change] = (await rig.state()).changes;
  expect(change?.state).toBe("running");
  expect(change?.findings.map(({ status }) => status)).toEqual(["pass", "pass", "pass", "pass", "pass"]);
  const log = (name: string) => readFileSync(join(host.root, "run", name), "utf8");
  expect(log("systemctl.log")).toBe("try-restart libvirtd.service\n");
  host.write("sys/module/kvmfr/parameters/static_size_mb", "32\n");
  const waiting = await rig.state();
  expect(waiting).toMatchObject({ restartPending: true, changes: [{ state: "waiting" }] });
  expect(waiting.changes[0]?.findings.find(({ status }) => status === "fail")?.detail).toContain(
    "next start",
  );
  expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
  expect(lookAt(join(host.root, "etc"))).toEqual(before);
  expect(log("systemctl.log")).toBe("try-restart libvirtd.service\n".repeat(2));
});

test("a program that fails has the files put back", async () => {
  host.program("systemd-tmpfiles", "echo \"Failed to resolve user 'ada'\" >&2; exit 65");
  const before = lookAt(host.root);
  const job = await rig.apply({ lookingGlass: shm });
  expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("Failed to resolve user") });
  expect(lookAt(host.root)).toEqual(before);
});
