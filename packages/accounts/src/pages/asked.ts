/** One field of the form for joining, by category of the policy. */
export interface AskedField {
  readonly category: string;
  readonly autocomplete: string;
  readonly type?: 'text' | 'tel';
  readonly required?: boolean;
}

/** What each kind of account is asked besides address and password. */
export type AskedFields = Readonly<Record<'person' | 'organisation', readonly AskedField[]>>;

export const askedFields: AskedFields = {
  person: [
    { category: 'contact.name', autocomplete: 'name', required: true },
    { category: 'contact.phone', autocomplete: 'tel', type: 'tel' },
    { category: 'contact.address', autocomplete: 'street-address' },
  ],
  organisation: [
    { category: 'enterprise.name', autocomplete: 'organization', required: true },
    { category: 'enterprise.registration', autocomplete: 'off', required: true },
    { category: 'organisation.representative', autocomplete: 'off', required: true },
    { category: 'organisation.contact', autocomplete: 'name' },
  ],
};
