import { buildXml, type ElementPlan } from "../../xml/build-xml";
import type { AnsweredMachine } from "./answered-machine.schema";
import { type Answer, componentPlan, leaf, list, settingsPlan } from "./unattend";
import type { WindowsAnswers } from "./windows.schema";
import { diskAnswers } from "./windows-disk";

/** The file that Windows' installer looks for in the root of every drive. */
export const windowsAnswerName = "autounattend.xml";

/** Windows' answer file: partitions, edition, drivers, account, remote desktop, guest agent. */
export function windowsAnswerFile(answers: WindowsAnswers, machine: Pick<AnsweredMachine, "uefi">): string {
  const passes: ElementPlan[] = [
    settingsPlan("windowsPE", [
      componentPlan("Microsoft-Windows-International-Core-WinPE", [
        { name: "SetupUILanguage", children: [leaf("UILanguage", answers.language)] },
        ...international(answers),
      ]),
      ...(answers.drivers ? [driverPaths(answers)] : []),
      componentPlan("Microsoft-Windows-Setup", [
        ...diskAnswers(machine),
        imageAnswer(answers, machine),
        userData(answers),
      ]),
    ]),
    settingsPlan("specialize", [
      componentPlan("Microsoft-Windows-Shell-Setup", [
        leaf("ComputerName", answers.computerName),
        leaf("TimeZone", answers.timeZone),
      ]),
      ...(answers.remoteDesktop ? remoteDesktop() : []),
    ]),
    settingsPlan("oobeSystem", [
      componentPlan("Microsoft-Windows-International-Core", international(answers)),
      componentPlan("Microsoft-Windows-Shell-Setup", shell(answers)),
    ]),
  ];
  const root = {
    name: "unattend",
    attributes: { xmlns: "urn:schemas-microsoft-com:unattend" },
    children: passes,
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${buildXml(root)}\n`;
}

function international({ language, keyboard }: WindowsAnswers): Answer[] {
  return [
    leaf("InputLocale", keyboard),
    leaf("SystemLocale", language),
    leaf("UILanguage", language),
    leaf("UserLocale", language),
  ];
}

/** Nobody knows which letter the installer gives the CD: those that are not there it passes over. */
const driveLetters = ["D", "E", "F", "G"];
/** The drivers that a VM of ours may need, by the CD's folders: disks, network, memory, serial port, random numbers. */
const driverFolders = [
  "viostor",
  "vioscsi",
  "NetKVM",
  "Balloon",
  "vioserial",
  "viorng",
  "vioinput",
  "viogpudo",
];

function driverPaths({ version }: WindowsAnswers): ElementPlan {
  const paths = driveLetters.flatMap((drive) =>
    driverFolders.map((folder) => `${drive}:\\${folder}\\${version}\\amd64`),
  );
  const entries = paths.map((path, index) => ({
    name: "PathAndCredentials",
    attributes: { "wcm:action": "add", "wcm:keyValue": String(index + 1) },
    children: [leaf("Path", path)],
  }));
  return componentPlan("Microsoft-Windows-PnpCustomizationsWinPE", [
    { name: "DriverPaths", children: entries },
  ]);
}

function imageAnswer({ edition }: WindowsAnswers, { uefi }: Pick<AnsweredMachine, "uefi">): Answer {
  const from = list("MetaData", [[leaf("Key", "/IMAGE/NAME"), leaf("Value", edition ?? "")]]);
  const to = { name: "InstallTo", children: [leaf("DiskID", "0"), leaf("PartitionID", uefi ? "3" : "2")] };
  return {
    name: "ImageInstall",
    children: [
      {
        name: "OSImage",
        children: [...(edition === null ? [] : [{ name: "InstallFrom", children: from }]), to],
      },
    ],
  };
}

function userData({ productKey }: WindowsAnswers): Answer {
  // Without a key nobody is asked for one; where the edition is not named either, the installer asks which.
  const key = [leaf("Key", productKey ?? ""), leaf("WillShowUI", "OnError")];
  return { name: "UserData", children: [{ name: "ProductKey", children: key }, leaf("AcceptEula", "true")] };
}

function remoteDesktop(): ElementPlan[] {
  const group = [leaf("Active", "true"), leaf("Profile", "all"), leaf("Group", "@FirewallAPI.dll,-28752")];
  return [
    componentPlan("Microsoft-Windows-TerminalServices-LocalSessionManager", [
      leaf("fDenyTSConnections", "false"),
    ]),
    componentPlan("Microsoft-Windows-TerminalServices-RDP-WinStationExtensions", [
      leaf("UserAuthentication", "1"),
    ]),
    componentPlan("Networking-MPSSVC-Svc", [
      {
        name: "FirewallGroups",
        children: [
          {
            name: "FirewallGroup",
            attributes: { "wcm:action": "add", "wcm:keyValue": "RemoteDesktop" },
            children: group,
          },
        ],
      },
    ]),
  ];
}

function shell(answers: WindowsAnswers): Answer[] {
  const { account } = answers;
  const user = [
    password(answers),
    leaf("Name", account),
    leaf("DisplayName", account),
    leaf("Group", "Administrators"),
  ];
  return [
    {
      name: "OOBE",
      children: [
        leaf("HideEULAPage", "true"),
        leaf("HideOnlineAccountScreens", "true"),
        leaf("HideWirelessSetupInOOBE", "true"),
        leaf("ProtectYourPC", "3"),
      ],
    },
    { name: "UserAccounts", children: [{ name: "LocalAccounts", children: list("LocalAccount", [user]) }] },
    ...(answers.guestAgent ? [signInOnce(answers), firstCommands()] : []),
  ];
}

/** What is installed then needs somebody to be signed in. */
function signInOnce(answers: WindowsAnswers): Answer {
  const children = [
    password(answers),
    leaf("Enabled", "true"),
    leaf("LogonCount", "1"),
    leaf("Username", answers.account),
  ];
  return { name: "AutoLogon", children };
}

function firstCommands(): Answer {
  const installers = ["virtio-win-gt-x64.msi", "guest-agent\\qemu-ga-x86_64.msi"];
  const commands = installers.map((installer, index) => [
    leaf("Order", String(index + 1)),
    leaf(
      "CommandLine",
      `cmd /c for %d in (${driveLetters.join(" ")}) do if exist %d:\\${installer} msiexec /i %d:\\${installer} /qn /norestart`,
    ),
    leaf("Description", `Install ${installer}`),
  ]);
  return { name: "FirstLogonCommands", children: list("SynchronousCommand", commands) };
}

/** As Windows hides them itself: UTF-16 with a word behind, in Base64. Whoever has the file can read it. */
function password({ password: plain }: WindowsAnswers): Answer {
  const value = Buffer.from(`${plain}Password`, "utf16le").toString("base64");
  return { name: "Password", children: [leaf("Value", value), leaf("PlainText", "false")] };
}
