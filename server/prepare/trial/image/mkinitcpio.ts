import type { ModuleStep } from "../../modules/plan/draft";
import { mkinitcpioConf, mkinitcpioConfD } from "../../modules/plan/module-paths";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { type RunFile, writingLines } from "./run-files";
import { staging } from "./staging";
import type { TrialImage, WantedImage } from "./wanted-image";

const configuration = `${staging}/mkinitcpio.conf`;
const hooks = `${staging}/initcpio`;
/** Of a unified kernel image. */
const lineFile = `${staging}/cmdline`;
const [dropIns] = mkinitcpioConfD.folders;

/**
 * mkinitcpio(8) takes one configuration of one's own (-c), and then no drop-ins: so they are part of it. With folders of
 * hooks (-D) it looks in no others, so that its own are named as well.
 */
export function mkinitcpioImage({ host, steps, runFiles, path, line }: WantedImage): TrialImage {
  const text = `${configurationAfter(host, steps)}HOOKS=(passdeck-trial "\${HOOKS[@]}")\n`;
  if (/^\s*HOOKS=.*\bsystemd\b/m.test(text) && runFiles.some(({ file }) => !file.startsWith("run/udev/")))
    throw new Refused(
      "systemd is the first process in mkinitcpio's initial RAM disk, where no script can hand the changed files on to the system.",
      "Apply it without a trial.",
    );
  const plain = { executable: false };
  return {
    files: [
      { file: configuration, text, ...plain },
      ...(line === null ? [] : [{ file: lineFile, text: `${line}\n`, ...plain }]),
      ...steps
        .filter(({ file }) => file.startsWith("etc/initcpio/"))
        .map(({ file, after }) => ({
          file: file.replace("etc/initcpio", hooks),
          text: withoutOwnRules(after),
          ...plain,
        })),
      { file: `${hooks}/install/passdeck-trial`, text: installHook(runFiles), ...plain },
      { file: `${hooks}/hooks/passdeck-trial`, text: runHook(runFiles), ...plain },
      ...runFiles.map(({ file, text: ruled }) => ({ file: `${staging}/${file}`, text: ruled, ...plain })),
    ],
    commands: [
      [
        ...["mkinitcpio", "-c", `/${configuration}`],
        ...["-D", "/etc/initcpio", "-D", "/usr/lib/initcpio", "-D", `/${hooks}`],
        ...(line === null ? ["-g", path] : ["-U", path, "--cmdline", `/${lineFile}`]),
        ...["-k", host.release],
      ],
    ],
  };
}

/** The main file with what every drop-in adds, in their order, as they would be. */
function configurationAfter({ files }: TrialHost, steps: readonly ModuleStep[]): string {
  const changed = new Map(steps.map(({ file, after }) => [file, after]));
  const names = files.inFolder(dropIns).map(({ path }) => path);
  const added = [...changed.keys()].filter((file) => file.startsWith(`${dropIns}/`));
  const paths = [
    mkinitcpioConf,
    ...[...new Set([...names, ...added])].filter((path) => path.endsWith(".conf")).sort(),
  ];
  return paths.map((path) => `${(changed.get(path) ?? files.text(path) ?? "").trimEnd()}\n`).join("");
}

/** The rules are not below /etc: the trial's own hook packs them. */
function withoutOwnRules(hook: string): string {
  return hook.replace(/^\tadd_file \/etc\/udev\/.*\n/m, "");
}

function installHook(files: readonly RunFile[]): string {
  const packed = files.map(({ file }) => `\tadd_file /${staging}/${file} /${file.replace(/^run/, "etc")}`);
  return ["#!/bin/bash", "", "build() {", ...packed, "\tadd_runscript", "}", ""].join("\n");
}

function runHook(files: readonly RunFile[]): string {
  return ["#!/usr/bin/ash", "", "run_earlyhook() {", ":", ...writingLines(files), "}", ""].join("\n");
}
