// Written by `npm run generate:protocol` from libvirt's protocol definitions. Do not edit.

import { XdrError } from "../wire/xdr-error";
import type { XdrReader } from "../wire/xdr-reader";
import type { XdrWriter } from "../wire/xdr-writer";
import type {
  ConnectOpenArguments,
  ConnectGetMaxVcpusArguments,
  Domain,
  DomainAttachDeviceArguments,
  DomainCreateArguments,
  DomainCreateXmlArguments,
  DomainDefineXmlArguments,
  DomainDestroyArguments,
  DomainDetachDeviceArguments,
  DomainGetXmlDescArguments,
  DomainGetAutostartArguments,
  DomainGetInfoArguments,
  DomainGetMaxMemoryArguments,
  DomainGetMaxVcpusArguments,
  DomainGetOsTypeArguments,
  DomainGetVcpusArguments,
  ConnectListDefinedDomainsArguments,
  DomainLookupByIdArguments,
  DomainLookupByNameArguments,
  DomainLookupByUuidArguments,
  DomainPinVcpuArguments,
  DomainRebootArguments,
  DomainResumeArguments,
  DomainSetAutostartArguments,
  DomainSetMaxMemoryArguments,
  DomainSetMemoryArguments,
  DomainSetVcpusArguments,
  DomainShutdownArguments,
  DomainSuspendArguments,
  DomainUndefineArguments,
  ConnectListDefinedNetworksArguments,
  ConnectListDomainsArguments,
  ConnectListNetworksArguments,
  Network,
  NetworkCreateArguments,
  NetworkCreateXmlArguments,
  NetworkDefineXmlArguments,
  NetworkDestroyArguments,
  NetworkGetXmlDescArguments,
  NetworkGetAutostartArguments,
  NetworkGetBridgeNameArguments,
  NetworkLookupByNameArguments,
  NetworkLookupByUuidArguments,
  NetworkSetAutostartArguments,
  NetworkUndefineArguments,
  DomainCoreDumpArguments,
  DomainRestoreArguments,
  DomainSaveArguments,
  DomainGetSchedulerTypeArguments,
  DomainGetSchedulerParametersArguments,
  TypedParam,
  DomainSetSchedulerParametersArguments,
  ConnectSupportsFeatureArguments,
  DomainMigratePrepareArguments,
  DomainMigratePerformArguments,
  DomainMigrateFinishArguments,
  DomainBlockStatsArguments,
  DomainInterfaceStatsArguments,
  AuthSaslStartArguments,
  AuthSaslStepArguments,
  ConnectListStoragePoolsArguments,
  ConnectListDefinedStoragePoolsArguments,
  ConnectFindStoragePoolSourcesArguments,
  StoragePoolCreateXmlArguments,
  StoragePoolDefineXmlArguments,
  StoragePool,
  StoragePoolCreateArguments,
  StoragePoolBuildArguments,
  StoragePoolDestroyArguments,
  StoragePoolDeleteArguments,
  StoragePoolUndefineArguments,
  StoragePoolRefreshArguments,
  StoragePoolLookupByNameArguments,
  StoragePoolLookupByUuidArguments,
  StorageVol,
  StoragePoolLookupByVolumeArguments,
  StoragePoolGetInfoArguments,
  StoragePoolGetXmlDescArguments,
  StoragePoolGetAutostartArguments,
  StoragePoolSetAutostartArguments,
  StoragePoolNumOfVolumesArguments,
  StoragePoolListVolumesArguments,
  StorageVolCreateXmlArguments,
  StorageVolDeleteArguments,
  StorageVolLookupByNameArguments,
  StorageVolLookupByKeyArguments,
  StorageVolLookupByPathArguments,
  StorageVolGetInfoArguments,
  StorageVolGetXmlDescArguments,
  StorageVolGetPathArguments,
  NodeGetCellsFreeMemoryArguments,
  DomainBlockPeekArguments,
  DomainMemoryPeekArguments,
  DomainMigratePrepare2Arguments,
  DomainMigrateFinish2Arguments,
  NodeNumOfDevicesArguments,
  NodeListDevicesArguments,
  NodeDeviceLookupByNameArguments,
  NodeDeviceGetXmlDescArguments,
  NodeDeviceGetParentArguments,
  NodeDeviceNumOfCapsArguments,
  NodeDeviceListCapsArguments,
  NodeDeviceDettachArguments,
  NodeDeviceReAttachArguments,
  NodeDeviceResetArguments,
  DomainGetSecurityLabelArguments,
  NodeDeviceCreateXmlArguments,
  NodeDeviceDestroyArguments,
  StorageVolCreateXmlFromArguments,
  ConnectListInterfacesArguments,
  InterfaceLookupByNameArguments,
  InterfaceLookupByMacStringArguments,
  Interface,
  InterfaceGetXmlDescArguments,
  InterfaceDefineXmlArguments,
  InterfaceUndefineArguments,
  InterfaceCreateArguments,
  InterfaceDestroyArguments,
  ConnectDomainXmlFromNativeArguments,
  ConnectDomainXmlToNativeArguments,
  ConnectListDefinedInterfacesArguments,
  ConnectListSecretsArguments,
  SecretLookupByUuidArguments,
  SecretDefineXmlArguments,
  Secret,
  SecretGetXmlDescArguments,
  SecretSetValueArguments,
  SecretGetValueArguments,
  SecretUndefineArguments,
  SecretLookupByUsageArguments,
  DomainMigratePrepareTunnelArguments,
  DomainIsActiveArguments,
  DomainIsPersistentArguments,
  NetworkIsActiveArguments,
  NetworkIsPersistentArguments,
  StoragePoolIsActiveArguments,
  StoragePoolIsPersistentArguments,
  InterfaceIsActiveArguments,
  ConnectCompareCpuArguments,
  DomainMemoryStatsArguments,
  DomainAttachDeviceFlagsArguments,
  DomainDetachDeviceFlagsArguments,
  ConnectBaselineCpuArguments,
  DomainGetJobInfoArguments,
  DomainAbortJobArguments,
  StorageVolWipeArguments,
  DomainMigrateSetMaxDowntimeArguments,
  ConnectDomainEventRegisterAnyArguments,
  ConnectDomainEventDeregisterAnyArguments,
  DomainUpdateDeviceFlagsArguments,
  NwfilterLookupByNameArguments,
  NwfilterLookupByUuidArguments,
  Nwfilter,
  NwfilterGetXmlDescArguments,
  ConnectListNwfiltersArguments,
  NwfilterDefineXmlArguments,
  NwfilterUndefineArguments,
  DomainManagedSaveArguments,
  DomainHasManagedSaveImageArguments,
  DomainManagedSaveRemoveArguments,
  DomainSnapshotCreateXmlArguments,
  DomainSnapshot,
  DomainSnapshotGetXmlDescArguments,
  DomainSnapshotNumArguments,
  DomainSnapshotListNamesArguments,
  DomainSnapshotLookupByNameArguments,
  DomainHasCurrentSnapshotArguments,
  DomainSnapshotCurrentArguments,
  DomainRevertToSnapshotArguments,
  DomainSnapshotDeleteArguments,
  DomainGetBlockInfoArguments,
  DomainCreateWithFlagsArguments,
  DomainSetMemoryParametersArguments,
  DomainGetMemoryParametersArguments,
  DomainSetVcpusFlagsArguments,
  DomainGetVcpusFlagsArguments,
  DomainOpenConsoleArguments,
  DomainIsUpdatedArguments,
  ConnectGetSysinfoArguments,
  DomainSetMemoryFlagsArguments,
  DomainSetBlkioParametersArguments,
  DomainGetBlkioParametersArguments,
  DomainMigrateSetMaxSpeedArguments,
  StorageVolUploadArguments,
  StorageVolDownloadArguments,
  DomainInjectNmiArguments,
  DomainScreenshotArguments,
  DomainGetStateArguments,
  DomainMigrateBegin3Arguments,
  DomainMigratePrepare3Arguments,
  DomainMigratePrepareTunnel3Arguments,
  DomainMigratePerform3Arguments,
  DomainMigrateFinish3Arguments,
  DomainMigrateConfirm3Arguments,
  DomainSetSchedulerParametersFlagsArguments,
  InterfaceChangeBeginArguments,
  InterfaceChangeCommitArguments,
  InterfaceChangeRollbackArguments,
  DomainGetSchedulerParametersFlagsArguments,
  DomainPinVcpuFlagsArguments,
  DomainSendKeyArguments,
  NodeGetCpuStatsArguments,
  NodeGetMemoryStatsArguments,
  DomainGetControlInfoArguments,
  DomainGetVcpuPinInfoArguments,
  DomainUndefineFlagsArguments,
  DomainSaveFlagsArguments,
  DomainRestoreFlagsArguments,
  DomainDestroyFlagsArguments,
  DomainSaveImageGetXmlDescArguments,
  DomainSaveImageDefineXmlArguments,
  DomainBlockJobAbortArguments,
  DomainGetBlockJobInfoArguments,
  DomainBlockJobSetSpeedArguments,
  DomainBlockPullArguments,
  DomainMigrateGetMaxSpeedArguments,
  DomainBlockStatsFlagsArguments,
  DomainSnapshotGetParentArguments,
  DomainResetArguments,
  DomainSnapshotNumChildrenArguments,
  DomainSnapshotListChildrenNamesArguments,
  DomainOpenGraphicsArguments,
  NodeSuspendForDurationArguments,
  DomainBlockResizeArguments,
  DomainSetBlockIoTuneArguments,
  DomainGetBlockIoTuneArguments,
  DomainSetNumaParametersArguments,
  DomainGetNumaParametersArguments,
  DomainSetInterfaceParametersArguments,
  DomainGetInterfaceParametersArguments,
  DomainShutdownFlagsArguments,
  StorageVolWipePatternArguments,
  StorageVolResizeArguments,
  DomainPmSuspendForDurationArguments,
  DomainGetCpuStatsArguments,
  DomainGetDiskErrorsArguments,
  DomainSetMetadataArguments,
  DomainGetMetadataArguments,
  DomainBlockRebaseArguments,
  DomainPmWakeupArguments,
  DomainSnapshotIsCurrentArguments,
  DomainSnapshotHasMetadataArguments,
  ConnectListAllDomainsArguments,
  DomainListAllSnapshotsArguments,
  DomainSnapshotListAllChildrenArguments,
  DomainGetHostnameArguments,
  DomainGetSecurityLabelListArguments,
  DomainPinEmulatorArguments,
  DomainGetEmulatorPinInfoArguments,
  ConnectListAllStoragePoolsArguments,
  StoragePoolListAllVolumesArguments,
  ConnectListAllNetworksArguments,
  ConnectListAllInterfacesArguments,
  ConnectListAllNodeDevicesArguments,
  ConnectListAllNwfiltersArguments,
  ConnectListAllSecretsArguments,
  NodeSetMemoryParametersArguments,
  NodeGetMemoryParametersArguments,
  DomainBlockCommitArguments,
  NetworkUpdateArguments,
  NodeGetCpuMapArguments,
  DomainFstrimArguments,
  DomainSendProcessSignalArguments,
  DomainOpenChannelArguments,
  NodeDeviceLookupScsiHostByWwnArguments,
  DomainGetJobStatsArguments,
  DomainMigrateGetCompressionCacheArguments,
  DomainMigrateSetCompressionCacheArguments,
  NodeDeviceDetachFlagsArguments,
  DomainMigrateBegin3ParamsArguments,
  DomainMigratePrepare3ParamsArguments,
  DomainMigratePrepareTunnel3ParamsArguments,
  DomainMigratePerform3ParamsArguments,
  DomainMigrateFinish3ParamsArguments,
  DomainMigrateConfirm3ParamsArguments,
  DomainSetMemoryStatsPeriodArguments,
  DomainCreateXmlWithFilesArguments,
  DomainCreateWithFilesArguments,
  ConnectGetCpuModelNamesArguments,
  ConnectNetworkEventRegisterAnyArguments,
  ConnectNetworkEventDeregisterAnyArguments,
  ConnectDomainEventCallbackRegisterAnyArguments,
  ConnectDomainEventCallbackDeregisterAnyArguments,
  DomainCoreDumpWithFormatArguments,
  DomainFsfreezeArguments,
  DomainFsthawArguments,
  DomainGetTimeArguments,
  DomainSetTimeArguments,
  NodeGetFreePagesArguments,
  NetworkGetDhcpLeasesArguments,
  ConnectGetDomainCapabilitiesArguments,
  DomainOpenGraphicsFdArguments,
  ConnectGetAllDomainStatsArguments,
  DomainBlockCopyArguments,
  NodeAllocPagesArguments,
  DomainGetFsinfoArguments,
  DomainDefineXmlFlagsArguments,
  DomainGetIothreadInfoArguments,
  DomainPinIothreadArguments,
  DomainInterfaceAddressesArguments,
  DomainAddIothreadArguments,
  DomainDelIothreadArguments,
  DomainSetUserPasswordArguments,
  DomainRenameArguments,
  DomainMigrateStartPostCopyArguments,
  DomainGetPerfEventsArguments,
  DomainSetPerfEventsArguments,
  ConnectStoragePoolEventRegisterAnyArguments,
  ConnectStoragePoolEventDeregisterAnyArguments,
  DomainGetGuestVcpusArguments,
  DomainSetGuestVcpusArguments,
  NodeDevice,
  ConnectNodeDeviceEventRegisterAnyArguments,
  ConnectNodeDeviceEventDeregisterAnyArguments,
  StorageVolGetInfoFlagsArguments,
  ConnectSecretEventRegisterAnyArguments,
  ConnectSecretEventDeregisterAnyArguments,
  DomainSetVcpuArguments,
  DomainSetBlockThresholdArguments,
  DomainMigrateGetMaxDowntimeArguments,
  DomainManagedSaveGetXmlDescArguments,
  DomainManagedSaveDefineXmlArguments,
  DomainSetLifecycleActionArguments,
  StoragePoolLookupByTargetPathArguments,
  DomainDetachDeviceAliasArguments,
  ConnectCompareHypervisorCpuArguments,
  ConnectBaselineHypervisorCpuArguments,
  NodeGetSevInfoArguments,
  DomainGetLaunchSecurityInfoArguments,
  NwfilterBindingLookupByPortDevArguments,
  NwfilterBinding,
  NwfilterBindingGetXmlDescArguments,
  NwfilterBindingCreateXmlArguments,
  NwfilterBindingDeleteArguments,
  ConnectListAllNwfilterBindingsArguments,
  DomainSetIothreadParamsArguments,
  ConnectGetStoragePoolCapabilitiesArguments,
  NetworkListAllPortsArguments,
  NetworkPortLookupByUuidArguments,
  NetworkPortCreateXmlArguments,
  NetworkPort,
  NetworkPortGetParametersArguments,
  NetworkPortSetParametersArguments,
  NetworkPortGetXmlDescArguments,
  NetworkPortDeleteArguments,
  DomainCheckpointCreateXmlArguments,
  DomainCheckpoint,
  DomainCheckpointGetXmlDescArguments,
  DomainListAllCheckpointsArguments,
  DomainCheckpointListAllChildrenArguments,
  DomainCheckpointLookupByNameArguments,
  DomainCheckpointGetParentArguments,
  DomainCheckpointDeleteArguments,
  DomainGetGuestInfoArguments,
  ConnectSetIdentityArguments,
  DomainAgentSetResponseTimeoutArguments,
  DomainBackupBeginArguments,
  DomainBackupGetXmlDescArguments,
  DomainAuthorizedSshKeysGetArguments,
  DomainAuthorizedSshKeysSetArguments,
  DomainGetMessagesArguments,
  DomainStartDirtyRateCalcArguments,
  NodeDeviceDefineXmlArguments,
  NodeDeviceUndefineArguments,
  NodeDeviceCreateArguments,
  NwfilterDefineXmlFlagsArguments,
  NetworkDefineXmlFlagsArguments,
  NodeDeviceGetAutostartArguments,
  NodeDeviceSetAutostartArguments,
  NodeDeviceIsPersistentArguments,
  NodeDeviceIsActiveArguments,
  NetworkCreateXmlFlagsArguments,
  DomainSetLaunchSecurityStateArguments,
  DomainSaveParamsArguments,
  DomainRestoreParamsArguments,
  DomainAbortJobFlagsArguments,
  DomainFdAssociateArguments,
  QemuDomainMonitorCommandArguments,
  QemuDomainAttachArguments,
  QemuDomainAgentCommandArguments,
  QemuConnectDomainMonitorEventRegisterArguments,
  QemuConnectDomainMonitorEventDeregisterArguments,
  QemuDomainMonitorCommandWithFilesArguments,
  TypedParamValue,
  ConnectGetTypeResult,
  ConnectGetVersionResult,
  ConnectGetMaxVcpusResult,
  NodeGetInfoResult,
  ConnectGetCapabilitiesResult,
  DomainCreateXmlResult,
  DomainDefineXmlResult,
  DomainGetXmlDescResult,
  DomainGetAutostartResult,
  DomainGetInfoResult,
  DomainGetMaxMemoryResult,
  DomainGetMaxVcpusResult,
  DomainGetOsTypeResult,
  VcpuInfo,
  DomainGetVcpusResult,
  ConnectListDefinedDomainsResult,
  DomainLookupByIdResult,
  DomainLookupByNameResult,
  DomainLookupByUuidResult,
  ConnectNumOfDefinedDomainsResult,
  ConnectListDefinedNetworksResult,
  ConnectListDomainsResult,
  ConnectListNetworksResult,
  NetworkCreateXmlResult,
  NetworkDefineXmlResult,
  NetworkGetXmlDescResult,
  NetworkGetAutostartResult,
  NetworkGetBridgeNameResult,
  NetworkLookupByNameResult,
  NetworkLookupByUuidResult,
  ConnectNumOfDefinedNetworksResult,
  ConnectNumOfDomainsResult,
  ConnectNumOfNetworksResult,
  DomainGetSchedulerTypeResult,
  DomainGetSchedulerParametersResult,
  ConnectGetHostnameResult,
  ConnectSupportsFeatureResult,
  DomainMigratePrepareResult,
  DomainMigrateFinishResult,
  DomainBlockStatsResult,
  DomainInterfaceStatsResult,
  AuthListResult,
  AuthSaslInitResult,
  AuthSaslStartResult,
  AuthSaslStepResult,
  AuthPolkitResult,
  ConnectNumOfStoragePoolsResult,
  ConnectListStoragePoolsResult,
  ConnectNumOfDefinedStoragePoolsResult,
  ConnectListDefinedStoragePoolsResult,
  ConnectFindStoragePoolSourcesResult,
  StoragePoolCreateXmlResult,
  StoragePoolDefineXmlResult,
  StoragePoolLookupByNameResult,
  StoragePoolLookupByUuidResult,
  StoragePoolLookupByVolumeResult,
  StoragePoolGetInfoResult,
  StoragePoolGetXmlDescResult,
  StoragePoolGetAutostartResult,
  StoragePoolNumOfVolumesResult,
  StoragePoolListVolumesResult,
  StorageVolCreateXmlResult,
  StorageVolLookupByNameResult,
  StorageVolLookupByKeyResult,
  StorageVolLookupByPathResult,
  StorageVolGetInfoResult,
  StorageVolGetXmlDescResult,
  StorageVolGetPathResult,
  NodeGetCellsFreeMemoryResult,
  NodeGetFreeMemoryResult,
  DomainBlockPeekResult,
  DomainMemoryPeekResult,
  ConnectDomainEventRegisterResult,
  ConnectDomainEventDeregisterResult,
  DomainMigratePrepare2Result,
  DomainMigrateFinish2Result,
  ConnectGetUriResult,
  NodeNumOfDevicesResult,
  NodeListDevicesResult,
  NodeDeviceLookupByNameResult,
  NodeDeviceGetXmlDescResult,
  NodeDeviceGetParentResult,
  NodeDeviceNumOfCapsResult,
  NodeDeviceListCapsResult,
  DomainGetSecurityLabelResult,
  NodeGetSecurityModelResult,
  NodeDeviceCreateXmlResult,
  StorageVolCreateXmlFromResult,
  ConnectNumOfInterfacesResult,
  ConnectListInterfacesResult,
  InterfaceLookupByNameResult,
  InterfaceLookupByMacStringResult,
  InterfaceGetXmlDescResult,
  InterfaceDefineXmlResult,
  ConnectDomainXmlFromNativeResult,
  ConnectDomainXmlToNativeResult,
  ConnectNumOfDefinedInterfacesResult,
  ConnectListDefinedInterfacesResult,
  ConnectNumOfSecretsResult,
  ConnectListSecretsResult,
  SecretLookupByUuidResult,
  SecretDefineXmlResult,
  SecretGetXmlDescResult,
  SecretGetValueResult,
  SecretLookupByUsageResult,
  ConnectIsSecureResult,
  DomainIsActiveResult,
  DomainIsPersistentResult,
  NetworkIsActiveResult,
  NetworkIsPersistentResult,
  StoragePoolIsActiveResult,
  StoragePoolIsPersistentResult,
  InterfaceIsActiveResult,
  ConnectGetLibVersionResult,
  ConnectCompareCpuResult,
  DomainMemoryStat,
  DomainMemoryStatsResult,
  ConnectBaselineCpuResult,
  DomainGetJobInfoResult,
  NwfilterLookupByNameResult,
  NwfilterLookupByUuidResult,
  NwfilterGetXmlDescResult,
  ConnectNumOfNwfiltersResult,
  ConnectListNwfiltersResult,
  NwfilterDefineXmlResult,
  DomainHasManagedSaveImageResult,
  DomainSnapshotCreateXmlResult,
  DomainSnapshotGetXmlDescResult,
  DomainSnapshotNumResult,
  DomainSnapshotListNamesResult,
  DomainSnapshotLookupByNameResult,
  DomainHasCurrentSnapshotResult,
  DomainSnapshotCurrentResult,
  DomainGetBlockInfoResult,
  DomainCreateWithFlagsResult,
  DomainGetMemoryParametersResult,
  DomainGetVcpusFlagsResult,
  DomainIsUpdatedResult,
  ConnectGetSysinfoResult,
  DomainGetBlkioParametersResult,
  DomainScreenshotResult,
  DomainGetStateResult,
  DomainMigrateBegin3Result,
  DomainMigratePrepare3Result,
  DomainMigratePrepareTunnel3Result,
  DomainMigratePerform3Result,
  DomainMigrateFinish3Result,
  DomainGetSchedulerParametersFlagsResult,
  NodeGetCpuStats,
  NodeGetCpuStatsResult,
  NodeGetMemoryStats,
  NodeGetMemoryStatsResult,
  DomainGetControlInfoResult,
  DomainGetVcpuPinInfoResult,
  DomainSaveImageGetXmlDescResult,
  DomainGetBlockJobInfoResult,
  DomainMigrateGetMaxSpeedResult,
  DomainBlockStatsFlagsResult,
  DomainSnapshotGetParentResult,
  DomainSnapshotNumChildrenResult,
  DomainSnapshotListChildrenNamesResult,
  DomainGetBlockIoTuneResult,
  DomainGetNumaParametersResult,
  DomainGetInterfaceParametersResult,
  DomainGetCpuStatsResult,
  DomainDiskError,
  DomainGetDiskErrorsResult,
  DomainGetMetadataResult,
  DomainSnapshotIsCurrentResult,
  DomainSnapshotHasMetadataResult,
  ConnectListAllDomainsResult,
  DomainListAllSnapshotsResult,
  DomainSnapshotListAllChildrenResult,
  DomainGetHostnameResult,
  DomainGetSecurityLabelListResult,
  DomainGetEmulatorPinInfoResult,
  ConnectListAllStoragePoolsResult,
  StoragePoolListAllVolumesResult,
  ConnectListAllNetworksResult,
  ConnectListAllInterfacesResult,
  ConnectListAllNodeDevicesResult,
  ConnectListAllNwfiltersResult,
  ConnectListAllSecretsResult,
  NodeGetMemoryParametersResult,
  NodeGetCpuMapResult,
  NodeDeviceLookupScsiHostByWwnResult,
  DomainGetJobStatsResult,
  DomainMigrateGetCompressionCacheResult,
  DomainMigrateBegin3ParamsResult,
  DomainMigratePrepare3ParamsResult,
  DomainMigratePrepareTunnel3ParamsResult,
  DomainMigratePerform3ParamsResult,
  DomainMigrateFinish3ParamsResult,
  DomainCreateXmlWithFilesResult,
  DomainCreateWithFilesResult,
  ConnectGetCpuModelNamesResult,
  ConnectNetworkEventRegisterAnyResult,
  ConnectDomainEventCallbackRegisterAnyResult,
  DomainFsfreezeResult,
  DomainFsthawResult,
  DomainGetTimeResult,
  NodeGetFreePagesResult,
  NetworkDhcpLease,
  NetworkGetDhcpLeasesResult,
  ConnectGetDomainCapabilitiesResult,
  DomainStatsRecord,
  ConnectGetAllDomainStatsResult,
  NodeAllocPagesResult,
  DomainFsinfo,
  DomainGetFsinfoResult,
  DomainDefineXmlFlagsResult,
  DomainIothreadInfo,
  DomainGetIothreadInfoResult,
  DomainIpAddr,
  DomainInterface,
  DomainInterfaceAddressesResult,
  DomainRenameResult,
  DomainGetPerfEventsResult,
  ConnectStoragePoolEventRegisterAnyResult,
  DomainGetGuestVcpusResult,
  ConnectNodeDeviceEventRegisterAnyResult,
  StorageVolGetInfoFlagsResult,
  ConnectSecretEventRegisterAnyResult,
  DomainMigrateGetMaxDowntimeResult,
  DomainManagedSaveGetXmlDescResult,
  StoragePoolLookupByTargetPathResult,
  ConnectCompareHypervisorCpuResult,
  ConnectBaselineHypervisorCpuResult,
  NodeGetSevInfoResult,
  DomainGetLaunchSecurityInfoResult,
  NwfilterBindingLookupByPortDevResult,
  NwfilterBindingGetXmlDescResult,
  NwfilterBindingCreateXmlResult,
  ConnectListAllNwfilterBindingsResult,
  ConnectGetStoragePoolCapabilitiesResult,
  NetworkListAllPortsResult,
  NetworkPortLookupByUuidResult,
  NetworkPortCreateXmlResult,
  NetworkPortGetParametersResult,
  NetworkPortGetXmlDescResult,
  DomainCheckpointCreateXmlResult,
  DomainCheckpointGetXmlDescResult,
  DomainListAllCheckpointsResult,
  DomainCheckpointListAllChildrenResult,
  DomainCheckpointLookupByNameResult,
  DomainCheckpointGetParentResult,
  DomainGetGuestInfoResult,
  DomainAgentSetResponseTimeoutResult,
  DomainBackupGetXmlDescResult,
  DomainAuthorizedSshKeysGetResult,
  DomainGetMessagesResult,
  NodeDeviceDefineXmlResult,
  NwfilterDefineXmlFlagsResult,
  NetworkDefineXmlFlagsResult,
  NodeDeviceGetAutostartResult,
  NodeDeviceIsPersistentResult,
  NodeDeviceIsActiveResult,
  NetworkCreateXmlFlagsResult,
  QemuDomainMonitorCommandResult,
  QemuDomainAttachResult,
  QemuDomainAgentCommandResult,
  QemuConnectDomainMonitorEventRegisterResult,
  QemuDomainMonitorCommandWithFilesResult,
  DomainEventLifecycleMessage,
  DomainEventRebootMessage,
  DomainEventRtcChangeMessage,
  DomainEventWatchdogMessage,
  DomainEventIoErrorMessage,
  DomainEventGraphicsAddress,
  DomainEventGraphicsIdentity,
  DomainEventGraphicsMessage,
  DomainEventIoErrorReasonMessage,
  DomainEventControlErrorMessage,
  DomainEventBlockJobMessage,
  DomainEventDiskChangeMessage,
  DomainEventTrayChangeMessage,
  DomainEventPmwakeupMessage,
  DomainEventPmsuspendMessage,
  DomainEventBalloonChangeMessage,
  DomainEventPmsuspendDiskMessage,
  DomainEventDeviceRemovedMessage,
  NetworkEventLifecycleMessage,
  DomainEventCallbackLifecycleMessage,
  DomainEventCallbackRebootMessage,
  DomainEventCallbackRtcChangeMessage,
  DomainEventCallbackWatchdogMessage,
  DomainEventCallbackIoErrorMessage,
  DomainEventCallbackGraphicsMessage,
  DomainEventCallbackIoErrorReasonMessage,
  DomainEventCallbackControlErrorMessage,
  DomainEventCallbackBlockJobMessage,
  DomainEventCallbackDiskChangeMessage,
  DomainEventCallbackTrayChangeMessage,
  DomainEventCallbackPmwakeupMessage,
  DomainEventCallbackPmsuspendMessage,
  DomainEventCallbackBalloonChangeMessage,
  DomainEventCallbackPmsuspendDiskMessage,
  DomainEventCallbackDeviceRemovedMessage,
  DomainEventBlockJob2Message,
  DomainEventCallbackTunableMessage,
  DomainEventCallbackAgentLifecycleMessage,
  DomainEventCallbackDeviceAddedMessage,
  DomainEventCallbackMigrationIterationMessage,
  ConnectEventConnectionClosedMessage,
  DomainEventCallbackJobCompletedMessage,
  DomainEventCallbackDeviceRemovalFailedMessage,
  StoragePoolEventLifecycleMessage,
  StoragePoolEventRefreshMessage,
  NodeDeviceEventLifecycleMessage,
  NodeDeviceEventUpdateMessage,
  DomainEventCallbackMetadataChangeMessage,
  SecretEventLifecycleMessage,
  SecretEventValueChangedMessage,
  DomainEventBlockThresholdMessage,
  DomainEventMemoryFailureMessage,
  DomainEventMemoryDeviceSizeChangeMessage,
  QemuDomainMonitorEventMessage,
  NetMessageNonnullDomain,
  NetMessageNonnullNetwork,
  NetMessageError,
} from "./types.gen";

