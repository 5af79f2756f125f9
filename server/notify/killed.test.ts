import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { testProgram } from "@/e2e/programs/test-program";
import { testLocation } from "../database/testing/test-database";
import { temporaryFolder } from "../host/tree.test-data";
import { crash, notifyWorld, webhookWish } from "./notify-world.test-data";
import { httpServer } from "./send/small-servers.test-data";

test("killed between the sending and the writing down, a message is sent again with the same id, and then no more", async () => {
  const folder = temporaryFolder();
  let victim: ChildProcess | undefined;
  const server = await httpServer((_request, response) => {
    // The message has arrived; nobody lives to hear so.
    victim?.kill("SIGKILL");
    response.end("ok");
  });
  const { notifications, channelId, until } = notifyWorld({ folder });
  notifications.save(null, webhookWish(server.url));
  notifications.tell("a", crash());
  onTestFinished(() => void victim?.kill("SIGKILL"));
  const program = await testProgram("server/notify/testing/victim-main.ts");
  for (let life = 1; life <= 2; life += 1) {
    victim = spawn(process.execPath, [program, JSON.stringify(testLocation(folder))], { stdio: "inherit" });
    await Promise.all([once(victim, "exit"), server.until(life)]);
    expect(victim.signalCode).toBe("SIGKILL");
  }
  victim = undefined;
  notifications.start();
  await until(() => notifications.deliveries(null, channelId())[0]?.state === "sent");
  notifications.tell("a", crash());
  notifications.tell("b", crash());
  await server.until(4);
  const ids = server.received.map(({ headers }) => headers["passdeck-id"]);
  expect([new Set(ids.slice(0, 3)).size, ids[3] === ids[0]]).toEqual([1, false]);
  expect(JSON.parse(server.received[3]?.body ?? "").events).toHaveLength(1);
});
