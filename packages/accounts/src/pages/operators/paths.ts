/** Where the pages of operators are. */
export interface OperatorPaths {
  readonly home: string;
  readonly login: string;
  readonly code: string;
  readonly enrol: string;
  readonly password: string;
  readonly people: string;
  readonly logout: string;
}

export const operatorPaths: OperatorPaths = {
  home: '/staff',
  login: '/staff/login',
  code: '/staff/login/code',
  enrol: '/staff/second-factor',
  password: '/staff/password',
  people: '/staff/people',
  logout: '/staff/logout',
};
