import { posix } from "node:path";
import { defaultTargets } from "../default-targets";
import type { CheckSources } from "./check-sources";
import { changeOf, type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether the host starts a desktop, which takes a graphics card. */
export const defaultTarget: HostCheck = {
  id: "default-target",
  group: "boot",
  title: "What the host starts",
  why: "A desktop takes the host's GPU at every start; a host with only one GPU can't hand it over beside it.",
  look: targetFits,
};

function targetFits({ further: { first }, devices }: CheckSources): Finding {
  const path = defaultTargets.find((one) => first.link(one) !== null);
  const target = path === undefined ? null : first.link(path);
  if (path === undefined || target === null) {
    return unknown("Not looked at: there is no default target of systemd's.");
  }
  const name = posix.basename(target);
  const evidence = [{ file: `/${path}`, line: null, text: `leads to ${name}` }];
  const gpus = devices.filter((device) => device.class.startsWith("03"));
  if (name !== "graphical.target") return passed(`No desktop: ${name}.`, evidence);
  if (gpus.length !== 1) return passed("A desktop (graphical.target).", evidence);
  return {
    status: "warn",
    detail: "A desktop (graphical.target), and the host has one GPU.",
    fix: "Run “systemctl set-default multi-user.target” and reboot, before the GPU is reserved for VMs. “systemctl set-default graphical.target” undoes it.",
    evidence,
    change: changeOf({ target: "multi-user" }),
  };
}
