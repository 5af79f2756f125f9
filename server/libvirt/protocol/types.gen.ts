// Written by `npm run generate:protocol` from libvirt's protocol definitions. Do not edit.

export type TypedParamValue =
  | { type: 1; value: number } // VIR_TYPED_PARAM_INT
  | { type: 2; value: number } // VIR_TYPED_PARAM_UINT
  | { type: 3; value: bigint } // VIR_TYPED_PARAM_LLONG
  | { type: 4; value: bigint } // VIR_TYPED_PARAM_ULLONG
  | { type: 5; value: number } // VIR_TYPED_PARAM_DOUBLE
  | { type: 6; value: number } // VIR_TYPED_PARAM_BOOLEAN
  | { type: 7; value: string } // VIR_TYPED_PARAM_STRING;

export interface ConnectOpenArguments {
  name: string | null;
  flags: number;
}

export interface ConnectGetMaxVcpusArguments {
  type: string | null;
}

export interface Domain {
  name: string;
  uuid: Uint8Array;
  id: number;
}

export interface DomainAttachDeviceArguments {
  dom: Domain;
  xml: string;
}

export interface DomainCreateArguments {
  dom: Domain;
}

export interface DomainCreateXmlArguments {
  xml_desc: string;
  flags: number;
}

export interface DomainDefineXmlArguments {
  xml: string;
}

export interface DomainDestroyArguments {
  dom: Domain;
}

export interface DomainDetachDeviceArguments {
  dom: Domain;
  xml: string;
}

export interface DomainGetXmlDescArguments {
  dom: Domain;
  flags: number;
}

export interface DomainGetAutostartArguments {
  dom: Domain;
}

export interface DomainGetInfoArguments {
  dom: Domain;
}

export interface DomainGetMaxMemoryArguments {
  dom: Domain;
}

export interface DomainGetMaxVcpusArguments {
  dom: Domain;
}

export interface DomainGetOsTypeArguments {
  dom: Domain;
}

export interface DomainGetVcpusArguments {
  dom: Domain;
  maxinfo: number;
  maplen: number;
}

export interface ConnectListDefinedDomainsArguments {
  maxnames: number;
}

export interface DomainLookupByIdArguments {
  id: number;
}

export interface DomainLookupByNameArguments {
  name: string;
}

export interface DomainLookupByUuidArguments {
  uuid: Uint8Array;
}

export interface DomainPinVcpuArguments {
  dom: Domain;
  vcpu: number;
  cpumap: Uint8Array;
}

export interface DomainRebootArguments {
  dom: Domain;
  flags: number;
}

export interface DomainResumeArguments {
  dom: Domain;
}

export interface DomainSetAutostartArguments {
  dom: Domain;
  autostart: number;
}

export interface DomainSetMaxMemoryArguments {
  dom: Domain;
  memory: bigint;
}

export interface DomainSetMemoryArguments {
  dom: Domain;
  memory: bigint;
}

export interface DomainSetVcpusArguments {
  dom: Domain;
  nvcpus: number;
}

export interface DomainShutdownArguments {
  dom: Domain;
}

export interface DomainSuspendArguments {
  dom: Domain;
}

export interface DomainUndefineArguments {
  dom: Domain;
}

export interface ConnectListDefinedNetworksArguments {
  maxnames: number;
}

export interface ConnectListDomainsArguments {
  maxids: number;
}

export interface ConnectListNetworksArguments {
  maxnames: number;
}

export interface Network {
  name: string;
  uuid: Uint8Array;
}

export interface NetworkCreateArguments {
  net: Network;
}

export interface NetworkCreateXmlArguments {
  xml: string;
}

export interface NetworkDefineXmlArguments {
  xml: string;
}

export interface NetworkDestroyArguments {
  net: Network;
}

export interface NetworkGetXmlDescArguments {
  net: Network;
  flags: number;
}

export interface NetworkGetAutostartArguments {
  net: Network;
}

export interface NetworkGetBridgeNameArguments {
  net: Network;
}

export interface NetworkLookupByNameArguments {
  name: string;
}

export interface NetworkLookupByUuidArguments {
  uuid: Uint8Array;
}

export interface NetworkSetAutostartArguments {
  net: Network;
  autostart: number;
}

export interface NetworkUndefineArguments {
  net: Network;
}

export interface DomainCoreDumpArguments {
  dom: Domain;
  to: string;
  flags: number;
}

export interface DomainRestoreArguments {
  from: string;
}

export interface DomainSaveArguments {
  dom: Domain;
  to: string;
}

export interface DomainGetSchedulerTypeArguments {
  dom: Domain;
}

export interface DomainGetSchedulerParametersArguments {
  dom: Domain;
  nparams: number;
}

export interface TypedParam {
  field: string;
  value: TypedParamValue;
}

export interface DomainSetSchedulerParametersArguments {
  dom: Domain;
  params: TypedParam[];
}

export interface ConnectSupportsFeatureArguments {
  feature: number;
}

export interface DomainMigratePrepareArguments {
  uri_in: string | null;
  flags: bigint;
  dname: string | null;
  resource: bigint;
}

export interface DomainMigratePerformArguments {
  dom: Domain;
  cookie: Uint8Array;
  uri: string;
  flags: bigint;
  dname: string | null;
  resource: bigint;
}

export interface DomainMigrateFinishArguments {
  dname: string;
  cookie: Uint8Array;
  uri: string;
  flags: bigint;
}

export interface DomainBlockStatsArguments {
  dom: Domain;
  path: string;
}

export interface DomainInterfaceStatsArguments {
  dom: Domain;
  device: string;
}

export interface AuthSaslStartArguments {
  mech: string;
  nil: number;
  data: number[];
}

export interface AuthSaslStepArguments {
  nil: number;
  data: number[];
}

export interface ConnectListStoragePoolsArguments {
  maxnames: number;
}

export interface ConnectListDefinedStoragePoolsArguments {
  maxnames: number;
}

export interface ConnectFindStoragePoolSourcesArguments {
  type: string;
  srcSpec: string | null;
  flags: number;
}

export interface StoragePoolCreateXmlArguments {
  xml: string;
  flags: number;
}

export interface StoragePoolDefineXmlArguments {
  xml: string;
  flags: number;
}

export interface StoragePool {
  name: string;
  uuid: Uint8Array;
}

export interface StoragePoolCreateArguments {
  pool: StoragePool;
  flags: number;
}

export interface StoragePoolBuildArguments {
  pool: StoragePool;
  flags: number;
}

export interface StoragePoolDestroyArguments {
  pool: StoragePool;
}

export interface StoragePoolDeleteArguments {
  pool: StoragePool;
  flags: number;
}

export interface StoragePoolUndefineArguments {
  pool: StoragePool;
}

export interface StoragePoolRefreshArguments {
  pool: StoragePool;
  flags: number;
}

export interface StoragePoolLookupByNameArguments {
  name: string;
}

export interface StoragePoolLookupByUuidArguments {
  uuid: Uint8Array;
}

export interface StorageVol {
  pool: string;
  name: string;
  key: string;
}

export interface StoragePoolLookupByVolumeArguments {
  vol: StorageVol;
}

export interface StoragePoolGetInfoArguments {
  pool: StoragePool;
}

export interface StoragePoolGetXmlDescArguments {
  pool: StoragePool;
  flags: number;
}

export interface StoragePoolGetAutostartArguments {
  pool: StoragePool;
}

export interface StoragePoolSetAutostartArguments {
  pool: StoragePool;
  autostart: number;
}

export interface StoragePoolNumOfVolumesArguments {
  pool: StoragePool;
}

export interface StoragePoolListVolumesArguments {
  pool: StoragePool;
  maxnames: number;
}

export interface StorageVolCreateXmlArguments {
  pool: StoragePool;
  xml: string;
  flags: number;
}

export interface StorageVolDeleteArguments {
  vol: StorageVol;
  flags: number;
}

export interface StorageVolLookupByNameArguments {
  pool: StoragePool;
  name: string;
}

export interface StorageVolLookupByKeyArguments {
  key: string;
}

export interface StorageVolLookupByPathArguments {
  path: string;
}

export interface StorageVolGetInfoArguments {
  vol: StorageVol;
}

export interface StorageVolGetXmlDescArguments {
  vol: StorageVol;
  flags: number;
}

export interface StorageVolGetPathArguments {
  vol: StorageVol;
}

export interface NodeGetCellsFreeMemoryArguments {
  startCell: number;
  maxcells: number;
}

export interface DomainBlockPeekArguments {
  dom: Domain;
  path: string;
  offset: bigint;
  size: number;
  flags: number;
}

