import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { linuxInstallers } from "../installer.schema";
import { linuxAnswerFiles } from "./linux-answer-files";
import { type LinuxAnswers, linuxAnswersSchema } from "./linux-answers.schema";

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada "the first" \\ $HOME';
const answers: LinuxAnswers = {
  user: "ada",
  passwordHash: "$6$salt$hash",
  sshKeys: [key],
  hostname: "web.lan",
  language: "de_DE",
  keyboard: "de",
  timeZone: "Europe/Berlin",
  disk: "lvm",
  packages: ["vim", "qemu-guest-agent"],
  guestAgent: true,
  network: { kind: "dhcp" },
};
const fixed = {
  kind: "static",
  address: "192.168.7.20/22",
  gateway: "192.168.4.1",
  nameServers: ["1.1.1.1", "9.9.9.9"],
} as const;
const machine = { uefi: true, disk: "vda" } as const;

function filesOf(installer: (typeof linuxInstallers)[number], part: Partial<LinuxAnswers> = {}) {
  const files = linuxAnswerFiles(installer, linuxAnswersSchema.parse({ ...answers, ...part }), machine);
  return new Map(files.map(({ name, content }) => [name, content]));
}

/** debconf's questions with what is said to them; each line is owner, question, type, and the rest. */
function preseeded(part: Partial<LinuxAnswers> = {}): Map<string, string> {
  const lines = (filesOf("preseed", part).get("preseed.cfg") ?? "").split("\n");
  const said = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    said.map((line) => {
      const [, question, value] =
        /^(?:d-i|tasksel|popularity-contest) (\S+) (?:string|select|multiselect|boolean|password|note)(?: (.*))?$/.exec(
          line,
        ) ?? [];
      expect(question, line).toBeDefined();
      return [question ?? "", value ?? ""];
    }),
  );
}

describe("Debian’s preseed", () => {
  test("answers for language, account, the first disk and packages", () => {
    expect(Object.fromEntries(preseeded())).toMatchObject({
      "debian-installer/locale": "de_DE.UTF-8",
      "keyboard-configuration/xkb-keymap": "de",
      "netcfg/get_hostname": "web",
      "netcfg/get_domain": "lan",
      "passwd/root-login": "false",
      "passwd/username": "ada",
      "passwd/user-password-crypted": "$6$salt$hash",
      "partman-auto/disk": "/dev/vda",
      "partman-auto/method": "lvm",
      "partman/confirm": "true",
      "pkgsel/include": "qemu-guest-agent vim",
      "time/zone": "Europe/Berlin",
    });
    expect(preseeded({ disk: "plain" }).get("partman-auto/method")).toBe("regular");
  });

  test("has the network by DHCP, or as it is given", () => {
    expect(preseeded().has("netcfg/get_ipaddress")).toBe(false);
    expect(
      Object.fromEntries(preseeded({ network: { ...fixed, nameServers: [...fixed.nameServers] } })),
    ).toMatchObject({
      "netcfg/disable_autoconfig": "true",
      "netcfg/get_ipaddress": "192.168.7.20",
      "netcfg/get_netmask": "255.255.252.0",
      "netcfg/get_gateway": "192.168.4.1",
      "netcfg/get_nameservers": "1.1.1.1 9.9.9.9",
    });
  });

  test("has the keys in a file beside it, so that no shell reads them", () => {
    expect(filesOf("preseed").get("authorized_keys")).toBe(`${key}\n`);
    expect(preseeded().get("preseed/late_command")).toContain("cp /authorized_keys /target/home/ada/.ssh/");
    expect([...filesOf("preseed", { sshKeys: [] }).keys()]).toEqual(["preseed.cfg"]);
    expect(preseeded({ sshKeys: [] }).has("preseed/late_command")).toBe(false);
  });
});

