import type { Section } from "./section.schema";
import { cpu } from "./sections/cpu.schema";
import { clock, features, firmware, general } from "./sections/machine.schema";
import { memory } from "./sections/memory.schema";

/** The parts of the machine itself, in the order in which they are shown. */
export const sections: readonly Section[] = [general, cpu, memory, firmware, features, clock];