export interface DomainMemoryPeekArguments {
  dom: Domain;
  offset: bigint;
  size: number;
  flags: number;
}

export interface DomainMigratePrepare2Arguments {
  uri_in: string | null;
  flags: bigint;
  dname: string | null;
  resource: bigint;
  dom_xml: string;
}

export interface DomainMigrateFinish2Arguments {
  dname: string;
  cookie: Uint8Array;
  uri: string;
  flags: bigint;
  retcode: number;
}

export interface NodeNumOfDevicesArguments {
  cap: string | null;
  flags: number;
}

export interface NodeListDevicesArguments {
  cap: string | null;
  maxnames: number;
  flags: number;
}

export interface NodeDeviceLookupByNameArguments {
  name: string;
}

export interface NodeDeviceGetXmlDescArguments {
  name: string;
  flags: number;
}

export interface NodeDeviceGetParentArguments {
  name: string;
}

export interface NodeDeviceNumOfCapsArguments {
  name: string;
}

export interface NodeDeviceListCapsArguments {
  name: string;
  maxnames: number;
}

export interface NodeDeviceDettachArguments {
  name: string;
}

export interface NodeDeviceReAttachArguments {
  name: string;
}

export interface NodeDeviceResetArguments {
  name: string;
}

export interface DomainGetSecurityLabelArguments {
  dom: Domain;
}

export interface NodeDeviceCreateXmlArguments {
  xml_desc: string;
  flags: number;
}

export interface NodeDeviceDestroyArguments {
  name: string;
}

export interface StorageVolCreateXmlFromArguments {
  pool: StoragePool;
  xml: string;
  clonevol: StorageVol;
  flags: number;
}

export interface ConnectListInterfacesArguments {
  maxnames: number;
}

export interface InterfaceLookupByNameArguments {
  name: string;
}

export interface InterfaceLookupByMacStringArguments {
  mac: string;
}

export interface Interface {
  name: string;
  mac: string;
}

export interface InterfaceGetXmlDescArguments {
  iface: Interface;
  flags: number;
}

export interface InterfaceDefineXmlArguments {
  xml: string;
  flags: number;
}

export interface InterfaceUndefineArguments {
  iface: Interface;
}

export interface InterfaceCreateArguments {
  iface: Interface;
  flags: number;
}

export interface InterfaceDestroyArguments {
  iface: Interface;
  flags: number;
}

export interface ConnectDomainXmlFromNativeArguments {
  nativeFormat: string;
  nativeConfig: string;
  flags: number;
}

export interface ConnectDomainXmlToNativeArguments {
  nativeFormat: string;
  domainXml: string;
  flags: number;
}

export interface ConnectListDefinedInterfacesArguments {
  maxnames: number;
}

export interface ConnectListSecretsArguments {
  maxuuids: number;
}

export interface SecretLookupByUuidArguments {
  uuid: Uint8Array;
}

export interface SecretDefineXmlArguments {
  xml: string;
  flags: number;
}

export interface Secret {
  uuid: Uint8Array;
  usageType: number;
  usageID: string;
}

export interface SecretGetXmlDescArguments {
  secret: Secret;
  flags: number;
}

export interface SecretSetValueArguments {
  secret: Secret;
  value: Uint8Array;
  flags: number;
}

export interface SecretGetValueArguments {
  secret: Secret;
  flags: number;
}

export interface SecretUndefineArguments {
  secret: Secret;
}

export interface SecretLookupByUsageArguments {
  usageType: number;
  usageID: string;
}

export interface DomainMigratePrepareTunnelArguments {
  flags: bigint;
  dname: string | null;
  resource: bigint;
  dom_xml: string;
}

export interface DomainIsActiveArguments {
  dom: Domain;
}

export interface DomainIsPersistentArguments {
  dom: Domain;
}

export interface NetworkIsActiveArguments {
  net: Network;
}

export interface NetworkIsPersistentArguments {
  net: Network;
}

export interface StoragePoolIsActiveArguments {
  pool: StoragePool;
}

export interface StoragePoolIsPersistentArguments {
  pool: StoragePool;
}

export interface InterfaceIsActiveArguments {
  iface: Interface;
}

export interface ConnectCompareCpuArguments {
  xml: string;
  flags: number;
}

export interface DomainMemoryStatsArguments {
  dom: Domain;
  maxStats: number;
  flags: number;
}

export interface DomainAttachDeviceFlagsArguments {
  dom: Domain;
  xml: string;
  flags: number;
}

export interface DomainDetachDeviceFlagsArguments {
  dom: Domain;
  xml: string;
  flags: number;
}

export interface ConnectBaselineCpuArguments {
  xmlCPUs: string[];
  flags: number;
}

export interface DomainGetJobInfoArguments {
  dom: Domain;
}

export interface DomainAbortJobArguments {
  dom: Domain;
}

export interface StorageVolWipeArguments {
  vol: StorageVol;
  flags: number;
}

export interface DomainMigrateSetMaxDowntimeArguments {
  dom: Domain;
  downtime: bigint;
  flags: number;
}

export interface ConnectDomainEventRegisterAnyArguments {
  eventID: number;
}

export interface ConnectDomainEventDeregisterAnyArguments {
  eventID: number;
}

export interface DomainUpdateDeviceFlagsArguments {
  dom: Domain;
  xml: string;
  flags: number;
}

export interface NwfilterLookupByNameArguments {
  name: string;
}

export interface NwfilterLookupByUuidArguments {
  uuid: Uint8Array;
}

export interface Nwfilter {
  name: string;
  uuid: Uint8Array;
}

export interface NwfilterGetXmlDescArguments {
  nwfilter: Nwfilter;
  flags: number;
}

export interface ConnectListNwfiltersArguments {
  maxnames: number;
}

export interface NwfilterDefineXmlArguments {
  xml: string;
}

export interface NwfilterUndefineArguments {
  nwfilter: Nwfilter;
}

export interface DomainManagedSaveArguments {
  dom: Domain;
  flags: number;
}

export interface DomainHasManagedSaveImageArguments {
  dom: Domain;
  flags: number;
}

export interface DomainManagedSaveRemoveArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSnapshotCreateXmlArguments {
  dom: Domain;
  xml_desc: string;
  flags: number;
}

export interface DomainSnapshot {
  name: string;
  dom: Domain;
}

export interface DomainSnapshotGetXmlDescArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainSnapshotNumArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSnapshotListNamesArguments {
  dom: Domain;
  maxnames: number;
  flags: number;
}

export interface DomainSnapshotLookupByNameArguments {
  dom: Domain;
  name: string;
  flags: number;
}

export interface DomainHasCurrentSnapshotArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSnapshotCurrentArguments {
  dom: Domain;
  flags: number;
}

export interface DomainRevertToSnapshotArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainSnapshotDeleteArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainGetBlockInfoArguments {
  dom: Domain;
  path: string;
  flags: number;
}

export interface DomainCreateWithFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSetMemoryParametersArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainGetMemoryParametersArguments {
  dom: Domain;
  nparams: number;
  flags: number;
}

export interface DomainSetVcpusFlagsArguments {
  dom: Domain;
  nvcpus: number;
  flags: number;
}

export interface DomainGetVcpusFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainOpenConsoleArguments {
  dom: Domain;
  dev_name: string | null;
  flags: number;
}

export interface DomainIsUpdatedArguments {
  dom: Domain;
}

export interface ConnectGetSysinfoArguments {
  flags: number;
}

export interface DomainSetMemoryFlagsArguments {
  dom: Domain;
  memory: bigint;
  flags: number;
}

export interface DomainSetBlkioParametersArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainGetBlkioParametersArguments {
  dom: Domain;
  nparams: number;
  flags: number;
}

export interface DomainMigrateSetMaxSpeedArguments {
  dom: Domain;
  bandwidth: bigint;
  flags: number;
}

export interface StorageVolUploadArguments {
  vol: StorageVol;
  offset: bigint;
  length: bigint;
  flags: number;
}

export interface StorageVolDownloadArguments {
  vol: StorageVol;
  offset: bigint;
  length: bigint;
  flags: number;
}

export interface DomainInjectNmiArguments {
  dom: Domain;
  flags: number;
}

export interface DomainScreenshotArguments {
  dom: Domain;
  screen: number;
  flags: number;
}

export interface DomainGetStateArguments {
  dom: Domain;
  flags: number;
}

export interface DomainMigrateBegin3Arguments {
  dom: Domain;
  xmlin: string | null;
  flags: bigint;
  dname: string | null;
  resource: bigint;
}

