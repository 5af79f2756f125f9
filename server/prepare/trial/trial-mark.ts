/**
 * A word of the trial's kernel line that no other has: who sees it in /proc/cmdline runs the trial. Names with a dot are a
 * module's parameters to the kernel, and of a module that there is not it takes no notice (kernel-parameters.txt).
 */
export const trialMark = "passdeck.trial=1";
