import { apuMiniPc, apuWithGroups, ryzenB450, ryzenX570, threadripper } from "./amd-desktops.test-data";
import { eightGpus } from "./eight-gpus.test-data";
import {
  arc,
  conventionalPci,
  conventionalPciGivenAway,
  fourFunctions,
  plxWithoutAcs,
  twins,
  withoutIommu,
  x58,
} from "./intel-desktops.test-data";
import { optimus, singleGpuLaptop, thunderbolt } from "./laptops.test-data";
import type { Layout } from "./layout.test-data";
import { acsOverride, hgx, unreadableMates, vgpuFunctions, vmdServer } from "./odd-hardware.test-data";
import { amdCards, moduleWithoutMethod } from "./resets.test-data";
import { edgeHost, xeonE3, z97 } from "./seeds.test-data";
import { ampere, armBoard, fellOff, srIov } from "./servers.test-data";

/** Hosts as people have them, each with what is to be said of its devices. */
export const realHosts: readonly Layout[] = [
  z97,
  xeonE3,
  edgeHost,
  ryzenX570,
  ryzenB450,
  threadripper,
  apuMiniPc,
  apuWithGroups,
  x58,
  conventionalPci,
  conventionalPciGivenAway,
  arc,
  plxWithoutAcs,
  withoutIommu,
  twins,
  fourFunctions,
  optimus,
  singleGpuLaptop,
  thunderbolt,
  srIov,
  eightGpus,
  ampere,
  armBoard,
  fellOff,
  amdCards,
  moduleWithoutMethod,
  hgx,
  vmdServer,
  unreadableMates,
  acsOverride,
  vgpuFunctions,
];