export interface DomainMigratePrepare3Arguments {
  cookie_in: Uint8Array;
  uri_in: string | null;
  flags: bigint;
  dname: string | null;
  resource: bigint;
  dom_xml: string;
}

export interface DomainMigratePrepareTunnel3Arguments {
  cookie_in: Uint8Array;
  flags: bigint;
  dname: string | null;
  resource: bigint;
  dom_xml: string;
}

export interface DomainMigratePerform3Arguments {
  dom: Domain;
  xmlin: string | null;
  cookie_in: Uint8Array;
  dconnuri: string | null;
  uri: string | null;
  flags: bigint;
  dname: string | null;
  resource: bigint;
}

export interface DomainMigrateFinish3Arguments {
  dname: string;
  cookie_in: Uint8Array;
  dconnuri: string | null;
  uri: string | null;
  flags: bigint;
  cancelled: number;
}

export interface DomainMigrateConfirm3Arguments {
  dom: Domain;
  cookie_in: Uint8Array;
  flags: bigint;
  cancelled: number;
}

export interface DomainSetSchedulerParametersFlagsArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface InterfaceChangeBeginArguments {
  flags: number;
}

export interface InterfaceChangeCommitArguments {
  flags: number;
}

export interface InterfaceChangeRollbackArguments {
  flags: number;
}

export interface DomainGetSchedulerParametersFlagsArguments {
  dom: Domain;
  nparams: number;
  flags: number;
}

export interface DomainPinVcpuFlagsArguments {
  dom: Domain;
  vcpu: number;
  cpumap: Uint8Array;
  flags: number;
}

export interface DomainSendKeyArguments {
  dom: Domain;
  codeset: number;
  holdtime: number;
  keycodes: number[];
  flags: number;
}

export interface NodeGetCpuStatsArguments {
  cpuNum: number;
  nparams: number;
  flags: number;
}

export interface NodeGetMemoryStatsArguments {
  nparams: number;
  cellNum: number;
  flags: number;
}

export interface DomainGetControlInfoArguments {
  dom: Domain;
  flags: number;
}

export interface DomainGetVcpuPinInfoArguments {
  dom: Domain;
  ncpumaps: number;
  maplen: number;
  flags: number;
}

export interface DomainUndefineFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSaveFlagsArguments {
  dom: Domain;
  to: string;
  dxml: string | null;
  flags: number;
}

export interface DomainRestoreFlagsArguments {
  from: string;
  dxml: string | null;
  flags: number;
}

export interface DomainDestroyFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSaveImageGetXmlDescArguments {
  file: string;
  flags: number;
}

export interface DomainSaveImageDefineXmlArguments {
  file: string;
  dxml: string;
  flags: number;
}

export interface DomainBlockJobAbortArguments {
  dom: Domain;
  path: string;
  flags: number;
}

export interface DomainGetBlockJobInfoArguments {
  dom: Domain;
  path: string;
  flags: number;
}

export interface DomainBlockJobSetSpeedArguments {
  dom: Domain;
  path: string;
  bandwidth: bigint;
  flags: number;
}

export interface DomainBlockPullArguments {
  dom: Domain;
  path: string;
  bandwidth: bigint;
  flags: number;
}

export interface DomainMigrateGetMaxSpeedArguments {
  dom: Domain;
  flags: number;
}

export interface DomainBlockStatsFlagsArguments {
  dom: Domain;
  path: string;
  nparams: number;
  flags: number;
}

export interface DomainSnapshotGetParentArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainResetArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSnapshotNumChildrenArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainSnapshotListChildrenNamesArguments {
  snap: DomainSnapshot;
  maxnames: number;
  flags: number;
}

export interface DomainOpenGraphicsArguments {
  dom: Domain;
  idx: number;
  flags: number;
}

export interface NodeSuspendForDurationArguments {
  target: number;
  duration: bigint;
  flags: number;
}

export interface DomainBlockResizeArguments {
  dom: Domain;
  disk: string;
  size: bigint;
  flags: number;
}

export interface DomainSetBlockIoTuneArguments {
  dom: Domain;
  disk: string;
  params: TypedParam[];
  flags: number;
}

export interface DomainGetBlockIoTuneArguments {
  dom: Domain;
  disk: string | null;
  nparams: number;
  flags: number;
}

export interface DomainSetNumaParametersArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainGetNumaParametersArguments {
  dom: Domain;
  nparams: number;
  flags: number;
}

export interface DomainSetInterfaceParametersArguments {
  dom: Domain;
  device: string;
  params: TypedParam[];
  flags: number;
}

export interface DomainGetInterfaceParametersArguments {
  dom: Domain;
  device: string;
  nparams: number;
  flags: number;
}

export interface DomainShutdownFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface StorageVolWipePatternArguments {
  vol: StorageVol;
  algorithm: number;
  flags: number;
}

export interface StorageVolResizeArguments {
  vol: StorageVol;
  capacity: bigint;
  flags: number;
}

export interface DomainPmSuspendForDurationArguments {
  dom: Domain;
  target: number;
  duration: bigint;
  flags: number;
}

export interface DomainGetCpuStatsArguments {
  dom: Domain;
  nparams: number;
  start_cpu: number;
  ncpus: number;
  flags: number;
}

export interface DomainGetDiskErrorsArguments {
  dom: Domain;
  maxerrors: number;
  flags: number;
}

export interface DomainSetMetadataArguments {
  dom: Domain;
  type: number;
  metadata: string | null;
  key: string | null;
  uri: string | null;
  flags: number;
}

export interface DomainGetMetadataArguments {
  dom: Domain;
  type: number;
  uri: string | null;
  flags: number;
}

export interface DomainBlockRebaseArguments {
  dom: Domain;
  path: string;
  base: string | null;
  bandwidth: bigint;
  flags: number;
}

export interface DomainPmWakeupArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSnapshotIsCurrentArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface DomainSnapshotHasMetadataArguments {
  snap: DomainSnapshot;
  flags: number;
}

export interface ConnectListAllDomainsArguments {
  need_results: number;
  flags: number;
}

export interface DomainListAllSnapshotsArguments {
  dom: Domain;
  need_results: number;
  flags: number;
}

export interface DomainSnapshotListAllChildrenArguments {
  snapshot: DomainSnapshot;
  need_results: number;
  flags: number;
}

export interface DomainGetHostnameArguments {
  dom: Domain;
  flags: number;
}

export interface DomainGetSecurityLabelListArguments {
  dom: Domain;
}

export interface DomainPinEmulatorArguments {
  dom: Domain;
  cpumap: Uint8Array;
  flags: number;
}

export interface DomainGetEmulatorPinInfoArguments {
  dom: Domain;
  maplen: number;
  flags: number;
}

export interface ConnectListAllStoragePoolsArguments {
  need_results: number;
  flags: number;
}

export interface StoragePoolListAllVolumesArguments {
  pool: StoragePool;
  need_results: number;
  flags: number;
}

export interface ConnectListAllNetworksArguments {
  need_results: number;
  flags: number;
}

export interface ConnectListAllInterfacesArguments {
  need_results: number;
  flags: number;
}

export interface ConnectListAllNodeDevicesArguments {
  need_results: number;
  flags: number;
}

export interface ConnectListAllNwfiltersArguments {
  need_results: number;
  flags: number;
}

export interface ConnectListAllSecretsArguments {
  need_results: number;
  flags: number;
}

export interface NodeSetMemoryParametersArguments {
  params: TypedParam[];
  flags: number;
}

export interface NodeGetMemoryParametersArguments {
  nparams: number;
  flags: number;
}

export interface DomainBlockCommitArguments {
  dom: Domain;
  disk: string;
  base: string | null;
  top: string | null;
  bandwidth: bigint;
  flags: number;
}

export interface NetworkUpdateArguments {
  net: Network;
  command: number;
  section: number;
  parentIndex: number;
  xml: string;
  flags: number;
}

export interface NodeGetCpuMapArguments {
  need_map: number;
  need_online: number;
  flags: number;
}

export interface DomainFstrimArguments {
  dom: Domain;
  mountPoint: string | null;
  minimum: bigint;
  flags: number;
}

export interface DomainSendProcessSignalArguments {
  dom: Domain;
  pid_value: bigint;
  signum: number;
  flags: number;
}

export interface DomainOpenChannelArguments {
  dom: Domain;
  name: string | null;
  flags: number;
}

