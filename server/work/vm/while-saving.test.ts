import { expect, test } from "vitest";
import type { ManagedHost } from "../../fleet/managed-host";
import type { Connection } from "../../libvirt/connection";
import { whileSaving } from "./while-saving";

const dom = { name: "web-1", uuid: new Uint8Array(16), id: 1 };

/** A libvirt that writes a guest's memory until it is told to give up. No real guest here takes long enough. */
function slowSave() {
  const asked: string[] = [];
  let giveUp: (error: Error) => void = () => undefined;
  const call = async (name: string) => {
    asked.push(name);
    if (name === "domain_abort_job") giveUp(new Error("operation aborted"));
    return { dataTotal: 100n, dataProcessed: 40n };
  };
  const host = {
    run: (_subject: string, work: (connection: Connection) => Promise<unknown>) =>
      work({ call } as unknown as Connection),
  } as ManagedHost;
  const save = () => {
    asked.push("save");
    return new Promise<void>((_, reject) => {
      giveUp = reject;
    });
  };
  return { asked, host, save };
}

test("a cancel has libvirt give up, tells that the guest goes on, and progress was told before", async () => {
  const { asked, host, save } = slowSave();
  const cancel = new AbortController();
  const told: (number | null)[][] = [];
  const progress = (done: number, total: number | null) => {
    told.push([done, total]);
    cancel.abort();
  };
  const saving = whileSaving(host, { dom, name: "web-1" }, { signal: cancel.signal, progress }, save);
  await expect(saving).rejects.toThrow("web-1 was not saved: that was cancelled, and it goes on.");
  expect(told).toEqual([[40, 100]]);
  expect(asked.filter((name) => name === "domain_abort_job")).toHaveLength(1);
});

test("what was cancelled before is not begun", async () => {
  const { asked, host, save } = slowSave();
  const context = { signal: AbortSignal.abort(), progress: () => undefined };
  await expect(whileSaving(host, { dom, name: "web-1" }, context, save)).rejects.toThrow("was cancelled");
  expect(asked).toEqual([]);
});
