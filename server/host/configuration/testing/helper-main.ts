import { text } from "node:stream/consumers";
import { localTools } from "../../tools";
import { answerOrder } from "../answer-order";
import { LocalConfiguration } from "../local-configuration";

/** A root helper for tests: its argument is the folder of a host. */
const configuration = new LocalConfiguration({ root: process.argv[2] ?? "", tools: localTools() });
process.stdout.write(await answerOrder(configuration, await text(process.stdin)));