export interface NodeDeviceLookupScsiHostByWwnArguments {
  wwnn: string;
  wwpn: string;
  flags: number;
}

export interface DomainGetJobStatsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainMigrateGetCompressionCacheArguments {
  dom: Domain;
  flags: number;
}

export interface DomainMigrateSetCompressionCacheArguments {
  dom: Domain;
  cacheSize: bigint;
  flags: number;
}

export interface NodeDeviceDetachFlagsArguments {
  name: string;
  driverName: string | null;
  flags: number;
}

export interface DomainMigrateBegin3ParamsArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainMigratePrepare3ParamsArguments {
  params: TypedParam[];
  cookie_in: Uint8Array;
  flags: number;
}

export interface DomainMigratePrepareTunnel3ParamsArguments {
  params: TypedParam[];
  cookie_in: Uint8Array;
  flags: number;
}

export interface DomainMigratePerform3ParamsArguments {
  dom: Domain;
  dconnuri: string | null;
  params: TypedParam[];
  cookie_in: Uint8Array;
  flags: number;
}

export interface DomainMigrateFinish3ParamsArguments {
  params: TypedParam[];
  cookie_in: Uint8Array;
  flags: number;
  cancelled: number;
}

export interface DomainMigrateConfirm3ParamsArguments {
  dom: Domain;
  params: TypedParam[];
  cookie_in: Uint8Array;
  flags: number;
  cancelled: number;
}

export interface DomainSetMemoryStatsPeriodArguments {
  dom: Domain;
  period: number;
  flags: number;
}

export interface DomainCreateXmlWithFilesArguments {
  xml_desc: string;
  flags: number;
}

export interface DomainCreateWithFilesArguments {
  dom: Domain;
  flags: number;
}

export interface ConnectGetCpuModelNamesArguments {
  arch: string;
  need_results: number;
  flags: number;
}

export interface ConnectNetworkEventRegisterAnyArguments {
  eventID: number;
  net: Network | null;
}

export interface ConnectNetworkEventDeregisterAnyArguments {
  callbackID: number;
}

export interface ConnectDomainEventCallbackRegisterAnyArguments {
  eventID: number;
  dom: Domain | null;
}

export interface ConnectDomainEventCallbackDeregisterAnyArguments {
  callbackID: number;
}

export interface DomainCoreDumpWithFormatArguments {
  dom: Domain;
  to: string;
  dumpformat: number;
  flags: number;
}

export interface DomainFsfreezeArguments {
  dom: Domain;
  mountpoints: string[];
  flags: number;
}

export interface DomainFsthawArguments {
  dom: Domain;
  mountpoints: string[];
  flags: number;
}

export interface DomainGetTimeArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSetTimeArguments {
  dom: Domain;
  seconds: bigint;
  nseconds: number;
  flags: number;
}

export interface NodeGetFreePagesArguments {
  pages: number[];
  startCell: number;
  cellCount: number;
  flags: number;
}

export interface NetworkGetDhcpLeasesArguments {
  net: Network;
  mac: string | null;
  need_results: number;
  flags: number;
}

export interface ConnectGetDomainCapabilitiesArguments {
  emulatorbin: string | null;
  arch: string | null;
  machine: string | null;
  virttype: string | null;
  flags: number;
}

export interface DomainOpenGraphicsFdArguments {
  dom: Domain;
  idx: number;
  flags: number;
}

export interface ConnectGetAllDomainStatsArguments {
  doms: Domain[];
  stats: number;
  flags: number;
}

export interface DomainBlockCopyArguments {
  dom: Domain;
  path: string;
  destxml: string;
  params: TypedParam[];
  flags: number;
}

export interface NodeAllocPagesArguments {
  pageSizes: number[];
  pageCounts: bigint[];
  startCell: number;
  cellCount: number;
  flags: number;
}

export interface DomainGetFsinfoArguments {
  dom: Domain;
  flags: number;
}

export interface DomainDefineXmlFlagsArguments {
  xml: string;
  flags: number;
}

export interface DomainGetIothreadInfoArguments {
  dom: Domain;
  flags: number;
}

export interface DomainPinIothreadArguments {
  dom: Domain;
  iothreads_id: number;
  cpumap: Uint8Array;
  flags: number;
}

export interface DomainInterfaceAddressesArguments {
  dom: Domain;
  source: number;
  flags: number;
}

export interface DomainAddIothreadArguments {
  dom: Domain;
  iothread_id: number;
  flags: number;
}

export interface DomainDelIothreadArguments {
  dom: Domain;
  iothread_id: number;
  flags: number;
}

export interface DomainSetUserPasswordArguments {
  dom: Domain;
  user: string | null;
  password: string | null;
  flags: number;
}

export interface DomainRenameArguments {
  dom: Domain;
  new_name: string | null;
  flags: number;
}

export interface DomainMigrateStartPostCopyArguments {
  dom: Domain;
  flags: number;
}

export interface DomainGetPerfEventsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSetPerfEventsArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface ConnectStoragePoolEventRegisterAnyArguments {
  eventID: number;
  pool: StoragePool | null;
}

export interface ConnectStoragePoolEventDeregisterAnyArguments {
  callbackID: number;
}

export interface DomainGetGuestVcpusArguments {
  dom: Domain;
  flags: number;
}

export interface DomainSetGuestVcpusArguments {
  dom: Domain;
  cpumap: string;
  state: number;
  flags: number;
}

export interface NodeDevice {
  name: string;
}

export interface ConnectNodeDeviceEventRegisterAnyArguments {
  eventID: number;
  dev: NodeDevice | null;
}

export interface ConnectNodeDeviceEventDeregisterAnyArguments {
  callbackID: number;
}

export interface StorageVolGetInfoFlagsArguments {
  vol: StorageVol;
  flags: number;
}

export interface ConnectSecretEventRegisterAnyArguments {
  eventID: number;
  secret: Secret | null;
}

export interface ConnectSecretEventDeregisterAnyArguments {
  callbackID: number;
}

export interface DomainSetVcpuArguments {
  dom: Domain;
  cpumap: string;
  state: number;
  flags: number;
}

export interface DomainSetBlockThresholdArguments {
  dom: Domain;
  dev: string;
  threshold: bigint;
  flags: number;
}

export interface DomainMigrateGetMaxDowntimeArguments {
  dom: Domain;
  flags: number;
}

export interface DomainManagedSaveGetXmlDescArguments {
  dom: Domain;
  flags: number;
}

export interface DomainManagedSaveDefineXmlArguments {
  dom: Domain;
  dxml: string | null;
  flags: number;
}

export interface DomainSetLifecycleActionArguments {
  dom: Domain;
  type: number;
  action: number;
  flags: number;
}

export interface StoragePoolLookupByTargetPathArguments {
  path: string;
}

export interface DomainDetachDeviceAliasArguments {
  dom: Domain;
  alias: string;
  flags: number;
}

export interface ConnectCompareHypervisorCpuArguments {
  emulator: string | null;
  arch: string | null;
  machine: string | null;
  virttype: string | null;
  xmlCPU: string;
  flags: number;
}

export interface ConnectBaselineHypervisorCpuArguments {
  emulator: string | null;
  arch: string | null;
  machine: string | null;
  virttype: string | null;
  xmlCPUs: string[];
  flags: number;
}

export interface NodeGetSevInfoArguments {
  nparams: number;
  flags: number;
}

export interface DomainGetLaunchSecurityInfoArguments {
  dom: Domain;
  flags: number;
}

export interface NwfilterBindingLookupByPortDevArguments {
  name: string;
}

export interface NwfilterBinding {
  portdev: string;
  filtername: string;
}

export interface NwfilterBindingGetXmlDescArguments {
  nwfilter: NwfilterBinding;
  flags: number;
}

export interface NwfilterBindingCreateXmlArguments {
  xml: string;
  flags: number;
}

export interface NwfilterBindingDeleteArguments {
  nwfilter: NwfilterBinding;
}

export interface ConnectListAllNwfilterBindingsArguments {
  need_results: number;
  flags: number;
}

export interface DomainSetIothreadParamsArguments {
  dom: Domain;
  iothread_id: number;
  params: TypedParam[];
  flags: number;
}

export interface ConnectGetStoragePoolCapabilitiesArguments {
  flags: number;
}

export interface NetworkListAllPortsArguments {
  network: Network;
  need_results: number;
  flags: number;
}

export interface NetworkPortLookupByUuidArguments {
  network: Network;
  uuid: Uint8Array;
}

export interface NetworkPortCreateXmlArguments {
  network: Network;
  xml: string;
  flags: number;
}

