// The package's own types leave its dictionaries out. Each is 'key value|key value|…'.
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  export { dictionary as default };
}
declare module 'opencc-js/dict/STCharacters' {
  const dictionary: string;
  export { dictionary as default };
}
