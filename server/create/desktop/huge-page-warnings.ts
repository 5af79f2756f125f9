import { sizeText } from "../../units/memory-size";
import type { PartWarnings } from "./desktop-facts";

/** Whether the host has set aside as many huge pages as the VM's memory takes. */
export const hugePageWarnings: PartWarnings = ({ hugepageBytes: bytes }, { vmName, memoryBytes, host }) => {
  if (bytes === null) return [];
  if (host === null || memoryBytes === null)
    return ["Whether the host has enough huge pages set aside could not be read."];
  const size = sizeText(BigInt(bytes));
  if (memoryBytes % bytes !== 0)
    return [`The memory of ${vmName} is no multiple of ${size}: libvirt rounds up, or refuses to start it.`];
  const needed = memoryBytes / bytes;
  const { total, free } = host.memory.hugepages.find((one) => one.bytes === bytes) ?? { total: 0, free: 0 };
  if (total < needed)
    return [
      `${vmName} needs ${needed} huge pages of ${size}, and the host has set aside ${total}. It does not start before there are enough: reserve them under “Change how it starts” on the Host page.`,
    ];
  return free < needed
    ? [
        `${vmName} needs ${needed} huge pages of ${size}; ${total} are set aside and ${free} are free now: other VMs or programs use the rest.`,
      ]
    : [];
};