export interface NetworkPort {
  net: Network;
  uuid: Uint8Array;
}

export interface NetworkPortGetParametersArguments {
  port: NetworkPort;
  nparams: number;
  flags: number;
}

export interface NetworkPortSetParametersArguments {
  port: NetworkPort;
  params: TypedParam[];
  flags: number;
}

export interface NetworkPortGetXmlDescArguments {
  port: NetworkPort;
  flags: number;
}

export interface NetworkPortDeleteArguments {
  port: NetworkPort;
  flags: number;
}

export interface DomainCheckpointCreateXmlArguments {
  dom: Domain;
  xml_desc: string;
  flags: number;
}

export interface DomainCheckpoint {
  name: string;
  dom: Domain;
}

export interface DomainCheckpointGetXmlDescArguments {
  checkpoint: DomainCheckpoint;
  flags: number;
}

export interface DomainListAllCheckpointsArguments {
  dom: Domain;
  need_results: number;
  flags: number;
}

export interface DomainCheckpointListAllChildrenArguments {
  checkpoint: DomainCheckpoint;
  need_results: number;
  flags: number;
}

export interface DomainCheckpointLookupByNameArguments {
  dom: Domain;
  name: string;
  flags: number;
}

export interface DomainCheckpointGetParentArguments {
  checkpoint: DomainCheckpoint;
  flags: number;
}

export interface DomainCheckpointDeleteArguments {
  checkpoint: DomainCheckpoint;
  flags: number;
}

export interface DomainGetGuestInfoArguments {
  dom: Domain;
  types: number;
  flags: number;
}

export interface ConnectSetIdentityArguments {
  params: TypedParam[];
  flags: number;
}

export interface DomainAgentSetResponseTimeoutArguments {
  dom: Domain;
  timeout: number;
  flags: number;
}

export interface DomainBackupBeginArguments {
  dom: Domain;
  backup_xml: string;
  checkpoint_xml: string | null;
  flags: number;
}

export interface DomainBackupGetXmlDescArguments {
  dom: Domain;
  flags: number;
}

export interface DomainAuthorizedSshKeysGetArguments {
  dom: Domain;
  user: string;
  flags: number;
}

export interface DomainAuthorizedSshKeysSetArguments {
  dom: Domain;
  user: string;
  keys: string[];
  flags: number;
}

export interface DomainGetMessagesArguments {
  dom: Domain;
  flags: number;
}

export interface DomainStartDirtyRateCalcArguments {
  dom: Domain;
  seconds: number;
  flags: number;
}

export interface NodeDeviceDefineXmlArguments {
  xml_desc: string;
  flags: number;
}

export interface NodeDeviceUndefineArguments {
  name: string;
  flags: number;
}

export interface NodeDeviceCreateArguments {
  name: string;
  flags: number;
}

export interface NwfilterDefineXmlFlagsArguments {
  xml: string;
  flags: number;
}

export interface NetworkDefineXmlFlagsArguments {
  xml: string;
  flags: number;
}

export interface NodeDeviceGetAutostartArguments {
  name: string;
}

export interface NodeDeviceSetAutostartArguments {
  name: string;
  autostart: number;
}

export interface NodeDeviceIsPersistentArguments {
  name: string;
}

export interface NodeDeviceIsActiveArguments {
  name: string;
}

export interface NetworkCreateXmlFlagsArguments {
  xml: string;
  flags: number;
}

export interface DomainSetLaunchSecurityStateArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainSaveParamsArguments {
  dom: Domain;
  params: TypedParam[];
  flags: number;
}

export interface DomainRestoreParamsArguments {
  params: TypedParam[];
  flags: number;
}

export interface DomainAbortJobFlagsArguments {
  dom: Domain;
  flags: number;
}

export interface DomainFdAssociateArguments {
  dom: Domain;
  name: string;
  flags: number;
}

export interface QemuDomainMonitorCommandArguments {
  dom: Domain;
  cmd: string;
  flags: number;
}

export interface QemuDomainAttachArguments {
  pid_value: number;
  flags: number;
}

export interface QemuDomainAgentCommandArguments {
  dom: Domain;
  cmd: string;
  timeout: number;
  flags: number;
}

export interface QemuConnectDomainMonitorEventRegisterArguments {
  dom: Domain | null;
  event: string | null;
  flags: number;
}

export interface QemuConnectDomainMonitorEventDeregisterArguments {
  callbackID: number;
}

export interface QemuDomainMonitorCommandWithFilesArguments {
  dom: Domain;
  cmd: string;
  flags: number;
}

export interface ConnectGetTypeResult {
  type: string;
}

export interface ConnectGetVersionResult {
  hv_ver: bigint;
}

export interface ConnectGetMaxVcpusResult {
  max_vcpus: number;
}

export interface NodeGetInfoResult {
  model: number[];
  memory: bigint;
  cpus: number;
  mhz: number;
  nodes: number;
  sockets: number;
  cores: number;
  threads: number;
}

export interface ConnectGetCapabilitiesResult {
  capabilities: string;
}

export interface DomainCreateXmlResult {
  dom: Domain;
}

export interface DomainDefineXmlResult {
  dom: Domain;
}

export interface DomainGetXmlDescResult {
  xml: string;
}

export interface DomainGetAutostartResult {
  autostart: number;
}

export interface DomainGetInfoResult {
  state: number;
  maxMem: bigint;
  memory: bigint;
  nrVirtCpu: number;
  cpuTime: bigint;
}

export interface DomainGetMaxMemoryResult {
  memory: bigint;
}

export interface DomainGetMaxVcpusResult {
  num: number;
}

export interface DomainGetOsTypeResult {
  type: string;
}

export interface VcpuInfo {
  number: number;
  state: number;
  cpu_time: bigint;
  cpu: number;
}

export interface DomainGetVcpusResult {
  info: VcpuInfo[];
  cpumaps: Uint8Array;
}

export interface ConnectListDefinedDomainsResult {
  names: string[];
}

export interface DomainLookupByIdResult {
  dom: Domain;
}

export interface DomainLookupByNameResult {
  dom: Domain;
}

export interface DomainLookupByUuidResult {
  dom: Domain;
}

export interface ConnectNumOfDefinedDomainsResult {
  num: number;
}

export interface ConnectListDefinedNetworksResult {
  names: string[];
}

export interface ConnectListDomainsResult {
  ids: number[];
}

export interface ConnectListNetworksResult {
  names: string[];
}

export interface NetworkCreateXmlResult {
  net: Network;
}

export interface NetworkDefineXmlResult {
  net: Network;
}

export interface NetworkGetXmlDescResult {
  xml: string;
}

export interface NetworkGetAutostartResult {
  autostart: number;
}

export interface NetworkGetBridgeNameResult {
  name: string;
}

export interface NetworkLookupByNameResult {
  net: Network;
}

export interface NetworkLookupByUuidResult {
  net: Network;
}

export interface ConnectNumOfDefinedNetworksResult {
  num: number;
}

export interface ConnectNumOfDomainsResult {
  num: number;
}

export interface ConnectNumOfNetworksResult {
  num: number;
}

export interface DomainGetSchedulerTypeResult {
  type: string;
  nparams: number;
}

export interface DomainGetSchedulerParametersResult {
  params: TypedParam[];
}

export interface ConnectGetHostnameResult {
  hostname: string;
}

export interface ConnectSupportsFeatureResult {
  supported: number;
}

export interface DomainMigratePrepareResult {
  cookie: Uint8Array;
  uri_out: string | null;
}

export interface DomainMigrateFinishResult {
  ddom: Domain;
}

export interface DomainBlockStatsResult {
  rd_req: bigint;
  rd_bytes: bigint;
  wr_req: bigint;
  wr_bytes: bigint;
  errs: bigint;
}

export interface DomainInterfaceStatsResult {
  rx_bytes: bigint;
  rx_packets: bigint;
  rx_errs: bigint;
  rx_drop: bigint;
  tx_bytes: bigint;
  tx_packets: bigint;
  tx_errs: bigint;
  tx_drop: bigint;
}

export interface AuthListResult {
  types: number[];
}

export interface AuthSaslInitResult {
  mechlist: string;
}

export interface AuthSaslStartResult {
  complete: number;
  nil: number;
  data: number[];
}

export interface AuthSaslStepResult {
  complete: number;
  nil: number;
  data: number[];
}

export interface AuthPolkitResult {
  complete: number;
}

export interface ConnectNumOfStoragePoolsResult {
  num: number;
}

export interface ConnectListStoragePoolsResult {
  names: string[];
}

