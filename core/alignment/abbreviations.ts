/** Words before a stop that does not end the sentence; in lower case, with the stops inside and without spaces. */
export interface Abbreviations {
  /** Something always follows: titles, "e.g.". */
  readonly never: ReadonlySet<string>;
  /** A number follows: "No. 5", "Art. 3"; otherwise it is a word or the end. */
  readonly beforeNumber: ReadonlySet<string>;
  /** Often the last word; a capital letter behind it begins a sentence: "etc.". */
  readonly final: ReadonlySet<string>;
}

const ENGLISH: Abbreviations = {
  never: listOf(
    'mr mrs ms messrs mme mlle dr prof rev hon sr jr st gen col lt maj capt sgt cmdr adm gov sen rep pres amb e.g i.e eg ie ' +
      'cf vs v viz ed eds trans dept univ ave blvd rd mt approx al ph',
  ),
  beforeNumber: listOf(
    'no nos art arts sec secs par para paras ch chap vol vols p pp fig figs tab eq annex app cl reg jan feb mar apr jun ' +
      'jul aug sep sept oct nov dec c ca',
  ),
  final: listOf('etc a.m p.m a.d b.c inc ltd co corp ph.d m.a b.a'),
};

const RUSSIAN: Abbreviations = {
  never: listOf(
    'т.е т.к т.н т.о г гг в вв им ул пр просп пл д кв обл р-н пос акад проф доц др.-греч напр ср см св гр тов ' +
      'мин н.э до.н.э о оз р',
  ),
  beforeNumber: listOf('ст п пп гл ч разд рис табл стр с т тт вып №'),
  final: listOf('т.д т.п др пр руб коп млн млрд тыс'),
};

/** The abbreviations of a language. */
export function abbreviationsOf(language: 'en' | 'ru'): Abbreviations {
  return language === 'ru' ? RUSSIAN : ENGLISH;
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
