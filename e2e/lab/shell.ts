import { once } from "node:events";
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { ensureImagesOf, labCache } from "./ensure-images";
import { LabHost } from "./host/lab-host";
import { ensureProjectImage } from "./image/project-image";
import { projectFolder } from "./project-folder";
import { labMachines } from "./topology/machines";

const usage = `npm run lab:shell [-- MACHINE]

Boots an emulated passthrough host that serves the built Passdeck, and leaves it running for you.
  MACHINE   its IOMMU, or what it boots by: ${Object.keys(labMachines).join(", ")}; intel where left out`;

/** Ctrl-], as in telnet and virsh. */
const leave = 0x1d;

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const machine = Object.values(labMachines).find(({ name }) => name === (positionals[0] ?? "intel"));
  if (machine === undefined) throw new Error(usage);
  const images = await ensureImagesOf(machine, (step) => console.log(step));
  console.log("Booting, which takes half a minute");
  const host = await LabHost.start({
    machine,
    images,
    projectImage: await ensureProjectImage(projectFolder, labCache),
  });
  console.log(`
  Open        ${host.url}
  First user  ${host.firstAdministratorLink}
`);
  if (process.stdin.isTTY) await shell(host.shellSocket);
  else {
    console.log(`  Shell       socat -,raw,echo=0 UNIX-CONNECT:${host.shellSocket}\n\nCtrl-C ends it.`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  }
  await host.stop();
}

/** This terminal becomes the host's until somebody presses Ctrl-]. */
async function shell(path: string): Promise<void> {
  console.log("This is a root shell in the emulated host; Ctrl-] ends it and the host.\n");
  const socket = connect(path);
  socket.pipe(process.stdout, { end: false });
  socket.write("\n");
  process.stdin.setRawMode(true);
  process.stdin.on("data", (bytes: Buffer) => {
    if (bytes.includes(leave)) socket.end();
    else socket.write(bytes);
  });
  await once(socket, "close");
  process.stdin.setRawMode(false);
  process.stdin.pause();
}

await main();