export interface ConnectNumOfDefinedStoragePoolsResult {
  num: number;
}

export interface ConnectListDefinedStoragePoolsResult {
  names: string[];
}

export interface ConnectFindStoragePoolSourcesResult {
  xml: string;
}

export interface StoragePoolCreateXmlResult {
  pool: StoragePool;
}

export interface StoragePoolDefineXmlResult {
  pool: StoragePool;
}

export interface StoragePoolLookupByNameResult {
  pool: StoragePool;
}

export interface StoragePoolLookupByUuidResult {
  pool: StoragePool;
}

export interface StoragePoolLookupByVolumeResult {
  pool: StoragePool;
}

export interface StoragePoolGetInfoResult {
  state: number;
  capacity: bigint;
  allocation: bigint;
  available: bigint;
}

export interface StoragePoolGetXmlDescResult {
  xml: string;
}

export interface StoragePoolGetAutostartResult {
  autostart: number;
}

export interface StoragePoolNumOfVolumesResult {
  num: number;
}

export interface StoragePoolListVolumesResult {
  names: string[];
}

export interface StorageVolCreateXmlResult {
  vol: StorageVol;
}

export interface StorageVolLookupByNameResult {
  vol: StorageVol;
}

export interface StorageVolLookupByKeyResult {
  vol: StorageVol;
}

export interface StorageVolLookupByPathResult {
  vol: StorageVol;
}

export interface StorageVolGetInfoResult {
  type: number;
  capacity: bigint;
  allocation: bigint;
}

export interface StorageVolGetXmlDescResult {
  xml: string;
}

export interface StorageVolGetPathResult {
  name: string;
}

export interface NodeGetCellsFreeMemoryResult {
  cells: bigint[];
}

export interface NodeGetFreeMemoryResult {
  freeMem: bigint;
}

export interface DomainBlockPeekResult {
  buffer: Uint8Array;
}

export interface DomainMemoryPeekResult {
  buffer: Uint8Array;
}

export interface ConnectDomainEventRegisterResult {
  cb_registered: number;
}

export interface ConnectDomainEventDeregisterResult {
  cb_registered: number;
}

export interface DomainMigratePrepare2Result {
  cookie: Uint8Array;
  uri_out: string | null;
}

export interface DomainMigrateFinish2Result {
  ddom: Domain;
}

export interface ConnectGetUriResult {
  uri: string;
}

export interface NodeNumOfDevicesResult {
  num: number;
}

export interface NodeListDevicesResult {
  names: string[];
}

export interface NodeDeviceLookupByNameResult {
  dev: NodeDevice;
}

export interface NodeDeviceGetXmlDescResult {
  xml: string;
}

export interface NodeDeviceGetParentResult {
  parentName: string | null;
}

export interface NodeDeviceNumOfCapsResult {
  num: number;
}

export interface NodeDeviceListCapsResult {
  names: string[];
}

export interface DomainGetSecurityLabelResult {
  label: number[];
  enforcing: number;
}

export interface NodeGetSecurityModelResult {
  model: number[];
  doi: number[];
}

export interface NodeDeviceCreateXmlResult {
  dev: NodeDevice;
}

export interface StorageVolCreateXmlFromResult {
  vol: StorageVol;
}

export interface ConnectNumOfInterfacesResult {
  num: number;
}

export interface ConnectListInterfacesResult {
  names: string[];
}

export interface InterfaceLookupByNameResult {
  iface: Interface;
}

export interface InterfaceLookupByMacStringResult {
  iface: Interface;
}

export interface InterfaceGetXmlDescResult {
  xml: string;
}

export interface InterfaceDefineXmlResult {
  iface: Interface;
}

export interface ConnectDomainXmlFromNativeResult {
  domainXml: string;
}

export interface ConnectDomainXmlToNativeResult {
  nativeConfig: string;
}

export interface ConnectNumOfDefinedInterfacesResult {
  num: number;
}

export interface ConnectListDefinedInterfacesResult {
  names: string[];
}

export interface ConnectNumOfSecretsResult {
  num: number;
}

export interface ConnectListSecretsResult {
  uuids: string[];
}

export interface SecretLookupByUuidResult {
  secret: Secret;
}

export interface SecretDefineXmlResult {
  secret: Secret;
}

export interface SecretGetXmlDescResult {
  xml: string;
}

export interface SecretGetValueResult {
  value: Uint8Array;
}

export interface SecretLookupByUsageResult {
  secret: Secret;
}

export interface ConnectIsSecureResult {
  secure: number;
}

export interface DomainIsActiveResult {
  active: number;
}

export interface DomainIsPersistentResult {
  persistent: number;
}

export interface NetworkIsActiveResult {
  active: number;
}

export interface NetworkIsPersistentResult {
  persistent: number;
}

export interface StoragePoolIsActiveResult {
  active: number;
}

export interface StoragePoolIsPersistentResult {
  persistent: number;
}

export interface InterfaceIsActiveResult {
  active: number;
}

export interface ConnectGetLibVersionResult {
  lib_ver: bigint;
}

export interface ConnectCompareCpuResult {
  result: number;
}

export interface DomainMemoryStat {
  tag: number;
  val: bigint;
}

export interface DomainMemoryStatsResult {
  stats: DomainMemoryStat[];
}

export interface ConnectBaselineCpuResult {
  cpu: string;
}

export interface DomainGetJobInfoResult {
  type: number;
  timeElapsed: bigint;
  timeRemaining: bigint;
  dataTotal: bigint;
  dataProcessed: bigint;
  dataRemaining: bigint;
  memTotal: bigint;
  memProcessed: bigint;
  memRemaining: bigint;
  fileTotal: bigint;
  fileProcessed: bigint;
  fileRemaining: bigint;
}

export interface NwfilterLookupByNameResult {
  nwfilter: Nwfilter;
}

export interface NwfilterLookupByUuidResult {
  nwfilter: Nwfilter;
}

export interface NwfilterGetXmlDescResult {
  xml: string;
}

export interface ConnectNumOfNwfiltersResult {
  num: number;
}

export interface ConnectListNwfiltersResult {
  names: string[];
}

export interface NwfilterDefineXmlResult {
  nwfilter: Nwfilter;
}

export interface DomainHasManagedSaveImageResult {
  result: number;
}

export interface DomainSnapshotCreateXmlResult {
  snap: DomainSnapshot;
}

export interface DomainSnapshotGetXmlDescResult {
  xml: string;
}

export interface DomainSnapshotNumResult {
  num: number;
}

export interface DomainSnapshotListNamesResult {
  names: string[];
}

export interface DomainSnapshotLookupByNameResult {
  snap: DomainSnapshot;
}

export interface DomainHasCurrentSnapshotResult {
  result: number;
}

export interface DomainSnapshotCurrentResult {
  snap: DomainSnapshot;
}

export interface DomainGetBlockInfoResult {
  allocation: bigint;
  capacity: bigint;
  physical: bigint;
}

export interface DomainCreateWithFlagsResult {
  dom: Domain;
}

export interface DomainGetMemoryParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainGetVcpusFlagsResult {
  num: number;
}

export interface DomainIsUpdatedResult {
  updated: number;
}

export interface ConnectGetSysinfoResult {
  sysinfo: string;
}

export interface DomainGetBlkioParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainScreenshotResult {
  mime: string | null;
}

export interface DomainGetStateResult {
  state: number;
  reason: number;
}

export interface DomainMigrateBegin3Result {
  cookie_out: Uint8Array;
  xml: string;
}

export interface DomainMigratePrepare3Result {
  cookie_out: Uint8Array;
  uri_out: string | null;
}

export interface DomainMigratePrepareTunnel3Result {
  cookie_out: Uint8Array;
}

export interface DomainMigratePerform3Result {
  cookie_out: Uint8Array;
}

export interface DomainMigrateFinish3Result {
  dom: Domain;
  cookie_out: Uint8Array;
}

export interface DomainGetSchedulerParametersFlagsResult {
  params: TypedParam[];
}

export interface NodeGetCpuStats {
  field: string;
  value: bigint;
}

export interface NodeGetCpuStatsResult {
  params: NodeGetCpuStats[];
  nparams: number;
}

export interface NodeGetMemoryStats {
  field: string;
  value: bigint;
}

export interface NodeGetMemoryStatsResult {
  params: NodeGetMemoryStats[];
  nparams: number;
}

export interface DomainGetControlInfoResult {
  state: number;
  details: number;
  stateTime: bigint;
}

export interface DomainGetVcpuPinInfoResult {
  cpumaps: Uint8Array;
  num: number;
}

