import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sensitive } from "../work/sensitive";
import { inputs } from "./inputs.test-data";
import { cookieOf, goodPassword, startTestServer, type TestServer } from "./test-server.test-data";

const minute = 60_000;

let server: TestServer;
let cookie: string;
let now: number;

async function begin(reauthenticationMinutes = 10): Promise<void> {
  now = Date.now();
  server = await startTestServer({ reauthenticationMinutes }, undefined, undefined, () => now);
  cookie = await server.makeAdministrator();
}

/** The error's code of an act, as the page knows it; null where it was let through to the act itself. */
/** What makes an act dangerous that is not so with every input. */
const dangerous: Readonly<Record<string, object>> = {
  "vm.delete": { deleteDisks: ["vda"] },
  "console.createLink": { readOnly: false },
  "create.run": { owner: { kind: "user", id: "0d6a5e1c-0000-4000-8000-00000000abcd" } },
};

async function codeOf(act: string, input: unknown = inputs[act]): Promise<string | undefined> {
  const { status, body } = await server.mutate(act, input, { cookie });
  const code = JSON.parse(body).error?.data.appCode;
  expect(status === 403).toBe(code === "reauthenticate");
  return code;
}

const confirm = (password: string) =>
  server.mutate("account.confirmIdentity", { by: "password", password }, { cookie });

afterEach(() => server.stop());

/** What depends on the host's devices is tried beside the table. */
const ofDevices = ["passthrough.runBinding", "passthrough.runAttach", "hardware.runDesktop"];
const acts = Object.keys(sensitive).filter((act) => !ofDevices.includes(act));

describe("ten minutes after the sign-in", () => {
  beforeEach(async () => {
    await begin();
    now += 10 * minute;
  });

  test.each(acts)("%s is refused until its user is confirmed", async (act) => {
    const input = { ...(inputs[act] as object), ...dangerous[act] };
    expect(await codeOf(act, input)).toBe("reauthenticate");
    expect((await confirm(goodPassword)).status).toBe(200);
    expect(await codeOf(act, input)).not.toBe("reauthenticate");
  });

  test("a wrong password confirms nothing, and is counted", async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await confirm("wrong")).status).toBe(400);
    expect((await confirm(goodPassword)).status).toBe(429);
    expect(await codeOf("people.enable")).toBe("reauthenticate");
  });

  test("another session's confirmation is not this one's; a sign-in is one", async () => {
    const first = cookie;
    cookie = cookieOf(await server.mutate("session.signIn", { name: "root", password: goodPassword }));
    expect(await codeOf("people.enable")).toBe("not-found");
    cookie = first;
    expect(await codeOf("people.enable")).toBe("reauthenticate");
  });

  test("whoever may not do it at all is told so, and is not asked", async () => {
    await confirm(goodPassword);
    const made = await server.mutate("people.invite", { name: "eve", role: "viewer" }, { cookie });
    const { token } = JSON.parse(made.body).result.data;
    const joined = await server.mutate("session.join", { token, password: `${goodPassword} new` });
    cookie = cookieOf(joined);
    now += 10 * minute;
    const { body } = await server.mutate("people.enable", inputs["people.enable"], { cookie });
    expect(JSON.parse(body).error.data.code).toBe("FORBIDDEN");
  });

  test("the audit has that it was asked", async () => {
    await codeOf("prepare.reboot");
    const { body } = await server.request("/api/audit?format=json", { headers: { cookie } });
    expect(body).toContain("Confirm that it’s you");
  });
});

test("within ten minutes nobody is asked", async () => {
  await begin();
  now += 10 * minute - 1;
  expect(await codeOf("people.enable")).toBe("not-found");
});

test("nobody is ever asked where that is switched off", async () => {
  await begin(0);
  now += 1000 * minute;
  expect(await codeOf("people.enable")).toBe("not-found");
});
