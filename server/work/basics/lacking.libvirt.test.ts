import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Fleet } from "../../fleet/fleet";
import { connect, hostId } from "../kill/testing/rooms";
import { lackingOf } from "./lacking";

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;

const virsh = (...words: string[]) => promisify(execFile)("virsh", ["-q", "-c", libvirtd.uri, ...words]);
const lacking = () => lackingOf(fleet, hostId);

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  fleet = await connect(libvirtd.uri);
});

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
});

test("a host lacks what none of runs, whether it is defined or not", async () => {
  expect(await lacking()).toEqual({ pool: true, network: true });
  await virsh("pool-define-as", "default", "dir", "--target", "/var/lib/libvirt/images");
  expect(await lacking()).toEqual({ pool: true, network: true });
  await virsh("pool-start", "default");
  expect(await lacking()).toEqual({ pool: false, network: true });
  await virsh("net-start", "default");
  expect(await lacking()).toEqual({ pool: false, network: false });
  await virsh("pool-destroy", "default");
  expect(await lacking()).toEqual({ pool: true, network: false });
});
