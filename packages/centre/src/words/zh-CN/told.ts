/** Words of the page about what was disclosed at the request of others, in Chinese. */
export const told = {
  told: {
    title: '应他人要求披露的信息',
    link: '应法院、机关及他人要求披露的信息',
    lead: '依据法律、因有人违规、因争议或依据已公布的规则而披露的您的信息。我们在此并通过邮件告知您。',
    none: '没有应他人要求披露过您的信息。',
    grounds: {
      law: '法律或机关要求',
      violation: '有人应当知晓违规事项',
      complaint: '您就侵权提出投诉',
      order: '订单的另一方已履行并提出请求',
      basis: '已公布的依据有此规定',
    },
    what: '内容',
    who: '接收方',
    gone: '已离开的用户',
    disclosed: '披露时间',
    told: '告知时间',
    barred: '此前依法不得告知您。处理记录中按披露当日列出，并附当日的凭证。',
    timeline: '前往处理记录，查看每次判定依据哪一句',
  },
};
