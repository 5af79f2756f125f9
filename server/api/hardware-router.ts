import { onVm } from "../access/objects-of";
import { type HardwareMessage, hardwareMessageSchema } from "../domain/hardware/hardware.schema";
import { setUpDesktop } from "../work/desktop/set-up-desktop";
import { changeHardware } from "../work/hardware/change-hardware";
import { changeMedium } from "../work/hardware/change-medium";
import { vmReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";
import { veiledHardware } from "./veiled-hardware";
import { watchHardware } from "./watch-hardware";

export const hardwareRouter = router({
  /** A VM's devices and settings as their forms show them, and again with every change. */
  watch: procedure(vmReference, onVm)
    .output(stream(hardwareMessageSchema))
    .subscription(({ ctx, input, signal }) =>
      push<HardwareMessage>(signal, (sink) => {
        const tell = (message: HardwareMessage) => sink(veiledHardware(ctx, ctx.services.fleet, message));
        return watchHardware(ctx.services, input, tell);
      }),
    ),
  /** It is posted, since an edit may be longer than an address. */
  plan: mutation(changeHardware.plan),
  run: mutation(changeHardware.run),
  /** The disc of a drive, which its owner may change as well. */
  planMedium: mutation(changeMedium.plan),
  runMedium: mutation(changeMedium.run),
  planDesktop: mutation(setUpDesktop.plan),
  runDesktop: mutation(setUpDesktop.run),
});
