/** Words of the page about what was disclosed at the request of others, in Chinese. */
export const told = {
  told: {
    title: '应他人要求披露的信息',
    link: '应法院、机关及他人要求披露的信息',
    lead: '因法律、违规、争议或公开依据的要求而提供的您的信息。我们在此及通过邮件告知您。',
    none: '没有应他人要求披露过您的信息。',
    grounds: {
      law: '法律或机关要求',
      violation: '有人应当知晓违规事项',
      complaint: '您就侵权提出投诉',
      order: '订单的另一方已履行并提出请求',
      basis: '公开依据有此规定',
    },
    what: '内容',
    who: '接收方',
    gone: '已离开的用户',
    disclosed: '披露时间',
    told: '告知时间',
    barred: '此前法律限制我们告知您。时间线中按当日位置列出，并附当日的回执。',
    timeline: '前往时间线，查看每项决定所依据的句子',
  },
};
