import { type AlertWay, alertLetter, type Message } from '../src/index.ts';

/** Mail that is kept in memory. */
export function memoryMail() {
  const sent: Message[] = [];
  return {
    sent,
    async send(message: Message) {
      sent.push(message);
    },
    close() {},
  };
}

const at = (path: string) => () => `https://harbour.example${path}`;

/** A way to write to people about their safety; the address is what they are found by in these tests. */
export function alertsBy(mail: AlertWay['mail']): AlertWay & { readonly address: 'contact.phone' } {
  const links = { signIn: at('/login'), safety: at('/mine/safety'), reset: at('/forgotten') };
  const write = alertLetter({ name: () => 'Harbour', ...links });
  return { mail, address: 'contact.phone', write };
}
