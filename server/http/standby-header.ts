/** By this a process that stands by shows the active one that a request was passed on by it. */
export const standbyHeader = "x-passdeck-standby";