export interface DomainSaveImageGetXmlDescResult {
  xml: string;
}

export interface DomainGetBlockJobInfoResult {
  found: number;
  type: number;
  bandwidth: bigint;
  cur: bigint;
  end: bigint;
}

export interface DomainMigrateGetMaxSpeedResult {
  bandwidth: bigint;
}

export interface DomainBlockStatsFlagsResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainSnapshotGetParentResult {
  snap: DomainSnapshot;
}

export interface DomainSnapshotNumChildrenResult {
  num: number;
}

export interface DomainSnapshotListChildrenNamesResult {
  names: string[];
}

export interface DomainGetBlockIoTuneResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainGetNumaParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainGetInterfaceParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainGetCpuStatsResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainDiskError {
  disk: string;
  error: number;
}

export interface DomainGetDiskErrorsResult {
  errors: DomainDiskError[];
  nerrors: number;
}

export interface DomainGetMetadataResult {
  metadata: string;
}

export interface DomainSnapshotIsCurrentResult {
  current: number;
}

export interface DomainSnapshotHasMetadataResult {
  metadata: number;
}

export interface ConnectListAllDomainsResult {
  domains: Domain[];
  ret: number;
}

export interface DomainListAllSnapshotsResult {
  snapshots: DomainSnapshot[];
  ret: number;
}

export interface DomainSnapshotListAllChildrenResult {
  snapshots: DomainSnapshot[];
  ret: number;
}

export interface DomainGetHostnameResult {
  hostname: string;
}

export interface DomainGetSecurityLabelListResult {
  labels: DomainGetSecurityLabelResult[];
  ret: number;
}

export interface DomainGetEmulatorPinInfoResult {
  cpumaps: Uint8Array;
  ret: number;
}

export interface ConnectListAllStoragePoolsResult {
  pools: StoragePool[];
  ret: number;
}

export interface StoragePoolListAllVolumesResult {
  vols: StorageVol[];
  ret: number;
}

export interface ConnectListAllNetworksResult {
  nets: Network[];
  ret: number;
}

export interface ConnectListAllInterfacesResult {
  ifaces: Interface[];
  ret: number;
}

export interface ConnectListAllNodeDevicesResult {
  devices: NodeDevice[];
  ret: number;
}

export interface ConnectListAllNwfiltersResult {
  filters: Nwfilter[];
  ret: number;
}

export interface ConnectListAllSecretsResult {
  secrets: Secret[];
  ret: number;
}

export interface NodeGetMemoryParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface NodeGetCpuMapResult {
  cpumap: Uint8Array;
  online: number;
  ret: number;
}

export interface NodeDeviceLookupScsiHostByWwnResult {
  dev: NodeDevice;
}

export interface DomainGetJobStatsResult {
  type: number;
  params: TypedParam[];
}

export interface DomainMigrateGetCompressionCacheResult {
  cacheSize: bigint;
}

export interface DomainMigrateBegin3ParamsResult {
  cookie_out: Uint8Array;
  xml: string;
}

export interface DomainMigratePrepare3ParamsResult {
  cookie_out: Uint8Array;
  uri_out: string | null;
}

export interface DomainMigratePrepareTunnel3ParamsResult {
  cookie_out: Uint8Array;
}

export interface DomainMigratePerform3ParamsResult {
  cookie_out: Uint8Array;
}

export interface DomainMigrateFinish3ParamsResult {
  dom: Domain;
  cookie_out: Uint8Array;
}

export interface DomainCreateXmlWithFilesResult {
  dom: Domain;
}

export interface DomainCreateWithFilesResult {
  dom: Domain;
}

export interface ConnectGetCpuModelNamesResult {
  models: string[];
  ret: number;
}

export interface ConnectNetworkEventRegisterAnyResult {
  callbackID: number;
}

export interface ConnectDomainEventCallbackRegisterAnyResult {
  callbackID: number;
}

export interface DomainFsfreezeResult {
  filesystems: number;
}

export interface DomainFsthawResult {
  filesystems: number;
}

export interface DomainGetTimeResult {
  seconds: bigint;
  nseconds: number;
}

export interface NodeGetFreePagesResult {
  counts: bigint[];
}

export interface NetworkDhcpLease {
  iface: string;
  expirytime: bigint;
  type: number;
  mac: string | null;
  iaid: string | null;
  ipaddr: string;
  prefix: number;
  hostname: string | null;
  clientid: string | null;
}

export interface NetworkGetDhcpLeasesResult {
  leases: NetworkDhcpLease[];
  ret: number;
}

export interface ConnectGetDomainCapabilitiesResult {
  capabilities: string;
}

export interface DomainStatsRecord {
  dom: Domain;
  params: TypedParam[];
}

export interface ConnectGetAllDomainStatsResult {
  retStats: DomainStatsRecord[];
}

export interface NodeAllocPagesResult {
  ret: number;
}

export interface DomainFsinfo {
  mountpoint: string;
  name: string;
  fstype: string;
  dev_aliases: string[];
}

export interface DomainGetFsinfoResult {
  info: DomainFsinfo[];
  ret: number;
}

export interface DomainDefineXmlFlagsResult {
  dom: Domain;
}

export interface DomainIothreadInfo {
  iothread_id: number;
  cpumap: Uint8Array;
}

export interface DomainGetIothreadInfoResult {
  info: DomainIothreadInfo[];
  ret: number;
}

export interface DomainIpAddr {
  type: number;
  addr: string;
  prefix: number;
}

export interface DomainInterface {
  name: string;
  hwaddr: string | null;
  addrs: DomainIpAddr[];
}

export interface DomainInterfaceAddressesResult {
  ifaces: DomainInterface[];
}

export interface DomainRenameResult {
  retcode: number;
}

export interface DomainGetPerfEventsResult {
  params: TypedParam[];
}

export interface ConnectStoragePoolEventRegisterAnyResult {
  callbackID: number;
}

export interface DomainGetGuestVcpusResult {
  params: TypedParam[];
}

export interface ConnectNodeDeviceEventRegisterAnyResult {
  callbackID: number;
}

export interface StorageVolGetInfoFlagsResult {
  type: number;
  capacity: bigint;
  allocation: bigint;
}

export interface ConnectSecretEventRegisterAnyResult {
  callbackID: number;
}

export interface DomainMigrateGetMaxDowntimeResult {
  downtime: bigint;
}

export interface DomainManagedSaveGetXmlDescResult {
  xml: string;
}

export interface StoragePoolLookupByTargetPathResult {
  pool: StoragePool;
}

export interface ConnectCompareHypervisorCpuResult {
  result: number;
}

export interface ConnectBaselineHypervisorCpuResult {
  cpu: string;
}

export interface NodeGetSevInfoResult {
  params: TypedParam[];
  nparams: number;
}

export interface DomainGetLaunchSecurityInfoResult {
  params: TypedParam[];
}

export interface NwfilterBindingLookupByPortDevResult {
  nwfilter: NwfilterBinding;
}

export interface NwfilterBindingGetXmlDescResult {
  xml: string;
}

export interface NwfilterBindingCreateXmlResult {
  nwfilter: NwfilterBinding;
}

export interface ConnectListAllNwfilterBindingsResult {
  bindings: NwfilterBinding[];
  ret: number;
}

export interface ConnectGetStoragePoolCapabilitiesResult {
  capabilities: string;
}

export interface NetworkListAllPortsResult {
  ports: NetworkPort[];
  ret: number;
}

export interface NetworkPortLookupByUuidResult {
  port: NetworkPort;
}

export interface NetworkPortCreateXmlResult {
  port: NetworkPort;
}

export interface NetworkPortGetParametersResult {
  params: TypedParam[];
  nparams: number;
}

export interface NetworkPortGetXmlDescResult {
  xml: string;
}

export interface DomainCheckpointCreateXmlResult {
  checkpoint: DomainCheckpoint;
}

export interface DomainCheckpointGetXmlDescResult {
  xml: string;
}

export interface DomainListAllCheckpointsResult {
  checkpoints: DomainCheckpoint[];
  ret: number;
}

export interface DomainCheckpointListAllChildrenResult {
  checkpoints: DomainCheckpoint[];
  ret: number;
}

export interface DomainCheckpointLookupByNameResult {
  checkpoint: DomainCheckpoint;
}

export interface DomainCheckpointGetParentResult {
  parent: DomainCheckpoint;
}

export interface DomainGetGuestInfoResult {
  params: TypedParam[];
}

export interface DomainAgentSetResponseTimeoutResult {
  result: number;
}

