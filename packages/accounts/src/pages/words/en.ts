import { guard } from './en-guard.ts';
import { operators } from './en-operators.ts';
import { own } from './en-own.ts';

/** What the pages say in English: what the other language is measured by. */
export const en = {
  own,
  ...guard,
  operators,
  join: {
    title: 'Join',
    lead: 'An account needs a password, your e-mail address and your agreement.',
    as: 'Join as',
    person: 'A person',
    organisation: 'An organisation',
    documents: 'Read this first',
    documentsLead: 'One acceptance covers all of it, in the language you read it in.',
    version: (version: string) => `version ${version}`,
    account: 'Your account',
    email: 'E-mail address',
    emailHint: 'To log in with, and for messages about your account. Nobody else sees it.',
    password: 'Password',
    passwordHint: 'At least 10 characters. A sentence is fine; so is a password manager.',
    about: 'About you',
    aboutOrganisation: 'About the organisation',
    optional: 'Optional.',
    accept: 'I have read the documents above, and I accept them.',
    age: 'I am fourteen or older, or my guardian accepts for me.',
    entitled: 'I may accept for this organisation.',
    acceptAndJoin: 'Accept and join',
    decline: 'Decline',
    needAccept: 'There is no account without acceptance. Tick the box, or decline.',
    notAsked: (name: string) =>
      `“${name}” is not asked for here. Nothing was kept, nor anything else of what was sent.`,
  },
  declined: {
    title: 'You declined',
    lead: 'No account was made, and nothing about you was kept.',
    still: 'You can still',
    home: 'look around without an account',
    documents: 'read each document, and link to any sentence of the policy',
    change: 'come back and join whenever you like',
  },
  sent: {
    title: 'Look in your mail',
    join: 'We have written to the address you gave. Open the link in the message within a day, and enter your password there.',
    reset:
      'If the address has an account, a message is on its way there. Its link holds for half an hour.',
    address:
      'We have written to the new address. Open the link there within an hour. Until then nothing changes.',
    leak: 'We are looking into it. If the address has an account, a message is on its way there, with a link to freeze it; that holds for an hour.',
    nothing:
      'Nothing came? Look in your spam folder. If an address has an account already, the message says so; this page says the same to everyone.',
    inbox: 'This is a development server: it sends no mail and shows it here.',
  },
  confirm: {
    title: 'Confirm your address',
    lead: 'The link shows that you read the mail of this address; your password, that it was you who joined.',
    button: 'Confirm and log in',
  },
  expired: {
    title: 'This link no longer holds',
    lead: 'It was used already, or its time has run out. Nothing was changed.',
    again: 'Ask for a new one',
    login: 'Log in',
  },
  login: {
    title: 'Log in',
    email: 'E-mail address',
    password: 'Password',
    button: 'Log in',
    cookie: (name: string) =>
      `Logging in sets one cookie, ${name}. It keeps you logged in on this browser for twelve hours, or until you log out, and does nothing else.`,
    wrong: 'Address and password do not belong together.',
    wrongPassword: 'That is not the password.',
    unverified:
      'This address is not confirmed yet. Open the link in the message we sent, or join again.',
    forgotten: 'Forgotten your password?',
    noAccount: 'No account yet?',
    join: 'Join',
    passkey: 'Log in with a passkey',
    or: 'Or without a password',
    refused: 'You are not logged in',
    blocked:
      'Your browser did not keep the cookie, so you are not logged in. Without it we cannot know you from one page to the next. Reading and searching need no cookie.',
  },
  notAdmitted: {
    standing: 'You proved who you are, but this account is suspended or has ended.',
    acceptance: 'Your acceptance of the agreement is no longer on record, so you cannot log in.',
    cookie: 'The policy does not permit the cookie that logging in needs.',
  },
  code: {
    title: 'Second factor',
    lead: 'Enter the six digits that your authenticator shows, or one of your recovery codes.',
    label: 'Code',
    button: 'Log in',
    wrong: 'That code is not right, or was used already.',
    expired: 'That took too long, or was tried too often. Please log in again.',
  },
  passkey: {
    wrong: 'That passkey opens no account here.',
    refused: 'The passkey could not be added. It may be here already.',
    expired: 'That took too long. Please try again.',
    needsScript:
      'Passkeys need a browser that knows them and runs the script of this page. Everything else works without.',
    cancelled: 'The browser gave no passkey. Nothing was changed.',
  },
  forgotten: {
    title: 'Choose a new password',
    lead: 'Give your address. We send a link there to choose a new password with.',
    button: 'Send the link',
  },
  reset: {
    title: 'Choose a new password',
    lead: 'Everybody who is logged in with the old one is logged out.',
    next: 'New password',
    button: 'Set the password',
    done: 'Your password was changed',
    doneLead: 'Everybody who was logged in has been logged out. Log in with the new password.',
  },
  notMe: {
    title: 'It was not you?',
    lead: 'If somebody else changed your account, do this at once.',
    reset: 'Choose a new password',
    resetHelp: 'It ends every session, whoever has it.',
    sessions: 'Look at the sessions',
    sessionsHelp:
      'If you can still log in: end all others, and look at second factor and passkeys.',
    contact: 'Tell us',
    contactHelp: 'If you can no longer get in, we can close the account to whoever has it now.',
  },
  problem: {
    malformed: 'Please look at this again: it is not written as it has to be.',
    malformedEmail: 'Mail cannot be sent to this address.',
    'too-short': 'A password has at least 10 characters.',
    'too-long': 'This is too long.',
    'not-asked-for': 'This is not asked for.',
    missing: 'Please fill this in.',
  },
  wait: {
    title: 'Too many attempts',
    lead: (seconds: number) =>
      seconds === 1
        ? 'Nothing was changed. Please try again in a second.'
        : `Nothing was changed. Please try again in ${seconds} seconds.`,
  },
  foreign: {
    title: 'Not sent from this site',
    lead: 'A form was sent here from somewhere else. Nothing was changed.',
  },
};
