import type { GuestGpus } from "@/server/guest/guest-gpu.schema";

/** Why there are no figures of a guest's GPUs; null where there are. */
export function whyNoFigures(known: GuestGpus): string | null {
  switch (known.kind) {
    case "not-allowed":
      return "Passdeck doesn’t ask this guest.";
    case "not-running":
      return "The VM is not running.";
    case "no-agent":
      return "No guest agent answers. Install qemu-guest-agent in the guest, and give the VM its channel under Hardware.";
    case "asking":
      return "The guest is asked.";
    case "failed":
      return known.problem;
    case "told":
      return known.gpus.length > 0
        ? known.problem
        : "The guest has neither NVIDIA’s nvidia-smi nor a card with the driver amdgpu.";
  }
}
