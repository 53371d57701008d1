/** A drawing: the colour of its ground, and what lies on it, on a field of 320 by 240. */
interface Drawing {
  readonly ground: string;
  readonly shapes: string;
}

/** Things as a few flat shapes each. */
export const drawings = {
  teapot: {
    ground: '#d9e4dd',
    shapes: `<ellipse cx="160" cy="196" rx="92" ry="9" fill="#b6c7bd"/>
<path d="M222 122c34-22 50 2 34 30-8 14-22 24-40 28v-14c20-8 34-34 24-42-5-4-12 0-18 6z" fill="#2f5d62"/>
<path d="M98 132 52 96c-6-4-2-12 5-9l16 4 36 22z" fill="#2f5d62"/>
<path d="M90 140c0-34 30-56 70-56s70 22 70 56-30 56-70 56-70-22-70-56z" fill="#3a7075"/>
<path d="M96 118c10-22 34-34 64-34s54 12 64 34c-20 8-108 8-128 0z" fill="#2f5d62"/>
<path d="M122 84c4-12 20-18 38-18s34 6 38 18c-14 6-62 6-76 0z" fill="#3a7075"/>
<circle cx="160" cy="60" r="9" fill="#c9694a"/>
<path d="M112 148c6 18 18 28 34 32" fill="none" stroke="#8fb8b4" stroke-width="5" stroke-linecap="round"/>`,
  },
  lamp: {
    ground: '#e9dcc6',
    shapes: `<ellipse cx="164" cy="206" rx="70" ry="8" fill="#cdbb9c"/>
<circle cx="204" cy="118" r="58" fill="#f6ebcf"/>
<path d="M110 202h100c0-12-20-16-50-16s-50 4-50 16z" fill="#3c4a4f"/>
<path d="M157 190 136 112l44-54" fill="none" stroke="#3c4a4f" stroke-width="8" stroke-linejoin="round" stroke-linecap="round"/>
<circle cx="136" cy="112" r="8" fill="#c9694a"/>
<path d="M172 48c24-14 58 6 66 40l-60 20c-16-18-20-46-6-60z" fill="#b4532f"/>
<path d="M180 110c4-14 44-26 58-20 2 16-44 34-58 20z" fill="#fff6dc"/>`,
  },
  bicycle: {
    ground: '#cfdde6',
    shapes: `<path d="M24 196h272" stroke="#a9bccb" stroke-width="6" stroke-linecap="round"/>
<g fill="none" stroke="#24323b" stroke-width="7"><circle cx="88" cy="148" r="44"/><circle cx="232" cy="148" r="44"/></g>
<g fill="none" stroke="#c9694a" stroke-width="8" stroke-linejoin="round" stroke-linecap="round"><path d="M88 148l44-64h74l-54 64z"/><path d="M132 84l20 64"/><path d="M232 148 200 66"/></g>
<path d="M118 70h32" stroke="#24323b" stroke-width="10" stroke-linecap="round"/>
<path d="m132 84-5-14M200 66l-4-12c8-8 24-8 30 2" fill="none" stroke="#24323b" stroke-width="7" stroke-linecap="round"/>
<circle cx="152" cy="148" r="11" fill="#24323b"/>`,
  },
  camera: {
    ground: '#e4d6cf',
    shapes: `<ellipse cx="160" cy="196" rx="104" ry="9" fill="#c9b6ac"/>
<path d="M118 74l12-22h60l12 22z" fill="#52463f"/>
<rect x="58" y="72" width="204" height="122" rx="14" fill="#6d5a4e"/>
<rect x="58" y="96" width="204" height="72" fill="#40352f"/>
<rect x="78" y="58" width="30" height="14" rx="4" fill="#bfa98f"/>
<circle cx="160" cy="132" r="50" fill="#bfa98f"/><circle cx="160" cy="132" r="42" fill="#2a2421"/><circle cx="160" cy="132" r="26" fill="#395a66"/><circle cx="151" cy="122" r="8" fill="#b9d4d6"/>
<rect x="222" y="80" width="26" height="10" rx="3" fill="#e8d9b5"/>`,
  },
  chair: {
    ground: '#dfe3d2',
    shapes: `<ellipse cx="164" cy="214" rx="82" ry="7" fill="#bfc6ac"/>
<g fill="none" stroke="#8a5a35" stroke-width="10" stroke-linecap="round"><path d="M112 36v174M208 36l4 174M132 150l-6 56M196 150l0 50"/></g>
<g stroke="#a8713f" stroke-width="12" stroke-linecap="round"><path d="M112 46h96M112 76h97M112 106h98"/></g>
<path d="M100 136h124l10 22H94z" fill="#c98f55"/><path d="M94 158h140v8H94z" fill="#8a5a35"/>`,
  },
  books: {
    ground: '#d6d9e4',
    shapes: `<ellipse cx="160" cy="204" rx="100" ry="8" fill="#b7bccd"/>
<rect x="70" y="168" width="180" height="32" rx="4" fill="#33475b"/><rect x="82" y="174" width="8" height="20" fill="#d9b36c"/><path d="M238 172h12v24h-12z" fill="#f2ead8"/>
<rect x="84" y="134" width="160" height="34" rx="4" fill="#a8452f"/><rect x="104" y="145" width="70" height="5" fill="#f0d9b8"/><rect x="104" y="154" width="44" height="4" fill="#f0d9b8"/>
<rect x="76" y="104" width="150" height="30" rx="4" fill="#55795f"/><rect x="206" y="110" width="8" height="18" fill="#d8e2c9"/>
<path d="M92 94l130-24 5 28-130 6z" fill="#d9b36c"/><path d="m96 98 128-22" stroke="#fbf3dd" stroke-width="4"/>`,
  },
  radio: {
    ground: '#e6dfd0',
    shapes: `<ellipse cx="160" cy="202" rx="108" ry="8" fill="#cbc1ab"/>
<path d="m216 84 34-56" stroke="#6a6358" stroke-width="5" stroke-linecap="round"/><circle cx="251" cy="26" r="5" fill="#6a6358"/>
<rect x="56" y="82" width="208" height="116" rx="18" fill="#3f6a5d"/><rect x="72" y="98" width="104" height="84" rx="8" fill="#e8dcc0"/>
<g stroke="#b9a67e" stroke-width="4"><path d="M82 112h84M82 124h84M82 136h84M82 148h84M82 160h84M82 172h84"/></g>
<circle cx="220" cy="126" r="27" fill="#e8dcc0"/><circle cx="220" cy="126" r="18" fill="#c9694a"/><path d="m220 126 8-13" stroke="#fff4e0" stroke-width="4" stroke-linecap="round"/>
<circle cx="205" cy="174" r="8" fill="#e8dcc0"/><circle cx="235" cy="174" r="8" fill="#e8dcc0"/>`,
  },
  kite: {
    ground: '#cfe0e8',
    shapes: `<circle cx="262" cy="50" r="22" fill="#f3e6bd"/>
<path d="M170 30 232 92 148 158 96 82z" fill="#c9694a"/><path d="M170 30 148 158 96 82z" fill="#e08a5f"/>
<path d="M170 30 148 158M96 82l136 10" stroke="#7a3620" stroke-width="3"/>
<path d="M148 158c-10 20 22 26 6 44s-34 8-48 24" fill="none" stroke="#33475b" stroke-width="4" stroke-linecap="round"/>
<path d="m150 176 18-6-4 16zM146 206l-16-10-2 16z" fill="#33475b"/>`,
  },
  coat: {
    ground: '#e2d9dd',
    shapes: `<path d="M160 46c0-14 18-12 16 0-1 8-16 8-16 18" fill="none" stroke="#6a6358" stroke-width="5" stroke-linecap="round"/>
<path d="M92 78 160 58l68 20 28 84-26 10-14-34v78H104v-78l-14 34-26-10z" fill="#7b4b5d"/>
<path d="M132 66l28 34 28-34-28-8z" fill="#f0e4d6"/><path d="M160 100v116" stroke="#55313f" stroke-width="4"/>
<path d="m132 66 28 34-20 22-24-48zM188 66l-28 34 20 22 24-48z" fill="#8f5c6f"/>
<g fill="#e8c98e"><circle cx="150" cy="136" r="4"/><circle cx="150" cy="160" r="4"/><circle cx="150" cy="184" r="4"/></g>`,
  },
  vase: {
    ground: '#e3e0d3',
    shapes: `<ellipse cx="160" cy="210" rx="62" ry="7" fill="#c8c4b1"/>
<path d="M160 92c-6-30-30-34-34-60M160 92c2-34 4-42 0-70M160 92c6-26 26-34 38-48" fill="none" stroke="#55795f" stroke-width="4" stroke-linecap="round"/>
<g fill="#c9694a"><circle cx="126" cy="32" r="12"/><circle cx="160" cy="22" r="13"/><circle cx="198" cy="44" r="11"/></g>
<g fill="#e9b08a"><circle cx="126" cy="32" r="5"/><circle cx="160" cy="22" r="5"/><circle cx="198" cy="44" r="5"/></g>
<path d="M142 88h36c0 24 34 36 34 74 0 30-22 46-52 46s-52-16-52-46c0-38 34-50 34-74z" fill="#f7f5ee"/>
<path d="M111 150c20 16 78 16 98 0 2 8 3 12 2 20-22 16-80 16-102 0 0-8 0-12 2-20z" fill="#33609c"/>`,
  },
  guitar: {
    ground: '#e7dccb',
    shapes: `<g transform="rotate(28 160 120)"><rect x="152" y="6" width="16" height="112" fill="#4c3425"/><rect x="147" y="0" width="26" height="24" rx="4" fill="#2f2018"/>
<path d="M160 96c24 0 34 14 32 30-1 12 14 22 14 46 0 28-20 44-46 44s-46-16-46-44c0-24 15-34 14-46-2-16 8-30 32-30z" fill="#c67b3c"/>
<circle cx="160" cy="142" r="15" fill="#3a2519"/><rect x="142" y="186" width="36" height="7" rx="2" fill="#3a2519"/>
<g stroke="#f5e9d3" stroke-width="1.4"><path d="M156 24v164M160 24v164M164 24v164"/></g></g>`,
  },
  boots: {
    ground: '#d5dfd6',
    shapes: `<ellipse cx="160" cy="206" rx="110" ry="8" fill="#b4c3b6"/>
<path d="M72 60h58v84c26 10 44 22 46 46H72z" fill="#d5a52a"/><path d="M72 186h106v14H72z" fill="#5a4a2c"/><path d="M72 60h58v16H72z" fill="#b98c1c"/>
<path d="M156 48h58v90c28 10 48 24 50 48H156z" fill="#e6b93c"/><path d="M156 186h110v14H156z" fill="#6b5935"/><path d="M156 48h58v16h-58z" fill="#c89a26"/>`,
  },
  smock: {
    ground: '#d3dee2',
    shapes: `<path d="M160 40c0-14 18-12 16 0-1 8-16 8-16 18" fill="none" stroke="#6a6358" stroke-width="5" stroke-linecap="round"/>
<path d="M114 66 160 56l46 10 46 76-28 16-22-36v94H118v-94l-22 36-28-16z" fill="#f1e8d4"/>
<path d="M134 62c6 22 46 22 52 0l-26-6z" fill="#d9ccb0"/><path d="M160 78v26" stroke="#bcab86" stroke-width="4" stroke-linecap="round"/>
<path d="M118 122h84" stroke="#c9b993" stroke-width="3"/><path d="M132 122v13M150 122v13M170 122v13M188 122v13" stroke="#b8863c" stroke-width="4" stroke-linecap="round"/>
<g fill="#e4d8bd" stroke="#c9b993" stroke-width="3"><rect x="126" y="156" width="29" height="34" rx="3"/><rect x="165" y="156" width="29" height="34" rx="3"/></g>`,
  },
  bag: {
    ground: '#dbe3da',
    shapes: `<ellipse cx="160" cy="206" rx="96" ry="8" fill="#b9c6ba"/>
<path d="M124 96c0-60 72-60 72 0" fill="none" stroke="#8a5a35" stroke-width="9" stroke-linecap="round"/>
<path d="M90 88h140l14 114H76z" fill="#f1e8d4"/><path d="M81 162h158l5 40H76z" fill="#33609c"/><path d="M90 88h140l2 14H88z" fill="#ddd0b4"/>
<path d="M164 112v38h30zM156 118v32h-24z" fill="#c9694a"/><g fill="#b8863c"><circle cx="124" cy="96" r="5"/><circle cx="196" cy="96" r="5"/></g>`,
  },
  compass: {
    ground: '#e6ddc8',
    shapes: `<ellipse cx="160" cy="212" rx="74" ry="7" fill="#cabd9f"/>
<circle cx="160" cy="34" r="12" fill="none" stroke="#8a6a2c" stroke-width="6"/><path d="M151 44h18v16h-18z" fill="#8a6a2c"/>
<circle cx="160" cy="130" r="78" fill="#b98c3c"/><circle cx="160" cy="130" r="65" fill="#f7f1e0"/>
<path d="M160 74v11M160 175v11M104 130h11M205 130h11" stroke="#33475b" stroke-width="4" stroke-linecap="round"/>
<g transform="rotate(28 160 130)"><path d="M160 82l11 48h-22z" fill="#c9452f"/><path d="M160 178l11-48h-22z" fill="#33475b"/></g><circle cx="160" cy="130" r="6" fill="#b98c3c"/>`,
  },
  clock: {
    ground: '#d8dfe6',
    shapes: `<ellipse cx="160" cy="216" rx="78" ry="6" fill="#b9c3cd"/>
<circle cx="160" cy="122" r="86" fill="#a9793a"/><circle cx="160" cy="122" r="70" fill="#fbf7ea" stroke="#7d5526" stroke-width="4"/>
<path d="M160 62v11M160 171v11M100 122h11M209 122h11M118 80l7 7M195 157l7 7M202 80l-7 7M125 157l-7 7" stroke="#33475b" stroke-width="4" stroke-linecap="round"/>
<path d="M160 122V80M160 122l30 17" fill="none" stroke="#24323b" stroke-width="6" stroke-linecap="round"/><circle cx="160" cy="122" r="6" fill="#c9452f"/>`,
  },
} as const satisfies Record<string, Drawing>;
