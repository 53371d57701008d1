/** Chapters of the reference that the client has no method for, by their reasons. */
export const chapters: Readonly<Record<string, readonly string[]>> = {
  'the desk is worked at in the console, by operators': [
    'Operators',
    'Cases',
    'Orders of authorities and duties in law',
    'Complaints',
    'Requests about rights',
    'Children',
    'Published bases',
    'Portal',
    'Legal holds',
    'Violations',
    'Harvesting',
    'Leaks',
  ],
  'a party asks it, with @avow/partner': ['For a party'],
  'operations: by avow, or the console': [
    'Imports',
    'Campaigns',
    'Measures',
    'Notices of a change',
    'API keys',
  ],
  'one deployment asks another': [
    'Mechanisms of transfers',
    'Transfers between regions',
    'Directory of regions',
  ],
  'what answers browsers does it, with @avow/web, or the privacy centre': [
    'Visits',
    'Searches',
    'Interests',
    'Comments on a change',
    'Warnings',
  ],
  'the registers of a market': ['Registers'],
};

/** Single routes that are left out of chapters that are not, by their reasons. */
export const single: Readonly<Record<string, readonly string[]>> = {
  'operations: by avow, or the console': [
    'publishVersion',
    'draftVersion',
    'listAnnouncements',
    'announceVersion',
    'withdrawAnnouncement',
    'postponeVersion',
    'answerComments',
    'compareVersion',
    'notifyPartyAt',
    'listPartyViolations',
    'listDuties',
    'listPartyDuties',
  ],
  'what answers browsers does it, with @avow/web': ['listStrays', 'findBrowser'],
};
