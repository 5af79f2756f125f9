import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Rendered, rendered } from "@/components/data/rendered.test-data";
import { type CreateRequest, createRequestSchema } from "@/server/create/create-request.schema";
import { sha512Crypt } from "./cloud-init/sha512-crypt";
import { opening } from "./opening";
import { sampleChoices } from "./state/choices.test-data";
import { standInHash } from "./state/password";
import { openWizard } from "./state/wizard";
import { WizardView } from "./wizard-view";

/** What the server was asked to plan and to make, in order. */
let asked: { path: string; request: CreateRequest }[] = [];

const plan = { title: "", kind: "create-vm", steps: [], warnings: [], refusal: null, fingerprint: "one" };

beforeEach(() => {
  asked = [];
  vi.stubGlobal("WebSocket", class extends EventTarget {});
  vi.stubGlobal("fetch", async (address: string, { body }: { body: string }) => {
    const path = new URL(address, "https://passdeck.test").pathname.replace("/api/trpc/", "");
    asked.push({ path, request: createRequestSchema.parse(JSON.parse(body).request) });
    if (path === "create.plan")
      return new Response(JSON.stringify({ result: { data: { plan, findings: [], xml: "<domain/>" } } }));
    const error = {
      message: "Enough.",
      code: -32603,
      data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 },
    };
    return new Response(JSON.stringify({ error }), { status: 500 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test("however fast it is typed, the password that stands there is hashed, once, when the VM is created", async () => {
  const digests = vi.spyOn(crypto.subtle, "digest");
  const { preset, presets: ourPresets } = opening();
  const wizard = openWizard("cloud-image", preset, sampleChoices);
  const [disk] = wizard.draft.disks;
  if (disk?.source.kind !== "new-volume") throw new Error("the preset has a new disk");
  const image = { pool: "default", volume: "cloud.qcow2" };
  const disks = [{ ...disk, source: { ...disk.source, copyOf: image } }];
  const page = await rendered(
    <WizardView
      hostId="local"
      choices={sampleChoices}
      ourPresets={ourPresets}
      presets={[]}
      reloadPresets={() => undefined}
      reloadChoices={async () => undefined}
      opened={{ ...wizard, draft: { ...wizard.draft, disks } }}
    />,
  );
  const passwordField = () => page.root.querySelector<HTMLInputElement>("input[type=password]");
  await until(page, () => expect(passwordField()).not.toBeNull());
  const type = (text: string) =>
    page.after(() => {
      const field = passwordField();
      if (field === null) throw new Error("no password field");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  // The longer one takes longer to hash.
  await type("p".repeat(5_000));
  await type("secret");
  await until(page, () => expect(asked.map(({ path }) => path)).toEqual(["create.plan"]));
  expect(digests).not.toHaveBeenCalled();
  await page.press("Create");
  await until(page, () => expect(page.text()).toContain("Enough."));

  const hashes = asked.map(({ request }) => hashIn(request));
  expect(hashes[0]).toBe(standInHash);
  const salt = hashes[1]?.split("$")[2] ?? "";
  const hash = await sha512Crypt("secret", salt);
  expect(asked.slice(1, 3).map(({ path }) => path)).toEqual(["create.plan", "create.run"]);
  expect(hashes.slice(1, 3)).toEqual([hash, hash]);
});

/** Waits until something holds; what React does meanwhile is done in between. */
async function until(page: Rendered, holds: () => void): Promise<void> {
  await vi.waitFor(() => page.after(() => new Promise((done) => setTimeout(done, 20))).then(holds), 30_000);
}

function hashIn({ source }: CreateRequest): string | null | undefined {
  if (source.kind !== "specification" || source.cloudInit?.kind !== "settings") return undefined;
  return source.cloudInit.settings.users[0]?.passwordHash;
}