export function writeTypedParamValue(writer: XdrWriter, value: TypedParamValue): void {
  writer.int(value.type);
  switch (value.type) {
    case 1:
      writer.int(value.value);
      break;
    case 2:
      writer.unsignedInt(value.value);
      break;
    case 3:
      writer.hyper(value.value);
      break;
    case 4:
      writer.unsignedHyper(value.value);
      break;
    case 5:
      writer.double(value.value);
      break;
    case 6:
      writer.int(value.value);
      break;
    case 7:
      writer.string(value.value, 4194304);
      break;
  }
}

export function writeConnectOpenArguments(writer: XdrWriter, value: ConnectOpenArguments): void {
  if (writer.present(value.name)) { writer.string(value.name, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeConnectGetMaxVcpusArguments(writer: XdrWriter, value: ConnectGetMaxVcpusArguments): void {
  if (writer.present(value.type)) { writer.string(value.type, 4194304); }
}

export function writeDomain(writer: XdrWriter, value: Domain): void {
  writer.string(value.name, 4194304);
  writer.fixedOpaque(value.uuid, 16);
  writer.int(value.id);
}

export function writeDomainAttachDeviceArguments(writer: XdrWriter, value: DomainAttachDeviceArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml, 4194304);
}

export function writeDomainCreateArguments(writer: XdrWriter, value: DomainCreateArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainCreateXmlArguments(writer: XdrWriter, value: DomainCreateXmlArguments): void {
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainDefineXmlArguments(writer: XdrWriter, value: DomainDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
}

export function writeDomainDestroyArguments(writer: XdrWriter, value: DomainDestroyArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainDetachDeviceArguments(writer: XdrWriter, value: DomainDetachDeviceArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml, 4194304);
}

export function writeDomainGetXmlDescArguments(writer: XdrWriter, value: DomainGetXmlDescArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetAutostartArguments(writer: XdrWriter, value: DomainGetAutostartArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetInfoArguments(writer: XdrWriter, value: DomainGetInfoArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetMaxMemoryArguments(writer: XdrWriter, value: DomainGetMaxMemoryArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetMaxVcpusArguments(writer: XdrWriter, value: DomainGetMaxVcpusArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetOsTypeArguments(writer: XdrWriter, value: DomainGetOsTypeArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetVcpusArguments(writer: XdrWriter, value: DomainGetVcpusArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.maxinfo);
  writer.int(value.maplen);
}

export function writeConnectListDefinedDomainsArguments(writer: XdrWriter, value: ConnectListDefinedDomainsArguments): void {
  writer.int(value.maxnames);
}

export function writeDomainLookupByIdArguments(writer: XdrWriter, value: DomainLookupByIdArguments): void {
  writer.int(value.id);
}

export function writeDomainLookupByNameArguments(writer: XdrWriter, value: DomainLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeDomainLookupByUuidArguments(writer: XdrWriter, value: DomainLookupByUuidArguments): void {
  writer.fixedOpaque(value.uuid, 16);
}

export function writeDomainPinVcpuArguments(writer: XdrWriter, value: DomainPinVcpuArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.vcpu);
  writer.opaque(value.cpumap, 2048);
}

export function writeDomainRebootArguments(writer: XdrWriter, value: DomainRebootArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainResumeArguments(writer: XdrWriter, value: DomainResumeArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainSetAutostartArguments(writer: XdrWriter, value: DomainSetAutostartArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.autostart);
}

export function writeDomainSetMaxMemoryArguments(writer: XdrWriter, value: DomainSetMaxMemoryArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.memory);
}

export function writeDomainSetMemoryArguments(writer: XdrWriter, value: DomainSetMemoryArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.memory);
}

export function writeDomainSetVcpusArguments(writer: XdrWriter, value: DomainSetVcpusArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.nvcpus);
}

export function writeDomainShutdownArguments(writer: XdrWriter, value: DomainShutdownArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainSuspendArguments(writer: XdrWriter, value: DomainSuspendArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainUndefineArguments(writer: XdrWriter, value: DomainUndefineArguments): void {
  writeDomain(writer, value.dom);
}

export function writeConnectListDefinedNetworksArguments(writer: XdrWriter, value: ConnectListDefinedNetworksArguments): void {
  writer.int(value.maxnames);
}

export function writeConnectListDomainsArguments(writer: XdrWriter, value: ConnectListDomainsArguments): void {
  writer.int(value.maxids);
}

export function writeConnectListNetworksArguments(writer: XdrWriter, value: ConnectListNetworksArguments): void {
  writer.int(value.maxnames);
}

export function writeNetwork(writer: XdrWriter, value: Network): void {
  writer.string(value.name, 4194304);
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNetworkCreateArguments(writer: XdrWriter, value: NetworkCreateArguments): void {
  writeNetwork(writer, value.net);
}

export function writeNetworkCreateXmlArguments(writer: XdrWriter, value: NetworkCreateXmlArguments): void {
  writer.string(value.xml, 4194304);
}

export function writeNetworkDefineXmlArguments(writer: XdrWriter, value: NetworkDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
}

export function writeNetworkDestroyArguments(writer: XdrWriter, value: NetworkDestroyArguments): void {
  writeNetwork(writer, value.net);
}

export function writeNetworkGetXmlDescArguments(writer: XdrWriter, value: NetworkGetXmlDescArguments): void {
  writeNetwork(writer, value.net);
  writer.unsignedInt(value.flags);
}

export function writeNetworkGetAutostartArguments(writer: XdrWriter, value: NetworkGetAutostartArguments): void {
  writeNetwork(writer, value.net);
}

export function writeNetworkGetBridgeNameArguments(writer: XdrWriter, value: NetworkGetBridgeNameArguments): void {
  writeNetwork(writer, value.net);
}

export function writeNetworkLookupByNameArguments(writer: XdrWriter, value: NetworkLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNetworkLookupByUuidArguments(writer: XdrWriter, value: NetworkLookupByUuidArguments): void {
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNetworkSetAutostartArguments(writer: XdrWriter, value: NetworkSetAutostartArguments): void {
  writeNetwork(writer, value.net);
  writer.int(value.autostart);
}

export function writeNetworkUndefineArguments(writer: XdrWriter, value: NetworkUndefineArguments): void {
  writeNetwork(writer, value.net);
}

export function writeDomainCoreDumpArguments(writer: XdrWriter, value: DomainCoreDumpArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.to, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainRestoreArguments(writer: XdrWriter, value: DomainRestoreArguments): void {
  writer.string(value.from, 4194304);
}

export function writeDomainSaveArguments(writer: XdrWriter, value: DomainSaveArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.to, 4194304);
}

export function writeDomainGetSchedulerTypeArguments(writer: XdrWriter, value: DomainGetSchedulerTypeArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainGetSchedulerParametersArguments(writer: XdrWriter, value: DomainGetSchedulerParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.nparams);
}

export function writeTypedParam(writer: XdrWriter, value: TypedParam): void {
  writer.string(value.field, 4194304);
  writeTypedParamValue(writer, value.value);
}

export function writeDomainSetSchedulerParametersArguments(writer: XdrWriter, value: DomainSetSchedulerParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
}

export function writeConnectSupportsFeatureArguments(writer: XdrWriter, value: ConnectSupportsFeatureArguments): void {
  writer.int(value.feature);
}

export function writeDomainMigratePrepareArguments(writer: XdrWriter, value: DomainMigratePrepareArguments): void {
  if (writer.present(value.uri_in)) { writer.string(value.uri_in, 4194304); }
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
}

export function writeDomainMigratePerformArguments(writer: XdrWriter, value: DomainMigratePerformArguments): void {
  writeDomain(writer, value.dom);
  writer.opaque(value.cookie, 4194304);
  writer.string(value.uri, 4194304);
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
}

export function writeDomainMigrateFinishArguments(writer: XdrWriter, value: DomainMigrateFinishArguments): void {
  writer.string(value.dname, 4194304);
  writer.opaque(value.cookie, 4194304);
  writer.string(value.uri, 4194304);
  writer.unsignedHyper(value.flags);
}

export function writeDomainBlockStatsArguments(writer: XdrWriter, value: DomainBlockStatsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
}

export function writeDomainInterfaceStatsArguments(writer: XdrWriter, value: DomainInterfaceStatsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.device, 4194304);
}

export function writeAuthSaslStartArguments(writer: XdrWriter, value: AuthSaslStartArguments): void {
  writer.string(value.mech, 4194304);
  writer.int(value.nil);
  writer.count(value.data.length, 65536); for (const item of value.data) { writer.int(item); }
}

export function writeAuthSaslStepArguments(writer: XdrWriter, value: AuthSaslStepArguments): void {
  writer.int(value.nil);
  writer.count(value.data.length, 65536); for (const item of value.data) { writer.int(item); }
}

export function writeConnectListStoragePoolsArguments(writer: XdrWriter, value: ConnectListStoragePoolsArguments): void {
  writer.int(value.maxnames);
}

export function writeConnectListDefinedStoragePoolsArguments(writer: XdrWriter, value: ConnectListDefinedStoragePoolsArguments): void {
  writer.int(value.maxnames);
}

export function writeConnectFindStoragePoolSourcesArguments(writer: XdrWriter, value: ConnectFindStoragePoolSourcesArguments): void {
  writer.string(value.type, 4194304);
  if (writer.present(value.srcSpec)) { writer.string(value.srcSpec, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolCreateXmlArguments(writer: XdrWriter, value: StoragePoolCreateXmlArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolDefineXmlArguments(writer: XdrWriter, value: StoragePoolDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeStoragePool(writer: XdrWriter, value: StoragePool): void {
  writer.string(value.name, 4194304);
  writer.fixedOpaque(value.uuid, 16);
}

export function writeStoragePoolCreateArguments(writer: XdrWriter, value: StoragePoolCreateArguments): void {
  writeStoragePool(writer, value.pool);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolBuildArguments(writer: XdrWriter, value: StoragePoolBuildArguments): void {
  writeStoragePool(writer, value.pool);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolDestroyArguments(writer: XdrWriter, value: StoragePoolDestroyArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolDeleteArguments(writer: XdrWriter, value: StoragePoolDeleteArguments): void {
  writeStoragePool(writer, value.pool);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolUndefineArguments(writer: XdrWriter, value: StoragePoolUndefineArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolRefreshArguments(writer: XdrWriter, value: StoragePoolRefreshArguments): void {
  writeStoragePool(writer, value.pool);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolLookupByNameArguments(writer: XdrWriter, value: StoragePoolLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeStoragePoolLookupByUuidArguments(writer: XdrWriter, value: StoragePoolLookupByUuidArguments): void {
  writer.fixedOpaque(value.uuid, 16);
}

export function writeStorageVol(writer: XdrWriter, value: StorageVol): void {
  writer.string(value.pool, 4194304);
  writer.string(value.name, 4194304);
  writer.string(value.key, 4194304);
}

export function writeStoragePoolLookupByVolumeArguments(writer: XdrWriter, value: StoragePoolLookupByVolumeArguments): void {
  writeStorageVol(writer, value.vol);
}

export function writeStoragePoolGetInfoArguments(writer: XdrWriter, value: StoragePoolGetInfoArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolGetXmlDescArguments(writer: XdrWriter, value: StoragePoolGetXmlDescArguments): void {
  writeStoragePool(writer, value.pool);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolGetAutostartArguments(writer: XdrWriter, value: StoragePoolGetAutostartArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolSetAutostartArguments(writer: XdrWriter, value: StoragePoolSetAutostartArguments): void {
  writeStoragePool(writer, value.pool);
  writer.int(value.autostart);
}

export function writeStoragePoolNumOfVolumesArguments(writer: XdrWriter, value: StoragePoolNumOfVolumesArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolListVolumesArguments(writer: XdrWriter, value: StoragePoolListVolumesArguments): void {
  writeStoragePool(writer, value.pool);
  writer.int(value.maxnames);
}

export function writeStorageVolCreateXmlArguments(writer: XdrWriter, value: StorageVolCreateXmlArguments): void {
  writeStoragePool(writer, value.pool);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolDeleteArguments(writer: XdrWriter, value: StorageVolDeleteArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolLookupByNameArguments(writer: XdrWriter, value: StorageVolLookupByNameArguments): void {
  writeStoragePool(writer, value.pool);
  writer.string(value.name, 4194304);
}

export function writeStorageVolLookupByKeyArguments(writer: XdrWriter, value: StorageVolLookupByKeyArguments): void {
  writer.string(value.key, 4194304);
}

export function writeStorageVolLookupByPathArguments(writer: XdrWriter, value: StorageVolLookupByPathArguments): void {
  writer.string(value.path, 4194304);
}

export function writeStorageVolGetInfoArguments(writer: XdrWriter, value: StorageVolGetInfoArguments): void {
  writeStorageVol(writer, value.vol);
}

export function writeStorageVolGetXmlDescArguments(writer: XdrWriter, value: StorageVolGetXmlDescArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolGetPathArguments(writer: XdrWriter, value: StorageVolGetPathArguments): void {
  writeStorageVol(writer, value.vol);
}

export function writeNodeGetCellsFreeMemoryArguments(writer: XdrWriter, value: NodeGetCellsFreeMemoryArguments): void {
  writer.int(value.startCell);
  writer.int(value.maxcells);
}

export function writeDomainBlockPeekArguments(writer: XdrWriter, value: DomainBlockPeekArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedHyper(value.offset);
  writer.unsignedInt(value.size);
  writer.unsignedInt(value.flags);
}

export function writeDomainMemoryPeekArguments(writer: XdrWriter, value: DomainMemoryPeekArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.offset);
  writer.unsignedInt(value.size);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigratePrepare2Arguments(writer: XdrWriter, value: DomainMigratePrepare2Arguments): void {
  if (writer.present(value.uri_in)) { writer.string(value.uri_in, 4194304); }
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
  writer.string(value.dom_xml, 4194304);
}

export function writeDomainMigrateFinish2Arguments(writer: XdrWriter, value: DomainMigrateFinish2Arguments): void {
  writer.string(value.dname, 4194304);
  writer.opaque(value.cookie, 4194304);
  writer.string(value.uri, 4194304);
  writer.unsignedHyper(value.flags);
  writer.int(value.retcode);
}

export function writeNodeNumOfDevicesArguments(writer: XdrWriter, value: NodeNumOfDevicesArguments): void {
  if (writer.present(value.cap)) { writer.string(value.cap, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeNodeListDevicesArguments(writer: XdrWriter, value: NodeListDevicesArguments): void {
  if (writer.present(value.cap)) { writer.string(value.cap, 4194304); }
  writer.int(value.maxnames);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceLookupByNameArguments(writer: XdrWriter, value: NodeDeviceLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceGetXmlDescArguments(writer: XdrWriter, value: NodeDeviceGetXmlDescArguments): void {
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceGetParentArguments(writer: XdrWriter, value: NodeDeviceGetParentArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceNumOfCapsArguments(writer: XdrWriter, value: NodeDeviceNumOfCapsArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceListCapsArguments(writer: XdrWriter, value: NodeDeviceListCapsArguments): void {
  writer.string(value.name, 4194304);
  writer.int(value.maxnames);
}

export function writeNodeDeviceDettachArguments(writer: XdrWriter, value: NodeDeviceDettachArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceReAttachArguments(writer: XdrWriter, value: NodeDeviceReAttachArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceResetArguments(writer: XdrWriter, value: NodeDeviceResetArguments): void {
  writer.string(value.name, 4194304);
}

export function writeDomainGetSecurityLabelArguments(writer: XdrWriter, value: DomainGetSecurityLabelArguments): void {
  writeDomain(writer, value.dom);
}

export function writeNodeDeviceCreateXmlArguments(writer: XdrWriter, value: NodeDeviceCreateXmlArguments): void {
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceDestroyArguments(writer: XdrWriter, value: NodeDeviceDestroyArguments): void {
  writer.string(value.name, 4194304);
}

export function writeStorageVolCreateXmlFromArguments(writer: XdrWriter, value: StorageVolCreateXmlFromArguments): void {
  writeStoragePool(writer, value.pool);
  writer.string(value.xml, 4194304);
  writeStorageVol(writer, value.clonevol);
  writer.unsignedInt(value.flags);
}

export function writeConnectListInterfacesArguments(writer: XdrWriter, value: ConnectListInterfacesArguments): void {
  writer.int(value.maxnames);
}

export function writeInterfaceLookupByNameArguments(writer: XdrWriter, value: InterfaceLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeInterfaceLookupByMacStringArguments(writer: XdrWriter, value: InterfaceLookupByMacStringArguments): void {
  writer.string(value.mac, 4194304);
}

export function writeInterface(writer: XdrWriter, value: Interface): void {
  writer.string(value.name, 4194304);
  writer.string(value.mac, 4194304);
}

export function writeInterfaceGetXmlDescArguments(writer: XdrWriter, value: InterfaceGetXmlDescArguments): void {
  writeInterface(writer, value.iface);
  writer.unsignedInt(value.flags);
}

export function writeInterfaceDefineXmlArguments(writer: XdrWriter, value: InterfaceDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeInterfaceUndefineArguments(writer: XdrWriter, value: InterfaceUndefineArguments): void {
  writeInterface(writer, value.iface);
}

export function writeInterfaceCreateArguments(writer: XdrWriter, value: InterfaceCreateArguments): void {
  writeInterface(writer, value.iface);
  writer.unsignedInt(value.flags);
}

export function writeInterfaceDestroyArguments(writer: XdrWriter, value: InterfaceDestroyArguments): void {
  writeInterface(writer, value.iface);
  writer.unsignedInt(value.flags);
}

export function writeConnectDomainXmlFromNativeArguments(writer: XdrWriter, value: ConnectDomainXmlFromNativeArguments): void {
  writer.string(value.nativeFormat, 4194304);
  writer.string(value.nativeConfig, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeConnectDomainXmlToNativeArguments(writer: XdrWriter, value: ConnectDomainXmlToNativeArguments): void {
  writer.string(value.nativeFormat, 4194304);
  writer.string(value.domainXml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeConnectListDefinedInterfacesArguments(writer: XdrWriter, value: ConnectListDefinedInterfacesArguments): void {
  writer.int(value.maxnames);
}

export function writeConnectListSecretsArguments(writer: XdrWriter, value: ConnectListSecretsArguments): void {
  writer.int(value.maxuuids);
}

export function writeSecretLookupByUuidArguments(writer: XdrWriter, value: SecretLookupByUuidArguments): void {
  writer.fixedOpaque(value.uuid, 16);
}

export function writeSecretDefineXmlArguments(writer: XdrWriter, value: SecretDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeSecret(writer: XdrWriter, value: Secret): void {
  writer.fixedOpaque(value.uuid, 16);
  writer.int(value.usageType);
  writer.string(value.usageID, 4194304);
}

export function writeSecretGetXmlDescArguments(writer: XdrWriter, value: SecretGetXmlDescArguments): void {
  writeSecret(writer, value.secret);
  writer.unsignedInt(value.flags);
}

export function writeSecretSetValueArguments(writer: XdrWriter, value: SecretSetValueArguments): void {
  writeSecret(writer, value.secret);
  writer.opaque(value.value, 65536);
  writer.unsignedInt(value.flags);
}

export function writeSecretGetValueArguments(writer: XdrWriter, value: SecretGetValueArguments): void {
  writeSecret(writer, value.secret);
  writer.unsignedInt(value.flags);
}

export function writeSecretUndefineArguments(writer: XdrWriter, value: SecretUndefineArguments): void {
  writeSecret(writer, value.secret);
}

export function writeSecretLookupByUsageArguments(writer: XdrWriter, value: SecretLookupByUsageArguments): void {
  writer.int(value.usageType);
  writer.string(value.usageID, 4194304);
}

export function writeDomainMigratePrepareTunnelArguments(writer: XdrWriter, value: DomainMigratePrepareTunnelArguments): void {
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
  writer.string(value.dom_xml, 4194304);
}

export function writeDomainIsActiveArguments(writer: XdrWriter, value: DomainIsActiveArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainIsPersistentArguments(writer: XdrWriter, value: DomainIsPersistentArguments): void {
  writeDomain(writer, value.dom);
}

export function writeNetworkIsActiveArguments(writer: XdrWriter, value: NetworkIsActiveArguments): void {
  writeNetwork(writer, value.net);
}

export function writeNetworkIsPersistentArguments(writer: XdrWriter, value: NetworkIsPersistentArguments): void {
  writeNetwork(writer, value.net);
}

export function writeStoragePoolIsActiveArguments(writer: XdrWriter, value: StoragePoolIsActiveArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeStoragePoolIsPersistentArguments(writer: XdrWriter, value: StoragePoolIsPersistentArguments): void {
  writeStoragePool(writer, value.pool);
}

export function writeInterfaceIsActiveArguments(writer: XdrWriter, value: InterfaceIsActiveArguments): void {
  writeInterface(writer, value.iface);
}

export function writeConnectCompareCpuArguments(writer: XdrWriter, value: ConnectCompareCpuArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainMemoryStatsArguments(writer: XdrWriter, value: DomainMemoryStatsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.maxStats);
  writer.unsignedInt(value.flags);
}

export function writeDomainAttachDeviceFlagsArguments(writer: XdrWriter, value: DomainAttachDeviceFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainDetachDeviceFlagsArguments(writer: XdrWriter, value: DomainDetachDeviceFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeConnectBaselineCpuArguments(writer: XdrWriter, value: ConnectBaselineCpuArguments): void {
  writer.count(value.xmlCPUs.length, 256); for (const item of value.xmlCPUs) { writer.string(item, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetJobInfoArguments(writer: XdrWriter, value: DomainGetJobInfoArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainAbortJobArguments(writer: XdrWriter, value: DomainAbortJobArguments): void {
  writeDomain(writer, value.dom);
}

export function writeStorageVolWipeArguments(writer: XdrWriter, value: StorageVolWipeArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateSetMaxDowntimeArguments(writer: XdrWriter, value: DomainMigrateSetMaxDowntimeArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.downtime);
  writer.unsignedInt(value.flags);
}

export function writeConnectDomainEventRegisterAnyArguments(writer: XdrWriter, value: ConnectDomainEventRegisterAnyArguments): void {
  writer.int(value.eventID);
}

export function writeConnectDomainEventDeregisterAnyArguments(writer: XdrWriter, value: ConnectDomainEventDeregisterAnyArguments): void {
  writer.int(value.eventID);
}

export function writeDomainUpdateDeviceFlagsArguments(writer: XdrWriter, value: DomainUpdateDeviceFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNwfilterLookupByNameArguments(writer: XdrWriter, value: NwfilterLookupByNameArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNwfilterLookupByUuidArguments(writer: XdrWriter, value: NwfilterLookupByUuidArguments): void {
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNwfilter(writer: XdrWriter, value: Nwfilter): void {
  writer.string(value.name, 4194304);
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNwfilterGetXmlDescArguments(writer: XdrWriter, value: NwfilterGetXmlDescArguments): void {
  writeNwfilter(writer, value.nwfilter);
  writer.unsignedInt(value.flags);
}

export function writeConnectListNwfiltersArguments(writer: XdrWriter, value: ConnectListNwfiltersArguments): void {
  writer.int(value.maxnames);
}

export function writeNwfilterDefineXmlArguments(writer: XdrWriter, value: NwfilterDefineXmlArguments): void {
  writer.string(value.xml, 4194304);
}

export function writeNwfilterUndefineArguments(writer: XdrWriter, value: NwfilterUndefineArguments): void {
  writeNwfilter(writer, value.nwfilter);
}

export function writeDomainManagedSaveArguments(writer: XdrWriter, value: DomainManagedSaveArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainHasManagedSaveImageArguments(writer: XdrWriter, value: DomainHasManagedSaveImageArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainManagedSaveRemoveArguments(writer: XdrWriter, value: DomainManagedSaveRemoveArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotCreateXmlArguments(writer: XdrWriter, value: DomainSnapshotCreateXmlArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshot(writer: XdrWriter, value: DomainSnapshot): void {
  writer.string(value.name, 4194304);
  writeDomain(writer, value.dom);
}

export function writeDomainSnapshotGetXmlDescArguments(writer: XdrWriter, value: DomainSnapshotGetXmlDescArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotNumArguments(writer: XdrWriter, value: DomainSnapshotNumArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotListNamesArguments(writer: XdrWriter, value: DomainSnapshotListNamesArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.maxnames);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotLookupByNameArguments(writer: XdrWriter, value: DomainSnapshotLookupByNameArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainHasCurrentSnapshotArguments(writer: XdrWriter, value: DomainHasCurrentSnapshotArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotCurrentArguments(writer: XdrWriter, value: DomainSnapshotCurrentArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainRevertToSnapshotArguments(writer: XdrWriter, value: DomainRevertToSnapshotArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotDeleteArguments(writer: XdrWriter, value: DomainSnapshotDeleteArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetBlockInfoArguments(writer: XdrWriter, value: DomainGetBlockInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainCreateWithFlagsArguments(writer: XdrWriter, value: DomainCreateWithFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetMemoryParametersArguments(writer: XdrWriter, value: DomainSetMemoryParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetMemoryParametersArguments(writer: XdrWriter, value: DomainGetMemoryParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetVcpusFlagsArguments(writer: XdrWriter, value: DomainSetVcpusFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.nvcpus);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetVcpusFlagsArguments(writer: XdrWriter, value: DomainGetVcpusFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainOpenConsoleArguments(writer: XdrWriter, value: DomainOpenConsoleArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.dev_name)) { writer.string(value.dev_name, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainIsUpdatedArguments(writer: XdrWriter, value: DomainIsUpdatedArguments): void {
  writeDomain(writer, value.dom);
}

export function writeConnectGetSysinfoArguments(writer: XdrWriter, value: ConnectGetSysinfoArguments): void {
  writer.unsignedInt(value.flags);
}

export function writeDomainSetMemoryFlagsArguments(writer: XdrWriter, value: DomainSetMemoryFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.memory);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetBlkioParametersArguments(writer: XdrWriter, value: DomainSetBlkioParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetBlkioParametersArguments(writer: XdrWriter, value: DomainGetBlkioParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateSetMaxSpeedArguments(writer: XdrWriter, value: DomainMigrateSetMaxSpeedArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.bandwidth);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolUploadArguments(writer: XdrWriter, value: StorageVolUploadArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedHyper(value.offset);
  writer.unsignedHyper(value.length);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolDownloadArguments(writer: XdrWriter, value: StorageVolDownloadArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedHyper(value.offset);
  writer.unsignedHyper(value.length);
  writer.unsignedInt(value.flags);
}

export function writeDomainInjectNmiArguments(writer: XdrWriter, value: DomainInjectNmiArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainScreenshotArguments(writer: XdrWriter, value: DomainScreenshotArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.screen);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetStateArguments(writer: XdrWriter, value: DomainGetStateArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateBegin3Arguments(writer: XdrWriter, value: DomainMigrateBegin3Arguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.xmlin)) { writer.string(value.xmlin, 4194304); }
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
}

export function writeDomainMigratePrepare3Arguments(writer: XdrWriter, value: DomainMigratePrepare3Arguments): void {
  writer.opaque(value.cookie_in, 4194304);
  if (writer.present(value.uri_in)) { writer.string(value.uri_in, 4194304); }
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
  writer.string(value.dom_xml, 4194304);
}

export function writeDomainMigratePrepareTunnel3Arguments(writer: XdrWriter, value: DomainMigratePrepareTunnel3Arguments): void {
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
  writer.string(value.dom_xml, 4194304);
}

export function writeDomainMigratePerform3Arguments(writer: XdrWriter, value: DomainMigratePerform3Arguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.xmlin)) { writer.string(value.xmlin, 4194304); }
  writer.opaque(value.cookie_in, 4194304);
  if (writer.present(value.dconnuri)) { writer.string(value.dconnuri, 4194304); }
  if (writer.present(value.uri)) { writer.string(value.uri, 4194304); }
  writer.unsignedHyper(value.flags);
  if (writer.present(value.dname)) { writer.string(value.dname, 4194304); }
  writer.unsignedHyper(value.resource);
}

export function writeDomainMigrateFinish3Arguments(writer: XdrWriter, value: DomainMigrateFinish3Arguments): void {
  writer.string(value.dname, 4194304);
  writer.opaque(value.cookie_in, 4194304);
  if (writer.present(value.dconnuri)) { writer.string(value.dconnuri, 4194304); }
  if (writer.present(value.uri)) { writer.string(value.uri, 4194304); }
  writer.unsignedHyper(value.flags);
  writer.int(value.cancelled);
}

export function writeDomainMigrateConfirm3Arguments(writer: XdrWriter, value: DomainMigrateConfirm3Arguments): void {
  writeDomain(writer, value.dom);
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedHyper(value.flags);
  writer.int(value.cancelled);
}

export function writeDomainSetSchedulerParametersFlagsArguments(writer: XdrWriter, value: DomainSetSchedulerParametersFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeInterfaceChangeBeginArguments(writer: XdrWriter, value: InterfaceChangeBeginArguments): void {
  writer.unsignedInt(value.flags);
}

export function writeInterfaceChangeCommitArguments(writer: XdrWriter, value: InterfaceChangeCommitArguments): void {
  writer.unsignedInt(value.flags);
}

export function writeInterfaceChangeRollbackArguments(writer: XdrWriter, value: InterfaceChangeRollbackArguments): void {
  writer.unsignedInt(value.flags);
}

export function writeDomainGetSchedulerParametersFlagsArguments(writer: XdrWriter, value: DomainGetSchedulerParametersFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainPinVcpuFlagsArguments(writer: XdrWriter, value: DomainPinVcpuFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.vcpu);
  writer.opaque(value.cpumap, 2048);
  writer.unsignedInt(value.flags);
}

export function writeDomainSendKeyArguments(writer: XdrWriter, value: DomainSendKeyArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.codeset);
  writer.unsignedInt(value.holdtime);
  writer.count(value.keycodes.length, 16); for (const item of value.keycodes) { writer.unsignedInt(item); }
  writer.unsignedInt(value.flags);
}

export function writeNodeGetCpuStatsArguments(writer: XdrWriter, value: NodeGetCpuStatsArguments): void {
  writer.int(value.cpuNum);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeNodeGetMemoryStatsArguments(writer: XdrWriter, value: NodeGetMemoryStatsArguments): void {
  writer.int(value.nparams);
  writer.int(value.cellNum);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetControlInfoArguments(writer: XdrWriter, value: DomainGetControlInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetVcpuPinInfoArguments(writer: XdrWriter, value: DomainGetVcpuPinInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.ncpumaps);
  writer.int(value.maplen);
  writer.unsignedInt(value.flags);
}

export function writeDomainUndefineFlagsArguments(writer: XdrWriter, value: DomainUndefineFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSaveFlagsArguments(writer: XdrWriter, value: DomainSaveFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.to, 4194304);
  if (writer.present(value.dxml)) { writer.string(value.dxml, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainRestoreFlagsArguments(writer: XdrWriter, value: DomainRestoreFlagsArguments): void {
  writer.string(value.from, 4194304);
  if (writer.present(value.dxml)) { writer.string(value.dxml, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainDestroyFlagsArguments(writer: XdrWriter, value: DomainDestroyFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSaveImageGetXmlDescArguments(writer: XdrWriter, value: DomainSaveImageGetXmlDescArguments): void {
  writer.string(value.file, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainSaveImageDefineXmlArguments(writer: XdrWriter, value: DomainSaveImageDefineXmlArguments): void {
  writer.string(value.file, 4194304);
  writer.string(value.dxml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockJobAbortArguments(writer: XdrWriter, value: DomainBlockJobAbortArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetBlockJobInfoArguments(writer: XdrWriter, value: DomainGetBlockJobInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockJobSetSpeedArguments(writer: XdrWriter, value: DomainBlockJobSetSpeedArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedHyper(value.bandwidth);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockPullArguments(writer: XdrWriter, value: DomainBlockPullArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.unsignedHyper(value.bandwidth);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateGetMaxSpeedArguments(writer: XdrWriter, value: DomainMigrateGetMaxSpeedArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockStatsFlagsArguments(writer: XdrWriter, value: DomainBlockStatsFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotGetParentArguments(writer: XdrWriter, value: DomainSnapshotGetParentArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainResetArguments(writer: XdrWriter, value: DomainResetArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotNumChildrenArguments(writer: XdrWriter, value: DomainSnapshotNumChildrenArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotListChildrenNamesArguments(writer: XdrWriter, value: DomainSnapshotListChildrenNamesArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.int(value.maxnames);
  writer.unsignedInt(value.flags);
}

export function writeDomainOpenGraphicsArguments(writer: XdrWriter, value: DomainOpenGraphicsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.idx);
  writer.unsignedInt(value.flags);
}

export function writeNodeSuspendForDurationArguments(writer: XdrWriter, value: NodeSuspendForDurationArguments): void {
  writer.unsignedInt(value.target);
  writer.unsignedHyper(value.duration);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockResizeArguments(writer: XdrWriter, value: DomainBlockResizeArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.disk, 4194304);
  writer.unsignedHyper(value.size);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetBlockIoTuneArguments(writer: XdrWriter, value: DomainSetBlockIoTuneArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.disk, 4194304);
  writer.count(value.params.length, 32); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetBlockIoTuneArguments(writer: XdrWriter, value: DomainGetBlockIoTuneArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.disk)) { writer.string(value.disk, 4194304); }
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetNumaParametersArguments(writer: XdrWriter, value: DomainSetNumaParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetNumaParametersArguments(writer: XdrWriter, value: DomainGetNumaParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetInterfaceParametersArguments(writer: XdrWriter, value: DomainSetInterfaceParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.device, 4194304);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetInterfaceParametersArguments(writer: XdrWriter, value: DomainGetInterfaceParametersArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.device, 4194304);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainShutdownFlagsArguments(writer: XdrWriter, value: DomainShutdownFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolWipePatternArguments(writer: XdrWriter, value: StorageVolWipePatternArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedInt(value.algorithm);
  writer.unsignedInt(value.flags);
}

export function writeStorageVolResizeArguments(writer: XdrWriter, value: StorageVolResizeArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedHyper(value.capacity);
  writer.unsignedInt(value.flags);
}

export function writeDomainPmSuspendForDurationArguments(writer: XdrWriter, value: DomainPmSuspendForDurationArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.target);
  writer.unsignedHyper(value.duration);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetCpuStatsArguments(writer: XdrWriter, value: DomainGetCpuStatsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.nparams);
  writer.int(value.start_cpu);
  writer.unsignedInt(value.ncpus);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetDiskErrorsArguments(writer: XdrWriter, value: DomainGetDiskErrorsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.maxerrors);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetMetadataArguments(writer: XdrWriter, value: DomainSetMetadataArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.type);
  if (writer.present(value.metadata)) { writer.string(value.metadata, 4194304); }
  if (writer.present(value.key)) { writer.string(value.key, 4194304); }
  if (writer.present(value.uri)) { writer.string(value.uri, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetMetadataArguments(writer: XdrWriter, value: DomainGetMetadataArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.type);
  if (writer.present(value.uri)) { writer.string(value.uri, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockRebaseArguments(writer: XdrWriter, value: DomainBlockRebaseArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  if (writer.present(value.base)) { writer.string(value.base, 4194304); }
  writer.unsignedHyper(value.bandwidth);
  writer.unsignedInt(value.flags);
}

export function writeDomainPmWakeupArguments(writer: XdrWriter, value: DomainPmWakeupArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotIsCurrentArguments(writer: XdrWriter, value: DomainSnapshotIsCurrentArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotHasMetadataArguments(writer: XdrWriter, value: DomainSnapshotHasMetadataArguments): void {
  writeDomainSnapshot(writer, value.snap);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllDomainsArguments(writer: XdrWriter, value: ConnectListAllDomainsArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainListAllSnapshotsArguments(writer: XdrWriter, value: DomainListAllSnapshotsArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainSnapshotListAllChildrenArguments(writer: XdrWriter, value: DomainSnapshotListAllChildrenArguments): void {
  writeDomainSnapshot(writer, value.snapshot);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetHostnameArguments(writer: XdrWriter, value: DomainGetHostnameArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetSecurityLabelListArguments(writer: XdrWriter, value: DomainGetSecurityLabelListArguments): void {
  writeDomain(writer, value.dom);
}

export function writeDomainPinEmulatorArguments(writer: XdrWriter, value: DomainPinEmulatorArguments): void {
  writeDomain(writer, value.dom);
  writer.opaque(value.cpumap, 2048);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetEmulatorPinInfoArguments(writer: XdrWriter, value: DomainGetEmulatorPinInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.maplen);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllStoragePoolsArguments(writer: XdrWriter, value: ConnectListAllStoragePoolsArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolListAllVolumesArguments(writer: XdrWriter, value: StoragePoolListAllVolumesArguments): void {
  writeStoragePool(writer, value.pool);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllNetworksArguments(writer: XdrWriter, value: ConnectListAllNetworksArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllInterfacesArguments(writer: XdrWriter, value: ConnectListAllInterfacesArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllNodeDevicesArguments(writer: XdrWriter, value: ConnectListAllNodeDevicesArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllNwfiltersArguments(writer: XdrWriter, value: ConnectListAllNwfiltersArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectListAllSecretsArguments(writer: XdrWriter, value: ConnectListAllSecretsArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeNodeSetMemoryParametersArguments(writer: XdrWriter, value: NodeSetMemoryParametersArguments): void {
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeNodeGetMemoryParametersArguments(writer: XdrWriter, value: NodeGetMemoryParametersArguments): void {
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockCommitArguments(writer: XdrWriter, value: DomainBlockCommitArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.disk, 4194304);
  if (writer.present(value.base)) { writer.string(value.base, 4194304); }
  if (writer.present(value.top)) { writer.string(value.top, 4194304); }
  writer.unsignedHyper(value.bandwidth);
  writer.unsignedInt(value.flags);
}

export function writeNetworkUpdateArguments(writer: XdrWriter, value: NetworkUpdateArguments): void {
  writeNetwork(writer, value.net);
  writer.unsignedInt(value.command);
  writer.unsignedInt(value.section);
  writer.int(value.parentIndex);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeGetCpuMapArguments(writer: XdrWriter, value: NodeGetCpuMapArguments): void {
  writer.int(value.need_map);
  writer.int(value.need_online);
  writer.unsignedInt(value.flags);
}

export function writeDomainFstrimArguments(writer: XdrWriter, value: DomainFstrimArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.mountPoint)) { writer.string(value.mountPoint, 4194304); }
  writer.unsignedHyper(value.minimum);
  writer.unsignedInt(value.flags);
}

export function writeDomainSendProcessSignalArguments(writer: XdrWriter, value: DomainSendProcessSignalArguments): void {
  writeDomain(writer, value.dom);
  writer.hyper(value.pid_value);
  writer.unsignedInt(value.signum);
  writer.unsignedInt(value.flags);
}

export function writeDomainOpenChannelArguments(writer: XdrWriter, value: DomainOpenChannelArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.name)) { writer.string(value.name, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceLookupScsiHostByWwnArguments(writer: XdrWriter, value: NodeDeviceLookupScsiHostByWwnArguments): void {
  writer.string(value.wwnn, 4194304);
  writer.string(value.wwpn, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetJobStatsArguments(writer: XdrWriter, value: DomainGetJobStatsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateGetCompressionCacheArguments(writer: XdrWriter, value: DomainMigrateGetCompressionCacheArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateSetCompressionCacheArguments(writer: XdrWriter, value: DomainMigrateSetCompressionCacheArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedHyper(value.cacheSize);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceDetachFlagsArguments(writer: XdrWriter, value: NodeDeviceDetachFlagsArguments): void {
  writer.string(value.name, 4194304);
  if (writer.present(value.driverName)) { writer.string(value.driverName, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateBegin3ParamsArguments(writer: XdrWriter, value: DomainMigrateBegin3ParamsArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainMigratePrepare3ParamsArguments(writer: XdrWriter, value: DomainMigratePrepare3ParamsArguments): void {
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigratePrepareTunnel3ParamsArguments(writer: XdrWriter, value: DomainMigratePrepareTunnel3ParamsArguments): void {
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigratePerform3ParamsArguments(writer: XdrWriter, value: DomainMigratePerform3ParamsArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.dconnuri)) { writer.string(value.dconnuri, 4194304); }
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateFinish3ParamsArguments(writer: XdrWriter, value: DomainMigrateFinish3ParamsArguments): void {
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedInt(value.flags);
  writer.int(value.cancelled);
}

export function writeDomainMigrateConfirm3ParamsArguments(writer: XdrWriter, value: DomainMigrateConfirm3ParamsArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.opaque(value.cookie_in, 4194304);
  writer.unsignedInt(value.flags);
  writer.int(value.cancelled);
}

export function writeDomainSetMemoryStatsPeriodArguments(writer: XdrWriter, value: DomainSetMemoryStatsPeriodArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.period);
  writer.unsignedInt(value.flags);
}

export function writeDomainCreateXmlWithFilesArguments(writer: XdrWriter, value: DomainCreateXmlWithFilesArguments): void {
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainCreateWithFilesArguments(writer: XdrWriter, value: DomainCreateWithFilesArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeConnectGetCpuModelNamesArguments(writer: XdrWriter, value: ConnectGetCpuModelNamesArguments): void {
  writer.string(value.arch, 4194304);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectNetworkEventRegisterAnyArguments(writer: XdrWriter, value: ConnectNetworkEventRegisterAnyArguments): void {
  writer.int(value.eventID);
  if (writer.present(value.net)) { writeNetwork(writer, value.net); }
}

export function writeConnectNetworkEventDeregisterAnyArguments(writer: XdrWriter, value: ConnectNetworkEventDeregisterAnyArguments): void {
  writer.int(value.callbackID);
}

export function writeConnectDomainEventCallbackRegisterAnyArguments(writer: XdrWriter, value: ConnectDomainEventCallbackRegisterAnyArguments): void {
  writer.int(value.eventID);
  if (writer.present(value.dom)) { writeDomain(writer, value.dom); }
}

export function writeConnectDomainEventCallbackDeregisterAnyArguments(writer: XdrWriter, value: ConnectDomainEventCallbackDeregisterAnyArguments): void {
  writer.int(value.callbackID);
}

export function writeDomainCoreDumpWithFormatArguments(writer: XdrWriter, value: DomainCoreDumpWithFormatArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.to, 4194304);
  writer.unsignedInt(value.dumpformat);
  writer.unsignedInt(value.flags);
}

export function writeDomainFsfreezeArguments(writer: XdrWriter, value: DomainFsfreezeArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.mountpoints.length, 256); for (const item of value.mountpoints) { writer.string(item, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainFsthawArguments(writer: XdrWriter, value: DomainFsthawArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.mountpoints.length, 256); for (const item of value.mountpoints) { writer.string(item, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetTimeArguments(writer: XdrWriter, value: DomainGetTimeArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetTimeArguments(writer: XdrWriter, value: DomainSetTimeArguments): void {
  writeDomain(writer, value.dom);
  writer.hyper(value.seconds);
  writer.unsignedInt(value.nseconds);
  writer.unsignedInt(value.flags);
}

export function writeNodeGetFreePagesArguments(writer: XdrWriter, value: NodeGetFreePagesArguments): void {
  writer.count(value.pages.length, 1024); for (const item of value.pages) { writer.unsignedInt(item); }
  writer.int(value.startCell);
  writer.unsignedInt(value.cellCount);
  writer.unsignedInt(value.flags);
}

export function writeNetworkGetDhcpLeasesArguments(writer: XdrWriter, value: NetworkGetDhcpLeasesArguments): void {
  writeNetwork(writer, value.net);
  if (writer.present(value.mac)) { writer.string(value.mac, 4194304); }
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeConnectGetDomainCapabilitiesArguments(writer: XdrWriter, value: ConnectGetDomainCapabilitiesArguments): void {
  if (writer.present(value.emulatorbin)) { writer.string(value.emulatorbin, 4194304); }
  if (writer.present(value.arch)) { writer.string(value.arch, 4194304); }
  if (writer.present(value.machine)) { writer.string(value.machine, 4194304); }
  if (writer.present(value.virttype)) { writer.string(value.virttype, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainOpenGraphicsFdArguments(writer: XdrWriter, value: DomainOpenGraphicsFdArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.idx);
  writer.unsignedInt(value.flags);
}

export function writeConnectGetAllDomainStatsArguments(writer: XdrWriter, value: ConnectGetAllDomainStatsArguments): void {
  writer.count(value.doms.length, 16384); for (const item of value.doms) { writeDomain(writer, item); }
  writer.unsignedInt(value.stats);
  writer.unsignedInt(value.flags);
}

export function writeDomainBlockCopyArguments(writer: XdrWriter, value: DomainBlockCopyArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.path, 4194304);
  writer.string(value.destxml, 4194304);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeNodeAllocPagesArguments(writer: XdrWriter, value: NodeAllocPagesArguments): void {
  writer.count(value.pageSizes.length, 1024); for (const item of value.pageSizes) { writer.unsignedInt(item); }
  writer.count(value.pageCounts.length, 1024); for (const item of value.pageCounts) { writer.unsignedHyper(item); }
  writer.int(value.startCell);
  writer.unsignedInt(value.cellCount);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetFsinfoArguments(writer: XdrWriter, value: DomainGetFsinfoArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainDefineXmlFlagsArguments(writer: XdrWriter, value: DomainDefineXmlFlagsArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetIothreadInfoArguments(writer: XdrWriter, value: DomainGetIothreadInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainPinIothreadArguments(writer: XdrWriter, value: DomainPinIothreadArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.iothreads_id);
  writer.opaque(value.cpumap, 2048);
  writer.unsignedInt(value.flags);
}

export function writeDomainInterfaceAddressesArguments(writer: XdrWriter, value: DomainInterfaceAddressesArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.source);
  writer.unsignedInt(value.flags);
}

export function writeDomainAddIothreadArguments(writer: XdrWriter, value: DomainAddIothreadArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.iothread_id);
  writer.unsignedInt(value.flags);
}

export function writeDomainDelIothreadArguments(writer: XdrWriter, value: DomainDelIothreadArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.iothread_id);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetUserPasswordArguments(writer: XdrWriter, value: DomainSetUserPasswordArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.user)) { writer.string(value.user, 4194304); }
  if (writer.present(value.password)) { writer.string(value.password, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainRenameArguments(writer: XdrWriter, value: DomainRenameArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.new_name)) { writer.string(value.new_name, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateStartPostCopyArguments(writer: XdrWriter, value: DomainMigrateStartPostCopyArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetPerfEventsArguments(writer: XdrWriter, value: DomainGetPerfEventsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetPerfEventsArguments(writer: XdrWriter, value: DomainSetPerfEventsArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeConnectStoragePoolEventRegisterAnyArguments(writer: XdrWriter, value: ConnectStoragePoolEventRegisterAnyArguments): void {
  writer.int(value.eventID);
  if (writer.present(value.pool)) { writeStoragePool(writer, value.pool); }
}

export function writeConnectStoragePoolEventDeregisterAnyArguments(writer: XdrWriter, value: ConnectStoragePoolEventDeregisterAnyArguments): void {
  writer.int(value.callbackID);
}

export function writeDomainGetGuestVcpusArguments(writer: XdrWriter, value: DomainGetGuestVcpusArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetGuestVcpusArguments(writer: XdrWriter, value: DomainSetGuestVcpusArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.cpumap, 4194304);
  writer.int(value.state);
  writer.unsignedInt(value.flags);
}

export function writeNodeDevice(writer: XdrWriter, value: NodeDevice): void {
  writer.string(value.name, 4194304);
}

export function writeConnectNodeDeviceEventRegisterAnyArguments(writer: XdrWriter, value: ConnectNodeDeviceEventRegisterAnyArguments): void {
  writer.int(value.eventID);
  if (writer.present(value.dev)) { writeNodeDevice(writer, value.dev); }
}

export function writeConnectNodeDeviceEventDeregisterAnyArguments(writer: XdrWriter, value: ConnectNodeDeviceEventDeregisterAnyArguments): void {
  writer.int(value.callbackID);
}

export function writeStorageVolGetInfoFlagsArguments(writer: XdrWriter, value: StorageVolGetInfoFlagsArguments): void {
  writeStorageVol(writer, value.vol);
  writer.unsignedInt(value.flags);
}

export function writeConnectSecretEventRegisterAnyArguments(writer: XdrWriter, value: ConnectSecretEventRegisterAnyArguments): void {
  writer.int(value.eventID);
  if (writer.present(value.secret)) { writeSecret(writer, value.secret); }
}

export function writeConnectSecretEventDeregisterAnyArguments(writer: XdrWriter, value: ConnectSecretEventDeregisterAnyArguments): void {
  writer.int(value.callbackID);
}

export function writeDomainSetVcpuArguments(writer: XdrWriter, value: DomainSetVcpuArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.cpumap, 4194304);
  writer.int(value.state);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetBlockThresholdArguments(writer: XdrWriter, value: DomainSetBlockThresholdArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.dev, 4194304);
  writer.unsignedHyper(value.threshold);
  writer.unsignedInt(value.flags);
}

export function writeDomainMigrateGetMaxDowntimeArguments(writer: XdrWriter, value: DomainMigrateGetMaxDowntimeArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainManagedSaveGetXmlDescArguments(writer: XdrWriter, value: DomainManagedSaveGetXmlDescArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainManagedSaveDefineXmlArguments(writer: XdrWriter, value: DomainManagedSaveDefineXmlArguments): void {
  writeDomain(writer, value.dom);
  if (writer.present(value.dxml)) { writer.string(value.dxml, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainSetLifecycleActionArguments(writer: XdrWriter, value: DomainSetLifecycleActionArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.type);
  writer.unsignedInt(value.action);
  writer.unsignedInt(value.flags);
}

export function writeStoragePoolLookupByTargetPathArguments(writer: XdrWriter, value: StoragePoolLookupByTargetPathArguments): void {
  writer.string(value.path, 4194304);
}

export function writeDomainDetachDeviceAliasArguments(writer: XdrWriter, value: DomainDetachDeviceAliasArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.alias, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeConnectCompareHypervisorCpuArguments(writer: XdrWriter, value: ConnectCompareHypervisorCpuArguments): void {
  if (writer.present(value.emulator)) { writer.string(value.emulator, 4194304); }
  if (writer.present(value.arch)) { writer.string(value.arch, 4194304); }
  if (writer.present(value.machine)) { writer.string(value.machine, 4194304); }
  if (writer.present(value.virttype)) { writer.string(value.virttype, 4194304); }
  writer.string(value.xmlCPU, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeConnectBaselineHypervisorCpuArguments(writer: XdrWriter, value: ConnectBaselineHypervisorCpuArguments): void {
  if (writer.present(value.emulator)) { writer.string(value.emulator, 4194304); }
  if (writer.present(value.arch)) { writer.string(value.arch, 4194304); }
  if (writer.present(value.machine)) { writer.string(value.machine, 4194304); }
  if (writer.present(value.virttype)) { writer.string(value.virttype, 4194304); }
  writer.count(value.xmlCPUs.length, 256); for (const item of value.xmlCPUs) { writer.string(item, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeNodeGetSevInfoArguments(writer: XdrWriter, value: NodeGetSevInfoArguments): void {
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetLaunchSecurityInfoArguments(writer: XdrWriter, value: DomainGetLaunchSecurityInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeNwfilterBindingLookupByPortDevArguments(writer: XdrWriter, value: NwfilterBindingLookupByPortDevArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNwfilterBinding(writer: XdrWriter, value: NwfilterBinding): void {
  writer.string(value.portdev, 4194304);
  writer.string(value.filtername, 4194304);
}

export function writeNwfilterBindingGetXmlDescArguments(writer: XdrWriter, value: NwfilterBindingGetXmlDescArguments): void {
  writeNwfilterBinding(writer, value.nwfilter);
  writer.unsignedInt(value.flags);
}

export function writeNwfilterBindingCreateXmlArguments(writer: XdrWriter, value: NwfilterBindingCreateXmlArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNwfilterBindingDeleteArguments(writer: XdrWriter, value: NwfilterBindingDeleteArguments): void {
  writeNwfilterBinding(writer, value.nwfilter);
}

export function writeConnectListAllNwfilterBindingsArguments(writer: XdrWriter, value: ConnectListAllNwfilterBindingsArguments): void {
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetIothreadParamsArguments(writer: XdrWriter, value: DomainSetIothreadParamsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.iothread_id);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeConnectGetStoragePoolCapabilitiesArguments(writer: XdrWriter, value: ConnectGetStoragePoolCapabilitiesArguments): void {
  writer.unsignedInt(value.flags);
}

export function writeNetworkListAllPortsArguments(writer: XdrWriter, value: NetworkListAllPortsArguments): void {
  writeNetwork(writer, value.network);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeNetworkPortLookupByUuidArguments(writer: XdrWriter, value: NetworkPortLookupByUuidArguments): void {
  writeNetwork(writer, value.network);
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNetworkPortCreateXmlArguments(writer: XdrWriter, value: NetworkPortCreateXmlArguments): void {
  writeNetwork(writer, value.network);
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNetworkPort(writer: XdrWriter, value: NetworkPort): void {
  writeNetwork(writer, value.net);
  writer.fixedOpaque(value.uuid, 16);
}

export function writeNetworkPortGetParametersArguments(writer: XdrWriter, value: NetworkPortGetParametersArguments): void {
  writeNetworkPort(writer, value.port);
  writer.int(value.nparams);
  writer.unsignedInt(value.flags);
}

export function writeNetworkPortSetParametersArguments(writer: XdrWriter, value: NetworkPortSetParametersArguments): void {
  writeNetworkPort(writer, value.port);
  writer.count(value.params.length, 16); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeNetworkPortGetXmlDescArguments(writer: XdrWriter, value: NetworkPortGetXmlDescArguments): void {
  writeNetworkPort(writer, value.port);
  writer.unsignedInt(value.flags);
}

export function writeNetworkPortDeleteArguments(writer: XdrWriter, value: NetworkPortDeleteArguments): void {
  writeNetworkPort(writer, value.port);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpointCreateXmlArguments(writer: XdrWriter, value: DomainCheckpointCreateXmlArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpoint(writer: XdrWriter, value: DomainCheckpoint): void {
  writer.string(value.name, 4194304);
  writeDomain(writer, value.dom);
}

export function writeDomainCheckpointGetXmlDescArguments(writer: XdrWriter, value: DomainCheckpointGetXmlDescArguments): void {
  writeDomainCheckpoint(writer, value.checkpoint);
  writer.unsignedInt(value.flags);
}

export function writeDomainListAllCheckpointsArguments(writer: XdrWriter, value: DomainListAllCheckpointsArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpointListAllChildrenArguments(writer: XdrWriter, value: DomainCheckpointListAllChildrenArguments): void {
  writeDomainCheckpoint(writer, value.checkpoint);
  writer.int(value.need_results);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpointLookupByNameArguments(writer: XdrWriter, value: DomainCheckpointLookupByNameArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpointGetParentArguments(writer: XdrWriter, value: DomainCheckpointGetParentArguments): void {
  writeDomainCheckpoint(writer, value.checkpoint);
  writer.unsignedInt(value.flags);
}

export function writeDomainCheckpointDeleteArguments(writer: XdrWriter, value: DomainCheckpointDeleteArguments): void {
  writeDomainCheckpoint(writer, value.checkpoint);
  writer.unsignedInt(value.flags);
}

export function writeDomainGetGuestInfoArguments(writer: XdrWriter, value: DomainGetGuestInfoArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.types);
  writer.unsignedInt(value.flags);
}

export function writeConnectSetIdentityArguments(writer: XdrWriter, value: ConnectSetIdentityArguments): void {
  writer.count(value.params.length, 20); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainAgentSetResponseTimeoutArguments(writer: XdrWriter, value: DomainAgentSetResponseTimeoutArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.timeout);
  writer.unsignedInt(value.flags);
}

export function writeDomainBackupBeginArguments(writer: XdrWriter, value: DomainBackupBeginArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.backup_xml, 4194304);
  if (writer.present(value.checkpoint_xml)) { writer.string(value.checkpoint_xml, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainBackupGetXmlDescArguments(writer: XdrWriter, value: DomainBackupGetXmlDescArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainAuthorizedSshKeysGetArguments(writer: XdrWriter, value: DomainAuthorizedSshKeysGetArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.user, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainAuthorizedSshKeysSetArguments(writer: XdrWriter, value: DomainAuthorizedSshKeysSetArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.user, 4194304);
  writer.count(value.keys.length, 2048); for (const item of value.keys) { writer.string(item, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeDomainGetMessagesArguments(writer: XdrWriter, value: DomainGetMessagesArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainStartDirtyRateCalcArguments(writer: XdrWriter, value: DomainStartDirtyRateCalcArguments): void {
  writeDomain(writer, value.dom);
  writer.int(value.seconds);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceDefineXmlArguments(writer: XdrWriter, value: NodeDeviceDefineXmlArguments): void {
  writer.string(value.xml_desc, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceUndefineArguments(writer: XdrWriter, value: NodeDeviceUndefineArguments): void {
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceCreateArguments(writer: XdrWriter, value: NodeDeviceCreateArguments): void {
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNwfilterDefineXmlFlagsArguments(writer: XdrWriter, value: NwfilterDefineXmlFlagsArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNetworkDefineXmlFlagsArguments(writer: XdrWriter, value: NetworkDefineXmlFlagsArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeNodeDeviceGetAutostartArguments(writer: XdrWriter, value: NodeDeviceGetAutostartArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceSetAutostartArguments(writer: XdrWriter, value: NodeDeviceSetAutostartArguments): void {
  writer.string(value.name, 4194304);
  writer.int(value.autostart);
}

export function writeNodeDeviceIsPersistentArguments(writer: XdrWriter, value: NodeDeviceIsPersistentArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNodeDeviceIsActiveArguments(writer: XdrWriter, value: NodeDeviceIsActiveArguments): void {
  writer.string(value.name, 4194304);
}

export function writeNetworkCreateXmlFlagsArguments(writer: XdrWriter, value: NetworkCreateXmlFlagsArguments): void {
  writer.string(value.xml, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeDomainSetLaunchSecurityStateArguments(writer: XdrWriter, value: DomainSetLaunchSecurityStateArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainSaveParamsArguments(writer: XdrWriter, value: DomainSaveParamsArguments): void {
  writeDomain(writer, value.dom);
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainRestoreParamsArguments(writer: XdrWriter, value: DomainRestoreParamsArguments): void {
  writer.count(value.params.length, 64); for (const item of value.params) { writeTypedParam(writer, item); }
  writer.unsignedInt(value.flags);
}

export function writeDomainAbortJobFlagsArguments(writer: XdrWriter, value: DomainAbortJobFlagsArguments): void {
  writeDomain(writer, value.dom);
  writer.unsignedInt(value.flags);
}

export function writeDomainFdAssociateArguments(writer: XdrWriter, value: DomainFdAssociateArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.name, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeQemuDomainMonitorCommandArguments(writer: XdrWriter, value: QemuDomainMonitorCommandArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.cmd, 4194304);
  writer.unsignedInt(value.flags);
}

export function writeQemuDomainAttachArguments(writer: XdrWriter, value: QemuDomainAttachArguments): void {
  writer.unsignedInt(value.pid_value);
  writer.unsignedInt(value.flags);
}

export function writeQemuDomainAgentCommandArguments(writer: XdrWriter, value: QemuDomainAgentCommandArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.cmd, 4194304);
  writer.int(value.timeout);
  writer.unsignedInt(value.flags);
}

export function writeQemuConnectDomainMonitorEventRegisterArguments(writer: XdrWriter, value: QemuConnectDomainMonitorEventRegisterArguments): void {
  if (writer.present(value.dom)) { writeDomain(writer, value.dom); }
  if (writer.present(value.event)) { writer.string(value.event, 4194304); }
  writer.unsignedInt(value.flags);
}

export function writeQemuConnectDomainMonitorEventDeregisterArguments(writer: XdrWriter, value: QemuConnectDomainMonitorEventDeregisterArguments): void {
  writer.int(value.callbackID);
}

export function writeQemuDomainMonitorCommandWithFilesArguments(writer: XdrWriter, value: QemuDomainMonitorCommandWithFilesArguments): void {
  writeDomain(writer, value.dom);
  writer.string(value.cmd, 4194304);
  writer.unsignedInt(value.flags);
}

export function readTypedParamValue(reader: XdrReader): TypedParamValue {
  const type = reader.int();
  switch (type) {
    case 1:
      return { type, value: reader.int() };
    case 2:
      return { type, value: reader.unsignedInt() };
    case 3:
      return { type, value: reader.hyper() };
    case 4:
      return { type, value: reader.unsignedHyper() };
    case 5:
      return { type, value: reader.double() };
    case 6:
      return { type, value: reader.int() };
    case 7:
      return { type, value: reader.string(4194304) };
    default:
      throw new XdrError(`remote_typed_param_value has no case ${type}`);
  }
}

export function readConnectGetTypeResult(reader: XdrReader): ConnectGetTypeResult {
  return {
    type: reader.string(4194304),
  };
}

export function readConnectGetVersionResult(reader: XdrReader): ConnectGetVersionResult {
  return {
    hv_ver: reader.unsignedHyper(),
  };
}

export function readConnectGetMaxVcpusResult(reader: XdrReader): ConnectGetMaxVcpusResult {
  return {
    max_vcpus: reader.int(),
  };
}

export function readNodeGetInfoResult(reader: XdrReader): NodeGetInfoResult {
  return {
    model: reader.fixedArray(32, (reader) => reader.int()),
    memory: reader.unsignedHyper(),
    cpus: reader.int(),
    mhz: reader.int(),
    nodes: reader.int(),
    sockets: reader.int(),
    cores: reader.int(),
    threads: reader.int(),
  };
}

export function readConnectGetCapabilitiesResult(reader: XdrReader): ConnectGetCapabilitiesResult {
  return {
    capabilities: reader.string(4194304),
  };
}

export function readDomain(reader: XdrReader): Domain {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
    id: reader.int(),
  };
}

export function readDomainCreateXmlResult(reader: XdrReader): DomainCreateXmlResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainDefineXmlResult(reader: XdrReader): DomainDefineXmlResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainGetXmlDescResult(reader: XdrReader): DomainGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainGetAutostartResult(reader: XdrReader): DomainGetAutostartResult {
  return {
    autostart: reader.int(),
  };
}

export function readDomainGetInfoResult(reader: XdrReader): DomainGetInfoResult {
  return {
    state: reader.unsignedInt(),
    maxMem: reader.unsignedHyper(),
    memory: reader.unsignedHyper(),
    nrVirtCpu: reader.unsignedInt(),
    cpuTime: reader.unsignedHyper(),
  };
}

export function readDomainGetMaxMemoryResult(reader: XdrReader): DomainGetMaxMemoryResult {
  return {
    memory: reader.unsignedHyper(),
  };
}

export function readDomainGetMaxVcpusResult(reader: XdrReader): DomainGetMaxVcpusResult {
  return {
    num: reader.int(),
  };
}

export function readDomainGetOsTypeResult(reader: XdrReader): DomainGetOsTypeResult {
  return {
    type: reader.string(4194304),
  };
}

export function readVcpuInfo(reader: XdrReader): VcpuInfo {
  return {
    number: reader.unsignedInt(),
    state: reader.int(),
    cpu_time: reader.unsignedHyper(),
    cpu: reader.int(),
  };
}

export function readDomainGetVcpusResult(reader: XdrReader): DomainGetVcpusResult {
  return {
    info: reader.array(16384, readVcpuInfo),
    cpumaps: reader.opaque(8388608),
  };
}

export function readConnectListDefinedDomainsResult(reader: XdrReader): ConnectListDefinedDomainsResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readDomainLookupByIdResult(reader: XdrReader): DomainLookupByIdResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainLookupByNameResult(reader: XdrReader): DomainLookupByNameResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainLookupByUuidResult(reader: XdrReader): DomainLookupByUuidResult {
  return {
    dom: readDomain(reader),
  };
}

export function readConnectNumOfDefinedDomainsResult(reader: XdrReader): ConnectNumOfDefinedDomainsResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListDefinedNetworksResult(reader: XdrReader): ConnectListDefinedNetworksResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readConnectListDomainsResult(reader: XdrReader): ConnectListDomainsResult {
  return {
    ids: reader.array(16384, (reader) => reader.int()),
  };
}

export function readConnectListNetworksResult(reader: XdrReader): ConnectListNetworksResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readNetwork(reader: XdrReader): Network {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
  };
}

export function readNetworkCreateXmlResult(reader: XdrReader): NetworkCreateXmlResult {
  return {
    net: readNetwork(reader),
  };
}

export function readNetworkDefineXmlResult(reader: XdrReader): NetworkDefineXmlResult {
  return {
    net: readNetwork(reader),
  };
}

export function readNetworkGetXmlDescResult(reader: XdrReader): NetworkGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readNetworkGetAutostartResult(reader: XdrReader): NetworkGetAutostartResult {
  return {
    autostart: reader.int(),
  };
}

export function readNetworkGetBridgeNameResult(reader: XdrReader): NetworkGetBridgeNameResult {
  return {
    name: reader.string(4194304),
  };
}

export function readNetworkLookupByNameResult(reader: XdrReader): NetworkLookupByNameResult {
  return {
    net: readNetwork(reader),
  };
}

export function readNetworkLookupByUuidResult(reader: XdrReader): NetworkLookupByUuidResult {
  return {
    net: readNetwork(reader),
  };
}

export function readConnectNumOfDefinedNetworksResult(reader: XdrReader): ConnectNumOfDefinedNetworksResult {
  return {
    num: reader.int(),
  };
}

export function readConnectNumOfDomainsResult(reader: XdrReader): ConnectNumOfDomainsResult {
  return {
    num: reader.int(),
  };
}

export function readConnectNumOfNetworksResult(reader: XdrReader): ConnectNumOfNetworksResult {
  return {
    num: reader.int(),
  };
}

export function readDomainGetSchedulerTypeResult(reader: XdrReader): DomainGetSchedulerTypeResult {
  return {
    type: reader.string(4194304),
    nparams: reader.int(),
  };
}

export function readTypedParam(reader: XdrReader): TypedParam {
  return {
    field: reader.string(4194304),
    value: readTypedParamValue(reader),
  };
}

export function readDomainGetSchedulerParametersResult(reader: XdrReader): DomainGetSchedulerParametersResult {
  return {
    params: reader.array(16, readTypedParam),
  };
}

export function readConnectGetHostnameResult(reader: XdrReader): ConnectGetHostnameResult {
  return {
    hostname: reader.string(4194304),
  };
}

export function readConnectSupportsFeatureResult(reader: XdrReader): ConnectSupportsFeatureResult {
  return {
    supported: reader.int(),
  };
}

export function readDomainMigratePrepareResult(reader: XdrReader): DomainMigratePrepareResult {
  return {
    cookie: reader.opaque(4194304),
    uri_out: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readDomainMigrateFinishResult(reader: XdrReader): DomainMigrateFinishResult {
  return {
    ddom: readDomain(reader),
  };
}

export function readDomainBlockStatsResult(reader: XdrReader): DomainBlockStatsResult {
  return {
    rd_req: reader.hyper(),
    rd_bytes: reader.hyper(),
    wr_req: reader.hyper(),
    wr_bytes: reader.hyper(),
    errs: reader.hyper(),
  };
}

export function readDomainInterfaceStatsResult(reader: XdrReader): DomainInterfaceStatsResult {
  return {
    rx_bytes: reader.hyper(),
    rx_packets: reader.hyper(),
    rx_errs: reader.hyper(),
    rx_drop: reader.hyper(),
    tx_bytes: reader.hyper(),
    tx_packets: reader.hyper(),
    tx_errs: reader.hyper(),
    tx_drop: reader.hyper(),
  };
}

export function readAuthListResult(reader: XdrReader): AuthListResult {
  return {
    types: reader.array(20, (reader) => reader.int()),
  };
}

export function readAuthSaslInitResult(reader: XdrReader): AuthSaslInitResult {
  return {
    mechlist: reader.string(4194304),
  };
}

export function readAuthSaslStartResult(reader: XdrReader): AuthSaslStartResult {
  return {
    complete: reader.int(),
    nil: reader.int(),
    data: reader.array(65536, (reader) => reader.int()),
  };
}

export function readAuthSaslStepResult(reader: XdrReader): AuthSaslStepResult {
  return {
    complete: reader.int(),
    nil: reader.int(),
    data: reader.array(65536, (reader) => reader.int()),
  };
}

export function readAuthPolkitResult(reader: XdrReader): AuthPolkitResult {
  return {
    complete: reader.int(),
  };
}

export function readConnectNumOfStoragePoolsResult(reader: XdrReader): ConnectNumOfStoragePoolsResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListStoragePoolsResult(reader: XdrReader): ConnectListStoragePoolsResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readConnectNumOfDefinedStoragePoolsResult(reader: XdrReader): ConnectNumOfDefinedStoragePoolsResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListDefinedStoragePoolsResult(reader: XdrReader): ConnectListDefinedStoragePoolsResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readConnectFindStoragePoolSourcesResult(reader: XdrReader): ConnectFindStoragePoolSourcesResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readStoragePool(reader: XdrReader): StoragePool {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
  };
}

export function readStoragePoolCreateXmlResult(reader: XdrReader): StoragePoolCreateXmlResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readStoragePoolDefineXmlResult(reader: XdrReader): StoragePoolDefineXmlResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readStoragePoolLookupByNameResult(reader: XdrReader): StoragePoolLookupByNameResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readStoragePoolLookupByUuidResult(reader: XdrReader): StoragePoolLookupByUuidResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readStoragePoolLookupByVolumeResult(reader: XdrReader): StoragePoolLookupByVolumeResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readStoragePoolGetInfoResult(reader: XdrReader): StoragePoolGetInfoResult {
  return {
    state: reader.unsignedInt(),
    capacity: reader.unsignedHyper(),
    allocation: reader.unsignedHyper(),
    available: reader.unsignedHyper(),
  };
}

export function readStoragePoolGetXmlDescResult(reader: XdrReader): StoragePoolGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readStoragePoolGetAutostartResult(reader: XdrReader): StoragePoolGetAutostartResult {
  return {
    autostart: reader.int(),
  };
}

export function readStoragePoolNumOfVolumesResult(reader: XdrReader): StoragePoolNumOfVolumesResult {
  return {
    num: reader.int(),
  };
}

export function readStoragePoolListVolumesResult(reader: XdrReader): StoragePoolListVolumesResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readStorageVol(reader: XdrReader): StorageVol {
  return {
    pool: reader.string(4194304),
    name: reader.string(4194304),
    key: reader.string(4194304),
  };
}

export function readStorageVolCreateXmlResult(reader: XdrReader): StorageVolCreateXmlResult {
  return {
    vol: readStorageVol(reader),
  };
}

export function readStorageVolLookupByNameResult(reader: XdrReader): StorageVolLookupByNameResult {
  return {
    vol: readStorageVol(reader),
  };
}

export function readStorageVolLookupByKeyResult(reader: XdrReader): StorageVolLookupByKeyResult {
  return {
    vol: readStorageVol(reader),
  };
}

export function readStorageVolLookupByPathResult(reader: XdrReader): StorageVolLookupByPathResult {
  return {
    vol: readStorageVol(reader),
  };
}

export function readStorageVolGetInfoResult(reader: XdrReader): StorageVolGetInfoResult {
  return {
    type: reader.int(),
    capacity: reader.unsignedHyper(),
    allocation: reader.unsignedHyper(),
  };
}

export function readStorageVolGetXmlDescResult(reader: XdrReader): StorageVolGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readStorageVolGetPathResult(reader: XdrReader): StorageVolGetPathResult {
  return {
    name: reader.string(4194304),
  };
}

export function readNodeGetCellsFreeMemoryResult(reader: XdrReader): NodeGetCellsFreeMemoryResult {
  return {
    cells: reader.array(1024, (reader) => reader.unsignedHyper()),
  };
}

export function readNodeGetFreeMemoryResult(reader: XdrReader): NodeGetFreeMemoryResult {
  return {
    freeMem: reader.unsignedHyper(),
  };
}

export function readDomainBlockPeekResult(reader: XdrReader): DomainBlockPeekResult {
  return {
    buffer: reader.opaque(4194304),
  };
}

export function readDomainMemoryPeekResult(reader: XdrReader): DomainMemoryPeekResult {
  return {
    buffer: reader.opaque(4194304),
  };
}

export function readConnectDomainEventRegisterResult(reader: XdrReader): ConnectDomainEventRegisterResult {
  return {
    cb_registered: reader.int(),
  };
}

export function readConnectDomainEventDeregisterResult(reader: XdrReader): ConnectDomainEventDeregisterResult {
  return {
    cb_registered: reader.int(),
  };
}

export function readDomainMigratePrepare2Result(reader: XdrReader): DomainMigratePrepare2Result {
  return {
    cookie: reader.opaque(4194304),
    uri_out: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readDomainMigrateFinish2Result(reader: XdrReader): DomainMigrateFinish2Result {
  return {
    ddom: readDomain(reader),
  };
}

export function readConnectGetUriResult(reader: XdrReader): ConnectGetUriResult {
  return {
    uri: reader.string(4194304),
  };
}

export function readNodeNumOfDevicesResult(reader: XdrReader): NodeNumOfDevicesResult {
  return {
    num: reader.int(),
  };
}

export function readNodeListDevicesResult(reader: XdrReader): NodeListDevicesResult {
  return {
    names: reader.array(65536, (reader) => reader.string(4194304)),
  };
}

export function readNodeDevice(reader: XdrReader): NodeDevice {
  return {
    name: reader.string(4194304),
  };
}

export function readNodeDeviceLookupByNameResult(reader: XdrReader): NodeDeviceLookupByNameResult {
  return {
    dev: readNodeDevice(reader),
  };
}

export function readNodeDeviceGetXmlDescResult(reader: XdrReader): NodeDeviceGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readNodeDeviceGetParentResult(reader: XdrReader): NodeDeviceGetParentResult {
  return {
    parentName: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readNodeDeviceNumOfCapsResult(reader: XdrReader): NodeDeviceNumOfCapsResult {
  return {
    num: reader.int(),
  };
}

export function readNodeDeviceListCapsResult(reader: XdrReader): NodeDeviceListCapsResult {
  return {
    names: reader.array(65536, (reader) => reader.string(4194304)),
  };
}

export function readDomainGetSecurityLabelResult(reader: XdrReader): DomainGetSecurityLabelResult {
  return {
    label: reader.array(4097, (reader) => reader.int()),
    enforcing: reader.int(),
  };
}

export function readNodeGetSecurityModelResult(reader: XdrReader): NodeGetSecurityModelResult {
  return {
    model: reader.array(257, (reader) => reader.int()),
    doi: reader.array(257, (reader) => reader.int()),
  };
}

export function readNodeDeviceCreateXmlResult(reader: XdrReader): NodeDeviceCreateXmlResult {
  return {
    dev: readNodeDevice(reader),
  };
}

export function readStorageVolCreateXmlFromResult(reader: XdrReader): StorageVolCreateXmlFromResult {
  return {
    vol: readStorageVol(reader),
  };
}

export function readConnectNumOfInterfacesResult(reader: XdrReader): ConnectNumOfInterfacesResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListInterfacesResult(reader: XdrReader): ConnectListInterfacesResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readInterface(reader: XdrReader): Interface {
  return {
    name: reader.string(4194304),
    mac: reader.string(4194304),
  };
}

export function readInterfaceLookupByNameResult(reader: XdrReader): InterfaceLookupByNameResult {
  return {
    iface: readInterface(reader),
  };
}

export function readInterfaceLookupByMacStringResult(reader: XdrReader): InterfaceLookupByMacStringResult {
  return {
    iface: readInterface(reader),
  };
}

export function readInterfaceGetXmlDescResult(reader: XdrReader): InterfaceGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readInterfaceDefineXmlResult(reader: XdrReader): InterfaceDefineXmlResult {
  return {
    iface: readInterface(reader),
  };
}

export function readConnectDomainXmlFromNativeResult(reader: XdrReader): ConnectDomainXmlFromNativeResult {
  return {
    domainXml: reader.string(4194304),
  };
}

export function readConnectDomainXmlToNativeResult(reader: XdrReader): ConnectDomainXmlToNativeResult {
  return {
    nativeConfig: reader.string(4194304),
  };
}

export function readConnectNumOfDefinedInterfacesResult(reader: XdrReader): ConnectNumOfDefinedInterfacesResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListDefinedInterfacesResult(reader: XdrReader): ConnectListDefinedInterfacesResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readConnectNumOfSecretsResult(reader: XdrReader): ConnectNumOfSecretsResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListSecretsResult(reader: XdrReader): ConnectListSecretsResult {
  return {
    uuids: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readSecret(reader: XdrReader): Secret {
  return {
    uuid: reader.fixedOpaque(16),
    usageType: reader.int(),
    usageID: reader.string(4194304),
  };
}

export function readSecretLookupByUuidResult(reader: XdrReader): SecretLookupByUuidResult {
  return {
    secret: readSecret(reader),
  };
}

export function readSecretDefineXmlResult(reader: XdrReader): SecretDefineXmlResult {
  return {
    secret: readSecret(reader),
  };
}

export function readSecretGetXmlDescResult(reader: XdrReader): SecretGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readSecretGetValueResult(reader: XdrReader): SecretGetValueResult {
  return {
    value: reader.opaque(65536),
  };
}

export function readSecretLookupByUsageResult(reader: XdrReader): SecretLookupByUsageResult {
  return {
    secret: readSecret(reader),
  };
}

export function readConnectIsSecureResult(reader: XdrReader): ConnectIsSecureResult {
  return {
    secure: reader.int(),
  };
}

export function readDomainIsActiveResult(reader: XdrReader): DomainIsActiveResult {
  return {
    active: reader.int(),
  };
}

export function readDomainIsPersistentResult(reader: XdrReader): DomainIsPersistentResult {
  return {
    persistent: reader.int(),
  };
}

export function readNetworkIsActiveResult(reader: XdrReader): NetworkIsActiveResult {
  return {
    active: reader.int(),
  };
}

export function readNetworkIsPersistentResult(reader: XdrReader): NetworkIsPersistentResult {
  return {
    persistent: reader.int(),
  };
}

export function readStoragePoolIsActiveResult(reader: XdrReader): StoragePoolIsActiveResult {
  return {
    active: reader.int(),
  };
}

export function readStoragePoolIsPersistentResult(reader: XdrReader): StoragePoolIsPersistentResult {
  return {
    persistent: reader.int(),
  };
}

export function readInterfaceIsActiveResult(reader: XdrReader): InterfaceIsActiveResult {
  return {
    active: reader.int(),
  };
}

export function readConnectGetLibVersionResult(reader: XdrReader): ConnectGetLibVersionResult {
  return {
    lib_ver: reader.unsignedHyper(),
  };
}

export function readConnectCompareCpuResult(reader: XdrReader): ConnectCompareCpuResult {
  return {
    result: reader.int(),
  };
}

export function readDomainMemoryStat(reader: XdrReader): DomainMemoryStat {
  return {
    tag: reader.int(),
    val: reader.unsignedHyper(),
  };
}

export function readDomainMemoryStatsResult(reader: XdrReader): DomainMemoryStatsResult {
  return {
    stats: reader.array(1024, readDomainMemoryStat),
  };
}

export function readConnectBaselineCpuResult(reader: XdrReader): ConnectBaselineCpuResult {
  return {
    cpu: reader.string(4194304),
  };
}

export function readDomainGetJobInfoResult(reader: XdrReader): DomainGetJobInfoResult {
  return {
    type: reader.int(),
    timeElapsed: reader.unsignedHyper(),
    timeRemaining: reader.unsignedHyper(),
    dataTotal: reader.unsignedHyper(),
    dataProcessed: reader.unsignedHyper(),
    dataRemaining: reader.unsignedHyper(),
    memTotal: reader.unsignedHyper(),
    memProcessed: reader.unsignedHyper(),
    memRemaining: reader.unsignedHyper(),
    fileTotal: reader.unsignedHyper(),
    fileProcessed: reader.unsignedHyper(),
    fileRemaining: reader.unsignedHyper(),
  };
}

export function readNwfilter(reader: XdrReader): Nwfilter {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
  };
}

export function readNwfilterLookupByNameResult(reader: XdrReader): NwfilterLookupByNameResult {
  return {
    nwfilter: readNwfilter(reader),
  };
}

export function readNwfilterLookupByUuidResult(reader: XdrReader): NwfilterLookupByUuidResult {
  return {
    nwfilter: readNwfilter(reader),
  };
}

export function readNwfilterGetXmlDescResult(reader: XdrReader): NwfilterGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readConnectNumOfNwfiltersResult(reader: XdrReader): ConnectNumOfNwfiltersResult {
  return {
    num: reader.int(),
  };
}

export function readConnectListNwfiltersResult(reader: XdrReader): ConnectListNwfiltersResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readNwfilterDefineXmlResult(reader: XdrReader): NwfilterDefineXmlResult {
  return {
    nwfilter: readNwfilter(reader),
  };
}

export function readDomainHasManagedSaveImageResult(reader: XdrReader): DomainHasManagedSaveImageResult {
  return {
    result: reader.int(),
  };
}

export function readDomainSnapshot(reader: XdrReader): DomainSnapshot {
  return {
    name: reader.string(4194304),
    dom: readDomain(reader),
  };
}

export function readDomainSnapshotCreateXmlResult(reader: XdrReader): DomainSnapshotCreateXmlResult {
  return {
    snap: readDomainSnapshot(reader),
  };
}

export function readDomainSnapshotGetXmlDescResult(reader: XdrReader): DomainSnapshotGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainSnapshotNumResult(reader: XdrReader): DomainSnapshotNumResult {
  return {
    num: reader.int(),
  };
}

export function readDomainSnapshotListNamesResult(reader: XdrReader): DomainSnapshotListNamesResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readDomainSnapshotLookupByNameResult(reader: XdrReader): DomainSnapshotLookupByNameResult {
  return {
    snap: readDomainSnapshot(reader),
  };
}

export function readDomainHasCurrentSnapshotResult(reader: XdrReader): DomainHasCurrentSnapshotResult {
  return {
    result: reader.int(),
  };
}

export function readDomainSnapshotCurrentResult(reader: XdrReader): DomainSnapshotCurrentResult {
  return {
    snap: readDomainSnapshot(reader),
  };
}

export function readDomainGetBlockInfoResult(reader: XdrReader): DomainGetBlockInfoResult {
  return {
    allocation: reader.unsignedHyper(),
    capacity: reader.unsignedHyper(),
    physical: reader.unsignedHyper(),
  };
}

export function readDomainCreateWithFlagsResult(reader: XdrReader): DomainCreateWithFlagsResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainGetMemoryParametersResult(reader: XdrReader): DomainGetMemoryParametersResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainGetVcpusFlagsResult(reader: XdrReader): DomainGetVcpusFlagsResult {
  return {
    num: reader.int(),
  };
}

export function readDomainIsUpdatedResult(reader: XdrReader): DomainIsUpdatedResult {
  return {
    updated: reader.int(),
  };
}

export function readConnectGetSysinfoResult(reader: XdrReader): ConnectGetSysinfoResult {
  return {
    sysinfo: reader.string(4194304),
  };
}

export function readDomainGetBlkioParametersResult(reader: XdrReader): DomainGetBlkioParametersResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainScreenshotResult(reader: XdrReader): DomainScreenshotResult {
  return {
    mime: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readDomainGetStateResult(reader: XdrReader): DomainGetStateResult {
  return {
    state: reader.int(),
    reason: reader.int(),
  };
}

export function readDomainMigrateBegin3Result(reader: XdrReader): DomainMigrateBegin3Result {
  return {
    cookie_out: reader.opaque(4194304),
    xml: reader.string(4194304),
  };
}

export function readDomainMigratePrepare3Result(reader: XdrReader): DomainMigratePrepare3Result {
  return {
    cookie_out: reader.opaque(4194304),
    uri_out: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readDomainMigratePrepareTunnel3Result(reader: XdrReader): DomainMigratePrepareTunnel3Result {
  return {
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainMigratePerform3Result(reader: XdrReader): DomainMigratePerform3Result {
  return {
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainMigrateFinish3Result(reader: XdrReader): DomainMigrateFinish3Result {
  return {
    dom: readDomain(reader),
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainGetSchedulerParametersFlagsResult(reader: XdrReader): DomainGetSchedulerParametersFlagsResult {
  return {
    params: reader.array(16, readTypedParam),
  };
}

export function readNodeGetCpuStats(reader: XdrReader): NodeGetCpuStats {
  return {
    field: reader.string(4194304),
    value: reader.unsignedHyper(),
  };
}

export function readNodeGetCpuStatsResult(reader: XdrReader): NodeGetCpuStatsResult {
  return {
    params: reader.array(16, readNodeGetCpuStats),
    nparams: reader.int(),
  };
}

export function readNodeGetMemoryStats(reader: XdrReader): NodeGetMemoryStats {
  return {
    field: reader.string(4194304),
    value: reader.unsignedHyper(),
  };
}

export function readNodeGetMemoryStatsResult(reader: XdrReader): NodeGetMemoryStatsResult {
  return {
    params: reader.array(16, readNodeGetMemoryStats),
    nparams: reader.int(),
  };
}

export function readDomainGetControlInfoResult(reader: XdrReader): DomainGetControlInfoResult {
  return {
    state: reader.unsignedInt(),
    details: reader.unsignedInt(),
    stateTime: reader.unsignedHyper(),
  };
}

export function readDomainGetVcpuPinInfoResult(reader: XdrReader): DomainGetVcpuPinInfoResult {
  return {
    cpumaps: reader.opaque(8388608),
    num: reader.int(),
  };
}

export function readDomainSaveImageGetXmlDescResult(reader: XdrReader): DomainSaveImageGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainGetBlockJobInfoResult(reader: XdrReader): DomainGetBlockJobInfoResult {
  return {
    found: reader.int(),
    type: reader.int(),
    bandwidth: reader.unsignedHyper(),
    cur: reader.unsignedHyper(),
    end: reader.unsignedHyper(),
  };
}

export function readDomainMigrateGetMaxSpeedResult(reader: XdrReader): DomainMigrateGetMaxSpeedResult {
  return {
    bandwidth: reader.unsignedHyper(),
  };
}

export function readDomainBlockStatsFlagsResult(reader: XdrReader): DomainBlockStatsFlagsResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainSnapshotGetParentResult(reader: XdrReader): DomainSnapshotGetParentResult {
  return {
    snap: readDomainSnapshot(reader),
  };
}

export function readDomainSnapshotNumChildrenResult(reader: XdrReader): DomainSnapshotNumChildrenResult {
  return {
    num: reader.int(),
  };
}

export function readDomainSnapshotListChildrenNamesResult(reader: XdrReader): DomainSnapshotListChildrenNamesResult {
  return {
    names: reader.array(16384, (reader) => reader.string(4194304)),
  };
}

export function readDomainGetBlockIoTuneResult(reader: XdrReader): DomainGetBlockIoTuneResult {
  return {
    params: reader.array(32, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainGetNumaParametersResult(reader: XdrReader): DomainGetNumaParametersResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainGetInterfaceParametersResult(reader: XdrReader): DomainGetInterfaceParametersResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainGetCpuStatsResult(reader: XdrReader): DomainGetCpuStatsResult {
  return {
    params: reader.array(2048, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainDiskError(reader: XdrReader): DomainDiskError {
  return {
    disk: reader.string(4194304),
    error: reader.int(),
  };
}

export function readDomainGetDiskErrorsResult(reader: XdrReader): DomainGetDiskErrorsResult {
  return {
    errors: reader.array(256, readDomainDiskError),
    nerrors: reader.int(),
  };
}

export function readDomainGetMetadataResult(reader: XdrReader): DomainGetMetadataResult {
  return {
    metadata: reader.string(4194304),
  };
}

export function readDomainSnapshotIsCurrentResult(reader: XdrReader): DomainSnapshotIsCurrentResult {
  return {
    current: reader.int(),
  };
}

export function readDomainSnapshotHasMetadataResult(reader: XdrReader): DomainSnapshotHasMetadataResult {
  return {
    metadata: reader.int(),
  };
}

export function readConnectListAllDomainsResult(reader: XdrReader): ConnectListAllDomainsResult {
  return {
    domains: reader.array(16384, readDomain),
    ret: reader.unsignedInt(),
  };
}

export function readDomainListAllSnapshotsResult(reader: XdrReader): DomainListAllSnapshotsResult {
  return {
    snapshots: reader.array(16384, readDomainSnapshot),
    ret: reader.int(),
  };
}

export function readDomainSnapshotListAllChildrenResult(reader: XdrReader): DomainSnapshotListAllChildrenResult {
  return {
    snapshots: reader.array(16384, readDomainSnapshot),
    ret: reader.int(),
  };
}

export function readDomainGetHostnameResult(reader: XdrReader): DomainGetHostnameResult {
  return {
    hostname: reader.string(4194304),
  };
}

export function readDomainGetSecurityLabelListResult(reader: XdrReader): DomainGetSecurityLabelListResult {
  return {
    labels: reader.array(64, readDomainGetSecurityLabelResult),
    ret: reader.int(),
  };
}

export function readDomainGetEmulatorPinInfoResult(reader: XdrReader): DomainGetEmulatorPinInfoResult {
  return {
    cpumaps: reader.opaque(8388608),
    ret: reader.int(),
  };
}

export function readConnectListAllStoragePoolsResult(reader: XdrReader): ConnectListAllStoragePoolsResult {
  return {
    pools: reader.array(16384, readStoragePool),
    ret: reader.unsignedInt(),
  };
}

export function readStoragePoolListAllVolumesResult(reader: XdrReader): StoragePoolListAllVolumesResult {
  return {
    vols: reader.array(16384, readStorageVol),
    ret: reader.unsignedInt(),
  };
}

export function readConnectListAllNetworksResult(reader: XdrReader): ConnectListAllNetworksResult {
  return {
    nets: reader.array(16384, readNetwork),
    ret: reader.unsignedInt(),
  };
}

export function readConnectListAllInterfacesResult(reader: XdrReader): ConnectListAllInterfacesResult {
  return {
    ifaces: reader.array(16384, readInterface),
    ret: reader.unsignedInt(),
  };
}

export function readConnectListAllNodeDevicesResult(reader: XdrReader): ConnectListAllNodeDevicesResult {
  return {
    devices: reader.array(65536, readNodeDevice),
    ret: reader.unsignedInt(),
  };
}

export function readConnectListAllNwfiltersResult(reader: XdrReader): ConnectListAllNwfiltersResult {
  return {
    filters: reader.array(16384, readNwfilter),
    ret: reader.unsignedInt(),
  };
}

export function readConnectListAllSecretsResult(reader: XdrReader): ConnectListAllSecretsResult {
  return {
    secrets: reader.array(16384, readSecret),
    ret: reader.unsignedInt(),
  };
}

export function readNodeGetMemoryParametersResult(reader: XdrReader): NodeGetMemoryParametersResult {
  return {
    params: reader.array(64, readTypedParam),
    nparams: reader.int(),
  };
}

export function readNodeGetCpuMapResult(reader: XdrReader): NodeGetCpuMapResult {
  return {
    cpumap: reader.opaque(2048),
    online: reader.unsignedInt(),
    ret: reader.int(),
  };
}

export function readNodeDeviceLookupScsiHostByWwnResult(reader: XdrReader): NodeDeviceLookupScsiHostByWwnResult {
  return {
    dev: readNodeDevice(reader),
  };
}

export function readDomainGetJobStatsResult(reader: XdrReader): DomainGetJobStatsResult {
  return {
    type: reader.int(),
    params: reader.array(64, readTypedParam),
  };
}

export function readDomainMigrateGetCompressionCacheResult(reader: XdrReader): DomainMigrateGetCompressionCacheResult {
  return {
    cacheSize: reader.unsignedHyper(),
  };
}

export function readDomainMigrateBegin3ParamsResult(reader: XdrReader): DomainMigrateBegin3ParamsResult {
  return {
    cookie_out: reader.opaque(4194304),
    xml: reader.string(4194304),
  };
}

export function readDomainMigratePrepare3ParamsResult(reader: XdrReader): DomainMigratePrepare3ParamsResult {
  return {
    cookie_out: reader.opaque(4194304),
    uri_out: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readDomainMigratePrepareTunnel3ParamsResult(reader: XdrReader): DomainMigratePrepareTunnel3ParamsResult {
  return {
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainMigratePerform3ParamsResult(reader: XdrReader): DomainMigratePerform3ParamsResult {
  return {
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainMigrateFinish3ParamsResult(reader: XdrReader): DomainMigrateFinish3ParamsResult {
  return {
    dom: readDomain(reader),
    cookie_out: reader.opaque(4194304),
  };
}

export function readDomainCreateXmlWithFilesResult(reader: XdrReader): DomainCreateXmlWithFilesResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainCreateWithFilesResult(reader: XdrReader): DomainCreateWithFilesResult {
  return {
    dom: readDomain(reader),
  };
}

export function readConnectGetCpuModelNamesResult(reader: XdrReader): ConnectGetCpuModelNamesResult {
  return {
    models: reader.array(8192, (reader) => reader.string(4194304)),
    ret: reader.int(),
  };
}

export function readConnectNetworkEventRegisterAnyResult(reader: XdrReader): ConnectNetworkEventRegisterAnyResult {
  return {
    callbackID: reader.int(),
  };
}

export function readConnectDomainEventCallbackRegisterAnyResult(reader: XdrReader): ConnectDomainEventCallbackRegisterAnyResult {
  return {
    callbackID: reader.int(),
  };
}

export function readDomainFsfreezeResult(reader: XdrReader): DomainFsfreezeResult {
  return {
    filesystems: reader.int(),
  };
}

export function readDomainFsthawResult(reader: XdrReader): DomainFsthawResult {
  return {
    filesystems: reader.int(),
  };
}

export function readDomainGetTimeResult(reader: XdrReader): DomainGetTimeResult {
  return {
    seconds: reader.hyper(),
    nseconds: reader.unsignedInt(),
  };
}

export function readNodeGetFreePagesResult(reader: XdrReader): NodeGetFreePagesResult {
  return {
    counts: reader.array(1024, (reader) => reader.unsignedHyper()),
  };
}

export function readNetworkDhcpLease(reader: XdrReader): NetworkDhcpLease {
  return {
    iface: reader.string(4194304),
    expirytime: reader.hyper(),
    type: reader.int(),
    mac: (reader.present() ? reader.string(4194304) : null),
    iaid: (reader.present() ? reader.string(4194304) : null),
    ipaddr: reader.string(4194304),
    prefix: reader.unsignedInt(),
    hostname: (reader.present() ? reader.string(4194304) : null),
    clientid: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readNetworkGetDhcpLeasesResult(reader: XdrReader): NetworkGetDhcpLeasesResult {
  return {
    leases: reader.array(65536, readNetworkDhcpLease),
    ret: reader.unsignedInt(),
  };
}

export function readConnectGetDomainCapabilitiesResult(reader: XdrReader): ConnectGetDomainCapabilitiesResult {
  return {
    capabilities: reader.string(4194304),
  };
}

export function readDomainStatsRecord(reader: XdrReader): DomainStatsRecord {
  return {
    dom: readDomain(reader),
    params: reader.array(262144, readTypedParam),
  };
}

export function readConnectGetAllDomainStatsResult(reader: XdrReader): ConnectGetAllDomainStatsResult {
  return {
    retStats: reader.array(16384, readDomainStatsRecord),
  };
}

export function readNodeAllocPagesResult(reader: XdrReader): NodeAllocPagesResult {
  return {
    ret: reader.int(),
  };
}

export function readDomainFsinfo(reader: XdrReader): DomainFsinfo {
  return {
    mountpoint: reader.string(4194304),
    name: reader.string(4194304),
    fstype: reader.string(4194304),
    dev_aliases: reader.array(256, (reader) => reader.string(4194304)),
  };
}

export function readDomainGetFsinfoResult(reader: XdrReader): DomainGetFsinfoResult {
  return {
    info: reader.array(256, readDomainFsinfo),
    ret: reader.unsignedInt(),
  };
}

export function readDomainDefineXmlFlagsResult(reader: XdrReader): DomainDefineXmlFlagsResult {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainIothreadInfo(reader: XdrReader): DomainIothreadInfo {
  return {
    iothread_id: reader.unsignedInt(),
    cpumap: reader.opaque(2048),
  };
}

export function readDomainGetIothreadInfoResult(reader: XdrReader): DomainGetIothreadInfoResult {
  return {
    info: reader.array(16384, readDomainIothreadInfo),
    ret: reader.unsignedInt(),
  };
}

export function readDomainIpAddr(reader: XdrReader): DomainIpAddr {
  return {
    type: reader.int(),
    addr: reader.string(4194304),
    prefix: reader.unsignedInt(),
  };
}

export function readDomainInterface(reader: XdrReader): DomainInterface {
  return {
    name: reader.string(4194304),
    hwaddr: (reader.present() ? reader.string(4194304) : null),
    addrs: reader.array(2048, readDomainIpAddr),
  };
}

export function readDomainInterfaceAddressesResult(reader: XdrReader): DomainInterfaceAddressesResult {
  return {
    ifaces: reader.array(2048, readDomainInterface),
  };
}

export function readDomainRenameResult(reader: XdrReader): DomainRenameResult {
  return {
    retcode: reader.int(),
  };
}

export function readDomainGetPerfEventsResult(reader: XdrReader): DomainGetPerfEventsResult {
  return {
    params: reader.array(64, readTypedParam),
  };
}

export function readConnectStoragePoolEventRegisterAnyResult(reader: XdrReader): ConnectStoragePoolEventRegisterAnyResult {
  return {
    callbackID: reader.int(),
  };
}

export function readDomainGetGuestVcpusResult(reader: XdrReader): DomainGetGuestVcpusResult {
  return {
    params: reader.array(64, readTypedParam),
  };
}

export function readConnectNodeDeviceEventRegisterAnyResult(reader: XdrReader): ConnectNodeDeviceEventRegisterAnyResult {
  return {
    callbackID: reader.int(),
  };
}

export function readStorageVolGetInfoFlagsResult(reader: XdrReader): StorageVolGetInfoFlagsResult {
  return {
    type: reader.int(),
    capacity: reader.unsignedHyper(),
    allocation: reader.unsignedHyper(),
  };
}

export function readConnectSecretEventRegisterAnyResult(reader: XdrReader): ConnectSecretEventRegisterAnyResult {
  return {
    callbackID: reader.int(),
  };
}

export function readDomainMigrateGetMaxDowntimeResult(reader: XdrReader): DomainMigrateGetMaxDowntimeResult {
  return {
    downtime: reader.unsignedHyper(),
  };
}

export function readDomainManagedSaveGetXmlDescResult(reader: XdrReader): DomainManagedSaveGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readStoragePoolLookupByTargetPathResult(reader: XdrReader): StoragePoolLookupByTargetPathResult {
  return {
    pool: readStoragePool(reader),
  };
}

export function readConnectCompareHypervisorCpuResult(reader: XdrReader): ConnectCompareHypervisorCpuResult {
  return {
    result: reader.int(),
  };
}

export function readConnectBaselineHypervisorCpuResult(reader: XdrReader): ConnectBaselineHypervisorCpuResult {
  return {
    cpu: reader.string(4194304),
  };
}

export function readNodeGetSevInfoResult(reader: XdrReader): NodeGetSevInfoResult {
  return {
    params: reader.array(64, readTypedParam),
    nparams: reader.int(),
  };
}

export function readDomainGetLaunchSecurityInfoResult(reader: XdrReader): DomainGetLaunchSecurityInfoResult {
  return {
    params: reader.array(64, readTypedParam),
  };
}

export function readNwfilterBinding(reader: XdrReader): NwfilterBinding {
  return {
    portdev: reader.string(4194304),
    filtername: reader.string(4194304),
  };
}

export function readNwfilterBindingLookupByPortDevResult(reader: XdrReader): NwfilterBindingLookupByPortDevResult {
  return {
    nwfilter: readNwfilterBinding(reader),
  };
}

export function readNwfilterBindingGetXmlDescResult(reader: XdrReader): NwfilterBindingGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readNwfilterBindingCreateXmlResult(reader: XdrReader): NwfilterBindingCreateXmlResult {
  return {
    nwfilter: readNwfilterBinding(reader),
  };
}

export function readConnectListAllNwfilterBindingsResult(reader: XdrReader): ConnectListAllNwfilterBindingsResult {
  return {
    bindings: reader.array(16384, readNwfilterBinding),
    ret: reader.unsignedInt(),
  };
}

export function readConnectGetStoragePoolCapabilitiesResult(reader: XdrReader): ConnectGetStoragePoolCapabilitiesResult {
  return {
    capabilities: reader.string(4194304),
  };
}

export function readNetworkPort(reader: XdrReader): NetworkPort {
  return {
    net: readNetwork(reader),
    uuid: reader.fixedOpaque(16),
  };
}

export function readNetworkListAllPortsResult(reader: XdrReader): NetworkListAllPortsResult {
  return {
    ports: reader.array(16384, readNetworkPort),
    ret: reader.unsignedInt(),
  };
}

export function readNetworkPortLookupByUuidResult(reader: XdrReader): NetworkPortLookupByUuidResult {
  return {
    port: readNetworkPort(reader),
  };
}

export function readNetworkPortCreateXmlResult(reader: XdrReader): NetworkPortCreateXmlResult {
  return {
    port: readNetworkPort(reader),
  };
}

export function readNetworkPortGetParametersResult(reader: XdrReader): NetworkPortGetParametersResult {
  return {
    params: reader.array(16, readTypedParam),
    nparams: reader.int(),
  };
}

export function readNetworkPortGetXmlDescResult(reader: XdrReader): NetworkPortGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainCheckpoint(reader: XdrReader): DomainCheckpoint {
  return {
    name: reader.string(4194304),
    dom: readDomain(reader),
  };
}

export function readDomainCheckpointCreateXmlResult(reader: XdrReader): DomainCheckpointCreateXmlResult {
  return {
    checkpoint: readDomainCheckpoint(reader),
  };
}

export function readDomainCheckpointGetXmlDescResult(reader: XdrReader): DomainCheckpointGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainListAllCheckpointsResult(reader: XdrReader): DomainListAllCheckpointsResult {
  return {
    checkpoints: reader.array(16384, readDomainCheckpoint),
    ret: reader.int(),
  };
}

export function readDomainCheckpointListAllChildrenResult(reader: XdrReader): DomainCheckpointListAllChildrenResult {
  return {
    checkpoints: reader.array(16384, readDomainCheckpoint),
    ret: reader.int(),
  };
}

export function readDomainCheckpointLookupByNameResult(reader: XdrReader): DomainCheckpointLookupByNameResult {
  return {
    checkpoint: readDomainCheckpoint(reader),
  };
}

export function readDomainCheckpointGetParentResult(reader: XdrReader): DomainCheckpointGetParentResult {
  return {
    parent: readDomainCheckpoint(reader),
  };
}

export function readDomainGetGuestInfoResult(reader: XdrReader): DomainGetGuestInfoResult {
  return {
    params: reader.array(2048, readTypedParam),
  };
}

export function readDomainAgentSetResponseTimeoutResult(reader: XdrReader): DomainAgentSetResponseTimeoutResult {
  return {
    result: reader.int(),
  };
}

export function readDomainBackupGetXmlDescResult(reader: XdrReader): DomainBackupGetXmlDescResult {
  return {
    xml: reader.string(4194304),
  };
}

export function readDomainAuthorizedSshKeysGetResult(reader: XdrReader): DomainAuthorizedSshKeysGetResult {
  return {
    keys: reader.array(2048, (reader) => reader.string(4194304)),
  };
}

export function readDomainGetMessagesResult(reader: XdrReader): DomainGetMessagesResult {
  return {
    msgs: reader.array(2048, (reader) => reader.string(4194304)),
  };
}

export function readNodeDeviceDefineXmlResult(reader: XdrReader): NodeDeviceDefineXmlResult {
  return {
    dev: readNodeDevice(reader),
  };
}

export function readNwfilterDefineXmlFlagsResult(reader: XdrReader): NwfilterDefineXmlFlagsResult {
  return {
    nwfilter: readNwfilter(reader),
  };
}

export function readNetworkDefineXmlFlagsResult(reader: XdrReader): NetworkDefineXmlFlagsResult {
  return {
    net: readNetwork(reader),
  };
}

export function readNodeDeviceGetAutostartResult(reader: XdrReader): NodeDeviceGetAutostartResult {
  return {
    autostart: reader.int(),
  };
}

export function readNodeDeviceIsPersistentResult(reader: XdrReader): NodeDeviceIsPersistentResult {
  return {
    persistent: reader.int(),
  };
}

export function readNodeDeviceIsActiveResult(reader: XdrReader): NodeDeviceIsActiveResult {
  return {
    active: reader.int(),
  };
}

export function readNetworkCreateXmlFlagsResult(reader: XdrReader): NetworkCreateXmlFlagsResult {
  return {
    net: readNetwork(reader),
  };
}

export function readQemuDomainMonitorCommandResult(reader: XdrReader): QemuDomainMonitorCommandResult {
  return {
    result: reader.string(4194304),
  };
}

export function readQemuDomainAttachResult(reader: XdrReader): QemuDomainAttachResult {
  return {
    dom: readDomain(reader),
  };
}

export function readQemuDomainAgentCommandResult(reader: XdrReader): QemuDomainAgentCommandResult {
  return {
    result: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readQemuConnectDomainMonitorEventRegisterResult(reader: XdrReader): QemuConnectDomainMonitorEventRegisterResult {
  return {
    callbackID: reader.int(),
  };
}

export function readQemuDomainMonitorCommandWithFilesResult(reader: XdrReader): QemuDomainMonitorCommandWithFilesResult {
  return {
    result: reader.string(4194304),
  };
}

export function readDomainEventLifecycleMessage(reader: XdrReader): DomainEventLifecycleMessage {
  return {
    dom: readDomain(reader),
    event: reader.int(),
    detail: reader.int(),
  };
}

export function readDomainEventRebootMessage(reader: XdrReader): DomainEventRebootMessage {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainEventRtcChangeMessage(reader: XdrReader): DomainEventRtcChangeMessage {
  return {
    dom: readDomain(reader),
    offset: reader.hyper(),
  };
}

export function readDomainEventWatchdogMessage(reader: XdrReader): DomainEventWatchdogMessage {
  return {
    dom: readDomain(reader),
    action: reader.int(),
  };
}

export function readDomainEventIoErrorMessage(reader: XdrReader): DomainEventIoErrorMessage {
  return {
    dom: readDomain(reader),
    srcPath: reader.string(4194304),
    devAlias: reader.string(4194304),
    action: reader.int(),
  };
}

export function readDomainEventGraphicsAddress(reader: XdrReader): DomainEventGraphicsAddress {
  return {
    family: reader.int(),
    node: reader.string(4194304),
    service: reader.string(4194304),
  };
}

export function readDomainEventGraphicsIdentity(reader: XdrReader): DomainEventGraphicsIdentity {
  return {
    type: reader.string(4194304),
    name: reader.string(4194304),
  };
}

export function readDomainEventGraphicsMessage(reader: XdrReader): DomainEventGraphicsMessage {
  return {
    dom: readDomain(reader),
    phase: reader.int(),
    local: readDomainEventGraphicsAddress(reader),
    remote: readDomainEventGraphicsAddress(reader),
    authScheme: reader.string(4194304),
    subject: reader.array(20, readDomainEventGraphicsIdentity),
  };
}

export function readDomainEventIoErrorReasonMessage(reader: XdrReader): DomainEventIoErrorReasonMessage {
  return {
    dom: readDomain(reader),
    srcPath: reader.string(4194304),
    devAlias: reader.string(4194304),
    action: reader.int(),
    reason: reader.string(4194304),
  };
}

export function readDomainEventControlErrorMessage(reader: XdrReader): DomainEventControlErrorMessage {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainEventBlockJobMessage(reader: XdrReader): DomainEventBlockJobMessage {
  return {
    dom: readDomain(reader),
    path: reader.string(4194304),
    type: reader.int(),
    status: reader.int(),
  };
}

export function readDomainEventDiskChangeMessage(reader: XdrReader): DomainEventDiskChangeMessage {
  return {
    dom: readDomain(reader),
    oldSrcPath: (reader.present() ? reader.string(4194304) : null),
    newSrcPath: (reader.present() ? reader.string(4194304) : null),
    devAlias: reader.string(4194304),
    reason: reader.int(),
  };
}

export function readDomainEventTrayChangeMessage(reader: XdrReader): DomainEventTrayChangeMessage {
  return {
    dom: readDomain(reader),
    devAlias: reader.string(4194304),
    reason: reader.int(),
  };
}

export function readDomainEventPmwakeupMessage(reader: XdrReader): DomainEventPmwakeupMessage {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainEventPmsuspendMessage(reader: XdrReader): DomainEventPmsuspendMessage {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainEventBalloonChangeMessage(reader: XdrReader): DomainEventBalloonChangeMessage {
  return {
    dom: readDomain(reader),
    actual: reader.unsignedHyper(),
  };
}

export function readDomainEventPmsuspendDiskMessage(reader: XdrReader): DomainEventPmsuspendDiskMessage {
  return {
    dom: readDomain(reader),
  };
}

export function readDomainEventDeviceRemovedMessage(reader: XdrReader): DomainEventDeviceRemovedMessage {
  return {
    dom: readDomain(reader),
    devAlias: reader.string(4194304),
  };
}

export function readNetworkEventLifecycleMessage(reader: XdrReader): NetworkEventLifecycleMessage {
  return {
    callbackID: reader.int(),
    net: readNetwork(reader),
    event: reader.int(),
    detail: reader.int(),
  };
}

export function readDomainEventCallbackLifecycleMessage(reader: XdrReader): DomainEventCallbackLifecycleMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventLifecycleMessage(reader),
  };
}

export function readDomainEventCallbackRebootMessage(reader: XdrReader): DomainEventCallbackRebootMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventRebootMessage(reader),
  };
}

export function readDomainEventCallbackRtcChangeMessage(reader: XdrReader): DomainEventCallbackRtcChangeMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventRtcChangeMessage(reader),
  };
}

export function readDomainEventCallbackWatchdogMessage(reader: XdrReader): DomainEventCallbackWatchdogMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventWatchdogMessage(reader),
  };
}

export function readDomainEventCallbackIoErrorMessage(reader: XdrReader): DomainEventCallbackIoErrorMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventIoErrorMessage(reader),
  };
}

export function readDomainEventCallbackGraphicsMessage(reader: XdrReader): DomainEventCallbackGraphicsMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventGraphicsMessage(reader),
  };
}

export function readDomainEventCallbackIoErrorReasonMessage(reader: XdrReader): DomainEventCallbackIoErrorReasonMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventIoErrorReasonMessage(reader),
  };
}

export function readDomainEventCallbackControlErrorMessage(reader: XdrReader): DomainEventCallbackControlErrorMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventControlErrorMessage(reader),
  };
}

export function readDomainEventCallbackBlockJobMessage(reader: XdrReader): DomainEventCallbackBlockJobMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventBlockJobMessage(reader),
  };
}

export function readDomainEventCallbackDiskChangeMessage(reader: XdrReader): DomainEventCallbackDiskChangeMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventDiskChangeMessage(reader),
  };
}

export function readDomainEventCallbackTrayChangeMessage(reader: XdrReader): DomainEventCallbackTrayChangeMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventTrayChangeMessage(reader),
  };
}

export function readDomainEventCallbackPmwakeupMessage(reader: XdrReader): DomainEventCallbackPmwakeupMessage {
  return {
    callbackID: reader.int(),
    reason: reader.int(),
    msg: readDomainEventPmwakeupMessage(reader),
  };
}

export function readDomainEventCallbackPmsuspendMessage(reader: XdrReader): DomainEventCallbackPmsuspendMessage {
  return {
    callbackID: reader.int(),
    reason: reader.int(),
    msg: readDomainEventPmsuspendMessage(reader),
  };
}

export function readDomainEventCallbackBalloonChangeMessage(reader: XdrReader): DomainEventCallbackBalloonChangeMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventBalloonChangeMessage(reader),
  };
}

export function readDomainEventCallbackPmsuspendDiskMessage(reader: XdrReader): DomainEventCallbackPmsuspendDiskMessage {
  return {
    callbackID: reader.int(),
    reason: reader.int(),
    msg: readDomainEventPmsuspendDiskMessage(reader),
  };
}

export function readDomainEventCallbackDeviceRemovedMessage(reader: XdrReader): DomainEventCallbackDeviceRemovedMessage {
  return {
    callbackID: reader.int(),
    msg: readDomainEventDeviceRemovedMessage(reader),
  };
}

export function readDomainEventBlockJob2Message(reader: XdrReader): DomainEventBlockJob2Message {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    dst: reader.string(4194304),
    type: reader.int(),
    status: reader.int(),
  };
}

export function readDomainEventCallbackTunableMessage(reader: XdrReader): DomainEventCallbackTunableMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    params: reader.array(2048, readTypedParam),
  };
}

export function readDomainEventCallbackAgentLifecycleMessage(reader: XdrReader): DomainEventCallbackAgentLifecycleMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    state: reader.int(),
    reason: reader.int(),
  };
}

export function readDomainEventCallbackDeviceAddedMessage(reader: XdrReader): DomainEventCallbackDeviceAddedMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    devAlias: reader.string(4194304),
  };
}

export function readDomainEventCallbackMigrationIterationMessage(reader: XdrReader): DomainEventCallbackMigrationIterationMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    iteration: reader.int(),
  };
}

export function readConnectEventConnectionClosedMessage(reader: XdrReader): ConnectEventConnectionClosedMessage {
  return {
    reason: reader.int(),
  };
}

export function readDomainEventCallbackJobCompletedMessage(reader: XdrReader): DomainEventCallbackJobCompletedMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    params: reader.array(64, readTypedParam),
  };
}

export function readDomainEventCallbackDeviceRemovalFailedMessage(reader: XdrReader): DomainEventCallbackDeviceRemovalFailedMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    devAlias: reader.string(4194304),
  };
}

export function readStoragePoolEventLifecycleMessage(reader: XdrReader): StoragePoolEventLifecycleMessage {
  return {
    callbackID: reader.int(),
    pool: readStoragePool(reader),
    event: reader.int(),
    detail: reader.int(),
  };
}

export function readStoragePoolEventRefreshMessage(reader: XdrReader): StoragePoolEventRefreshMessage {
  return {
    callbackID: reader.int(),
    pool: readStoragePool(reader),
  };
}

export function readNodeDeviceEventLifecycleMessage(reader: XdrReader): NodeDeviceEventLifecycleMessage {
  return {
    callbackID: reader.int(),
    dev: readNodeDevice(reader),
    event: reader.int(),
    detail: reader.int(),
  };
}

export function readNodeDeviceEventUpdateMessage(reader: XdrReader): NodeDeviceEventUpdateMessage {
  return {
    callbackID: reader.int(),
    dev: readNodeDevice(reader),
  };
}

export function readDomainEventCallbackMetadataChangeMessage(reader: XdrReader): DomainEventCallbackMetadataChangeMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    type: reader.int(),
    nsuri: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readSecretEventLifecycleMessage(reader: XdrReader): SecretEventLifecycleMessage {
  return {
    callbackID: reader.int(),
    secret: readSecret(reader),
    event: reader.int(),
    detail: reader.int(),
  };
}

export function readSecretEventValueChangedMessage(reader: XdrReader): SecretEventValueChangedMessage {
  return {
    callbackID: reader.int(),
    secret: readSecret(reader),
  };
}

export function readDomainEventBlockThresholdMessage(reader: XdrReader): DomainEventBlockThresholdMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    dev: reader.string(4194304),
    path: (reader.present() ? reader.string(4194304) : null),
    threshold: reader.unsignedHyper(),
    excess: reader.unsignedHyper(),
  };
}

export function readDomainEventMemoryFailureMessage(reader: XdrReader): DomainEventMemoryFailureMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    recipient: reader.int(),
    action: reader.int(),
    flags: reader.unsignedInt(),
  };
}

export function readDomainEventMemoryDeviceSizeChangeMessage(reader: XdrReader): DomainEventMemoryDeviceSizeChangeMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    alias: reader.string(4194304),
    size: reader.unsignedHyper(),
  };
}

export function readQemuDomainMonitorEventMessage(reader: XdrReader): QemuDomainMonitorEventMessage {
  return {
    callbackID: reader.int(),
    dom: readDomain(reader),
    event: reader.string(4194304),
    seconds: reader.hyper(),
    micros: reader.unsignedInt(),
    details: (reader.present() ? reader.string(4194304) : null),
  };
}

export function readNetMessageNonnullDomain(reader: XdrReader): NetMessageNonnullDomain {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
    id: reader.int(),
  };
}

export function readNetMessageNonnullNetwork(reader: XdrReader): NetMessageNonnullNetwork {
  return {
    name: reader.string(4194304),
    uuid: reader.fixedOpaque(16),
  };
}

export function readNetMessageError(reader: XdrReader): NetMessageError {
  return {
    code: reader.int(),
    domain: reader.int(),
    message: (reader.present() ? reader.string(4194304) : null),
    level: reader.int(),
    dom: (reader.present() ? readNetMessageNonnullDomain(reader) : null),
    str1: (reader.present() ? reader.string(4194304) : null),
    str2: (reader.present() ? reader.string(4194304) : null),
    str3: (reader.present() ? reader.string(4194304) : null),
    int1: reader.int(),
    int2: reader.int(),
    net: (reader.present() ? readNetMessageNonnullNetwork(reader) : null),
  };
}