export interface DomainBackupGetXmlDescResult {
  xml: string;
}

export interface DomainAuthorizedSshKeysGetResult {
  keys: string[];
}

export interface DomainGetMessagesResult {
  msgs: string[];
}

export interface NodeDeviceDefineXmlResult {
  dev: NodeDevice;
}

export interface NwfilterDefineXmlFlagsResult {
  nwfilter: Nwfilter;
}

export interface NetworkDefineXmlFlagsResult {
  net: Network;
}

export interface NodeDeviceGetAutostartResult {
  autostart: number;
}

export interface NodeDeviceIsPersistentResult {
  persistent: number;
}

export interface NodeDeviceIsActiveResult {
  active: number;
}

export interface NetworkCreateXmlFlagsResult {
  net: Network;
}

export interface QemuDomainMonitorCommandResult {
  result: string;
}

export interface QemuDomainAttachResult {
  dom: Domain;
}

export interface QemuDomainAgentCommandResult {
  result: string | null;
}

export interface QemuConnectDomainMonitorEventRegisterResult {
  callbackID: number;
}

export interface QemuDomainMonitorCommandWithFilesResult {
  result: string;
}

export interface DomainEventLifecycleMessage {
  dom: Domain;
  event: number;
  detail: number;
}

export interface DomainEventRebootMessage {
  dom: Domain;
}

export interface DomainEventRtcChangeMessage {
  dom: Domain;
  offset: bigint;
}

export interface DomainEventWatchdogMessage {
  dom: Domain;
  action: number;
}

export interface DomainEventIoErrorMessage {
  dom: Domain;
  srcPath: string;
  devAlias: string;
  action: number;
}

export interface DomainEventGraphicsAddress {
  family: number;
  node: string;
  service: string;
}

export interface DomainEventGraphicsIdentity {
  type: string;
  name: string;
}

export interface DomainEventGraphicsMessage {
  dom: Domain;
  phase: number;
  local: DomainEventGraphicsAddress;
  remote: DomainEventGraphicsAddress;
  authScheme: string;
  subject: DomainEventGraphicsIdentity[];
}

export interface DomainEventIoErrorReasonMessage {
  dom: Domain;
  srcPath: string;
  devAlias: string;
  action: number;
  reason: string;
}

export interface DomainEventControlErrorMessage {
  dom: Domain;
}

export interface DomainEventBlockJobMessage {
  dom: Domain;
  path: string;
  type: number;
  status: number;
}

export interface DomainEventDiskChangeMessage {
  dom: Domain;
  oldSrcPath: string | null;
  newSrcPath: string | null;
  devAlias: string;
  reason: number;
}

export interface DomainEventTrayChangeMessage {
  dom: Domain;
  devAlias: string;
  reason: number;
}

export interface DomainEventPmwakeupMessage {
  dom: Domain;
}

export interface DomainEventPmsuspendMessage {
  dom: Domain;
}

export interface DomainEventBalloonChangeMessage {
  dom: Domain;
  actual: bigint;
}

export interface DomainEventPmsuspendDiskMessage {
  dom: Domain;
}

export interface DomainEventDeviceRemovedMessage {
  dom: Domain;
  devAlias: string;
}

export interface NetworkEventLifecycleMessage {
  callbackID: number;
  net: Network;
  event: number;
  detail: number;
}

export interface DomainEventCallbackLifecycleMessage {
  callbackID: number;
  msg: DomainEventLifecycleMessage;
}

export interface DomainEventCallbackRebootMessage {
  callbackID: number;
  msg: DomainEventRebootMessage;
}

export interface DomainEventCallbackRtcChangeMessage {
  callbackID: number;
  msg: DomainEventRtcChangeMessage;
}

export interface DomainEventCallbackWatchdogMessage {
  callbackID: number;
  msg: DomainEventWatchdogMessage;
}

export interface DomainEventCallbackIoErrorMessage {
  callbackID: number;
  msg: DomainEventIoErrorMessage;
}

export interface DomainEventCallbackGraphicsMessage {
  callbackID: number;
  msg: DomainEventGraphicsMessage;
}

export interface DomainEventCallbackIoErrorReasonMessage {
  callbackID: number;
  msg: DomainEventIoErrorReasonMessage;
}

export interface DomainEventCallbackControlErrorMessage {
  callbackID: number;
  msg: DomainEventControlErrorMessage;
}

export interface DomainEventCallbackBlockJobMessage {
  callbackID: number;
  msg: DomainEventBlockJobMessage;
}

export interface DomainEventCallbackDiskChangeMessage {
  callbackID: number;
  msg: DomainEventDiskChangeMessage;
}

export interface DomainEventCallbackTrayChangeMessage {
  callbackID: number;
  msg: DomainEventTrayChangeMessage;
}

export interface DomainEventCallbackPmwakeupMessage {
  callbackID: number;
  reason: number;
  msg: DomainEventPmwakeupMessage;
}

export interface DomainEventCallbackPmsuspendMessage {
  callbackID: number;
  reason: number;
  msg: DomainEventPmsuspendMessage;
}

export interface DomainEventCallbackBalloonChangeMessage {
  callbackID: number;
  msg: DomainEventBalloonChangeMessage;
}

export interface DomainEventCallbackPmsuspendDiskMessage {
  callbackID: number;
  reason: number;
  msg: DomainEventPmsuspendDiskMessage;
}

export interface DomainEventCallbackDeviceRemovedMessage {
  callbackID: number;
  msg: DomainEventDeviceRemovedMessage;
}

export interface DomainEventBlockJob2Message {
  callbackID: number;
  dom: Domain;
  dst: string;
  type: number;
  status: number;
}

export interface DomainEventCallbackTunableMessage {
  callbackID: number;
  dom: Domain;
  params: TypedParam[];
}

export interface DomainEventCallbackAgentLifecycleMessage {
  callbackID: number;
  dom: Domain;
  state: number;
  reason: number;
}

export interface DomainEventCallbackDeviceAddedMessage {
  callbackID: number;
  dom: Domain;
  devAlias: string;
}

export interface DomainEventCallbackMigrationIterationMessage {
  callbackID: number;
  dom: Domain;
  iteration: number;
}

export interface ConnectEventConnectionClosedMessage {
  reason: number;
}

export interface DomainEventCallbackJobCompletedMessage {
  callbackID: number;
  dom: Domain;
  params: TypedParam[];
}

export interface DomainEventCallbackDeviceRemovalFailedMessage {
  callbackID: number;
  dom: Domain;
  devAlias: string;
}

export interface StoragePoolEventLifecycleMessage {
  callbackID: number;
  pool: StoragePool;
  event: number;
  detail: number;
}

export interface StoragePoolEventRefreshMessage {
  callbackID: number;
  pool: StoragePool;
}

export interface NodeDeviceEventLifecycleMessage {
  callbackID: number;
  dev: NodeDevice;
  event: number;
  detail: number;
}

export interface NodeDeviceEventUpdateMessage {
  callbackID: number;
  dev: NodeDevice;
}

export interface DomainEventCallbackMetadataChangeMessage {
  callbackID: number;
  dom: Domain;
  type: number;
  nsuri: string | null;
}

export interface SecretEventLifecycleMessage {
  callbackID: number;
  secret: Secret;
  event: number;
  detail: number;
}

export interface SecretEventValueChangedMessage {
  callbackID: number;
  secret: Secret;
}

export interface DomainEventBlockThresholdMessage {
  callbackID: number;
  dom: Domain;
  dev: string;
  path: string | null;
  threshold: bigint;
  excess: bigint;
}

export interface DomainEventMemoryFailureMessage {
  callbackID: number;
  dom: Domain;
  recipient: number;
  action: number;
  flags: number;
}

export interface DomainEventMemoryDeviceSizeChangeMessage {
  callbackID: number;
  dom: Domain;
  alias: string;
  size: bigint;
}

export interface QemuDomainMonitorEventMessage {
  callbackID: number;
  dom: Domain;
  event: string;
  seconds: bigint;
  micros: number;
  details: string | null;
}

export interface NetMessageNonnullDomain {
  name: string;
  uuid: Uint8Array;
  id: number;
}

export interface NetMessageNonnullNetwork {
  name: string;
  uuid: Uint8Array;
}

export interface NetMessageError {
  code: number;
  domain: number;
  message: string | null;
  level: number;
  dom: NetMessageNonnullDomain | null;
  str1: string | null;
  str2: string | null;
  str3: string | null;
  int1: number;
  int2: number;
  net: NetMessageNonnullNetwork | null;
}
