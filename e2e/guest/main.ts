import { ensureGuest } from "./guest";

const { kernel, initrd } = await ensureGuest();
console.log(`The test guest is there: ${kernel}, ${initrd}`);
