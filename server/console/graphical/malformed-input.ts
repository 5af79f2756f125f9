/** A viewer sent what no VNC client sends. */
export class MalformedInput extends Error {}
