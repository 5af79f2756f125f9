import { runCommandLine } from "./cli/run";

process.exitCode = await runCommandLine(process.argv.slice(2));
