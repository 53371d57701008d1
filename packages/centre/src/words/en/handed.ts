/** Words of the pages about what others were handed: who may open it now, why, until when, and the way to close it. */
export const handed = {
  openings: {
    title: 'Who may open it now',
    lead: 'What others were handed about you is sealed. They have to ask us each time they want to open it, and each time stands in your timeline. You can close it.',
    none: 'Nobody outside has anything of yours that could be opened.',
    opens: 'may open it',
    shut: 'opens nothing now',
    what: 'What',
    online: 'Only read through us',
    purpose: 'What for',
    since: 'Handed over',
    order: 'For order',
    until: 'Until',
    untilService:
      'the order is over, its contract ends, you close it or you are erased, whichever comes first',
    untilPermission:
      'you take your permission back, its contract ends, you close it or you are erased, whichever comes first',
    us: 'us',
    together: (who: string) => `together with ${who}`,
    comma: ', ',
    contract: 'The contract runs until',
    running: 'It is open at this moment, until',
    timeline: 'What it opened',
    close: 'Close',
    law: 'Law asks for this one, so it ends as the law says and cannot be closed here.',
    sureTitle: (name: string) => `Close it to ${name}?`,
    sureLead: (name: string) =>
      `${name} will not be able to open it again, whatever it still has to do for you. If it is to open this again, we have to hand it over anew.`,
    sureLimits:
      'What was copied while it was open cannot be called back. Your timeline says when it was open.',
    sure: 'Close it for good',
    keep: 'Leave it open',
    done: 'Closed',
    doneLead: (name: string) =>
      `${name} opens nothing of it any more. If it tries, that is refused and stands in your timeline.`,
    runsOut: 'One opening was granted before. It runs out by itself at',
    already: 'It is closed already.',
    back: 'Back to who may open it',
    closedTitle: 'Closed',
    closedCaption: 'What was handed over and opens no more',
    who: 'Who',
    closedAt: 'Closed',
    why: 'Why',
    because: {
      asked: 'you closed it',
      withdrawn: 'you took your permission back',
      ended: 'the service or the contract ended',
    },
    more: (count: number) => `${count} older ones are in the timeline.`,
  },
};