describe("Anaconda’s kickstart", () => {
  const lines = (part: Partial<LinuxAnswers> = {}) =>
    (filesOf("kickstart", part).get("ks.cfg") ?? "").split("\n");

  test("installs on the first disk alone, with the account and the packages", () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        "lang de_DE.UTF-8",
        "keyboard --xlayouts='de'",
        "timezone Europe/Berlin --utc",
        "rootpw --lock",
        "user --name=ada --groups=wheel --iscrypted --password=$6$salt$hash",
        "ignoredisk --only-use=vda",
        "clearpart --all --initlabel --drives=vda",
        "autopart --type=lvm",
        "network --bootproto=dhcp --device=link --activate --hostname=web.lan",
      ]),
    );
    const packages = lines().slice(lines().indexOf("%packages"));
    expect(packages).toEqual(["%packages", "@core", "qemu-guest-agent", "vim", "%end", ""]);
  });

  test("has a key as one word, whatever its remark", () => {
    expect(lines()).toContain(
      'sshkey --username=ada "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada \\"the first\\" \\\\ $HOME"',
    );
  });

  test("has the network as it is given", () => {
    expect(lines({ network: { ...fixed, nameServers: [...fixed.nameServers] } })).toContain(
      "network --bootproto=static --ip=192.168.7.20 --netmask=255.255.252.0 --gateway=192.168.4.1 --nameserver=1.1.1.1,9.9.9.9 --device=link --activate --hostname=web.lan",
    );
  });
});

describe("Ubuntu’s autoinstall", () => {
  const autoinstall = (part: Partial<LinuxAnswers> = {}) =>
    parse(filesOf("autoinstall", part).get("user-data") ?? "", { version: "1.1" }).autoinstall;

  test("is a NoCloud seed, with all that the installer needs", () => {
    expect(filesOf("autoinstall").get("user-data")).toMatch(/^#cloud-config\n/);
    expect(filesOf("autoinstall").get("meta-data")).toBe("");
    expect(autoinstall()).toEqual({
      version: 1,
      locale: "de_DE.UTF-8",
      keyboard: { layout: "de" },
      timezone: "Europe/Berlin",
      network: { version: 2, ethernets: { all: { match: { name: "e*" }, dhcp4: true } } },
      identity: { hostname: "web.lan", username: "ada", password: "$6$salt$hash" },
      ssh: { "install-server": true, "authorized-keys": [key], "allow-pw": false },
      storage: { layout: { name: "lvm", match: { path: "/dev/vda" } } },
      packages: ["qemu-guest-agent", "vim"],
      shutdown: "reboot",
    });
  });

  test("lets the password in over SSH where there is no key", () => {
    expect(autoinstall({ sshKeys: [] }).ssh).toMatchObject({ "allow-pw": true });
    expect(autoinstall({ disk: "plain" }).storage.layout.name).toBe("direct");
  });

  test("has the network as it is given", () => {
    const { ethernets } = autoinstall({ network: { ...fixed, nameServers: [...fixed.nameServers] } }).network;
    expect(ethernets.all).toMatchObject({
      addresses: ["192.168.7.20/22"],
      routes: [{ to: "default", via: "192.168.4.1" }],
      nameservers: { addresses: ["1.1.1.1", "9.9.9.9"] },
    });
  });
});

describe("what an installer would stumble over is refused before", () => {
  test.each([
    ["user", "root"],
    ["user", "Ada"],
    ["passwordHash", ""],
    ["passwordHash", "secret"],
    ["passwordHash", "$6$a b"],
    ["language", "german"],
    ["language", "de_DE\nd-i"],
    ["keyboard", "de; reboot"],
    ["timeZone", "Berlin time"],
    ["hostname", "a b"],
  ])("%s “%s”", (name, value) => {
    const { error } = linuxAnswersSchema.safeParse({ ...answers, [name]: value });
    expect(error?.issues.map(({ path }) => path)).toEqual([[name]]);
  });

  test.each([
    ["address", "192.168.7.20"],
    ["gateway", "router"],
  ])("the network’s %s “%s”", (name, value) => {
    const { error } = linuxAnswersSchema.safeParse({ ...answers, network: { ...fixed, [name]: value } });
    expect(error?.issues.map(({ path }) => path)).toEqual([["network", name]]);
  });
});
