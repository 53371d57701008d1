import { harvestLimits } from './harvest-limits.ts';

/** What was handed over, how it closes, who misuses it, and the desk. */
export const onHandover = {
  // Clause 2: closing what was handed over, and harvesters.
  closeAfterService: {
    label: {
      en: 'close the seals when the service to you ends',
      'zh-CN': '对您的服务结束即封闭信息',
    },
    dpv: 'dpv:PermissionManagement',
    on: 'serviceEnded',
  },
  closeAfterEngagement: {
    label: {
      en: 'close all seals of a party when its contract ends',
      'zh-CN': '合同终止即封闭该方的全部信息',
    },
    dpv: 'dpv:PermissionManagement',
    on: 'engagementEnded',
  },
  closeAfterWithdrawal: {
    label: { en: 'close the seals when you withdraw', 'zh-CN': '您撤回许可即封闭信息' },
    dpv: 'dpv:PermissionManagement',
    on: 'withdrawn',
  },
  closeAfterErasure: {
    label: { en: 'close the seals when you are erased', 'zh-CN': '您的信息被删除即封闭信息' },
    dpv: 'dpv:PermissionManagement',
    on: 'erased',
  },
  eraseAfterHold: {
    label: {
      en: 'erase by ourselves what a hold kept, once the last one has ended',
      'zh-CN': '最后一项保全结束后主动删除所保全的信息',
    },
    dpv: 'dpv:DataErasurePolicy',
    on: 'holdEnded',
  },
  deleteByParty: {
    label: { en: 'have the party delete and send a receipt', 'zh-CN': '要求该方删除并出具回执' },
    dpv: 'dpv:DataDeletionPolicy',
    on: 'engagementEnded',
    withinDays: 15,
  },
  recordViolation: {
    label: {
      en: 'record an attempt after the end as a violation',
      'zh-CN': '将权限终止后试图查看的行为记为违规',
    },
    dpv: 'dpv:SecurityIncidentRecord',
    on: 'openedAfterEnd',
  },
  watchForHarvest: {
    label: { en: 'watch for harvesting', 'zh-CN': '监测批量搜集' },
    dpv: 'dpv:MonitoringPolicy',
    limits: harvestLimits,
  },
  suspendHarvester: {
    label: {
      en: 'suspend a harvester everywhere at once',
      'zh-CN': '立即暂停搜集者的一切访问权限',
    },
    dpv: 'dpv:PermissionManagement',
    on: 'harvestDetected',
  },
  hearAppeal: {
    label: { en: 'hear the appeal and undo what was wrong', 'zh-CN': '受理申诉并纠正错误' },
    dpv: 'dpv:ReviewProcedure',
    on: 'appealFiled',
    withinDays: 15,
  },
  giveReason: { label: { en: 'say why it is shown', 'zh-CN': '说明展示理由' }, dpv: 'dpv:Notice' },
  unsubscribeAtOnce: {
    label: { en: 'stop at one click', 'zh-CN': '一键退订' },
    dpv: 'dpv:OptingOutFromProcess',
    on: 'withdrawn',
  },

  // Clause 3: the desk.
  giveReceipt: {
    label: { en: 'give you a receipt', 'zh-CN': '向您提供凭证' },
    dpv: 'dpv:ConsentReceipt',
  },
  showInCentre: {
    label: { en: 'show it in your privacy centre', 'zh-CN': '在您的隐私中心列明' },
    dpv: 'dpv:DashboardNotice',
  },
  tellPerson: { label: { en: 'tell you', 'zh-CN': '告知您' }, dpv: 'dpv:Notice', withinDays: 3 },
  tellUnlessBarred: {
    label: {
      en: 'tell you, or when the bar on telling ends',
      'zh-CN': '告知您；依法不得告知的，于限制解除后告知',
    },
    dpv: 'dpv:Notice',
    withinDays: 3,
  },
  countGround: {
    label: { en: 'count it publicly under its ground', 'zh-CN': '按依据公开计数' },
    dpv: 'dpv:RecordsOfActivities',
  },
} as const;
