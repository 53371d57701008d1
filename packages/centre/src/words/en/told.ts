/** Words of the page about what was disclosed at the request of others. */
export const told = {
  told: {
    title: 'What was disclosed at the request of others',
    link: 'What courts, authorities and others had disclosed',
    lead: 'Whatever of you was handed over because law, a broken rule, a dispute or a published basis asked for it. We tell you here, and by mail.',
    none: 'Nothing of yours was disclosed at the request of others.',
    grounds: {
      law: 'Law or an authority asked for it',
      violation: 'Somebody had to know of a violation',
      complaint: 'You complained about an infringed right',
      order: 'The other side of an order had performed and asked',
      basis: 'A published basis provides for it',
    },
    what: 'What',
    who: 'To whom',
    gone: 'somebody who has left',
    disclosed: 'Disclosed',
    told: 'You were told',
    barred:
      'Law had barred us from telling you before. The timeline has it under the day on which it was disclosed, with the receipt of that day.',
    timeline: 'To the timeline, with the sentence of each decision',
  },
};
