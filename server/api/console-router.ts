import { openConsole } from "../work/console/open";
import { mutation } from "./act-procedure";
import { router } from "./trpc";

export const consoleRouter = router({
  open: mutation(openConsole),
});
