import { stemmerFor } from '../search/stem-word.ts';

const stem = stemmerFor('en');

/** Forms that no stemmer leads back: each line a base form and what it becomes. */
const IRREGULAR = `
be am is are was were been being|have has had having|do does did done|go goes went gone|say said|get got gotten
make made|know knew known|think thought|take took taken|see saw seen|come came|give gave given|find found|tell told
feel felt|leave left|put|bring brought|begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard
let|mean meant|set|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|read|grow grew grown
lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken
spend spent|cut|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought
throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten|sing sang sung|drink drank drunk
eat ate eaten|fly flew flown|sleep slept|fight fought|teach taught|sell sold|shoot shot|strike struck|swear swore sworn
swim swam swum|tear tore torn|wake woke woken|weep wept|wind wound|bear bore borne born|beat beaten|bend bent
bite bit bitten|blow blew blown|creep crept|dig dug|feed fed|flee fled|forgive forgave forgiven|freeze froze frozen
hang hung|hide hid hidden|kneel knelt|lay laid|leap leapt|lend lent|light lit|ride rode ridden|ring rang rung
shake shook shaken|shine shone|shrink shrank shrunk|sink sank sunk|slide slid|spin spun|spring sprang sprung
steal stole stolen|stick stuck|sweep swept|swing swung|burn burnt|dream dreamt|learn learnt|smell smelt|bind bound
cling clung|sting stung|show shown|become became|overcome overcame|undertake undertook undertaken|withdraw withdrew
man men|woman women|child children|foot feet|tooth teeth|mouse mice|wife wives|life lives|knife knives|leaf leaves
half halves|self selves|wolf wolves|thief thieves|good better best|bad worse worst|far further farther
i me my mine myself|he him his himself|she her hers herself|we us our ours ourselves|they them their theirs themselves
you your yours yourself|it its itself|this these|that those|not n't nt`;

/** The stemmer takes "one" for an inflection of "on". */
const UNSTEMMED: readonly (readonly [string, string])[] = [['one', 'one']];

const BASES: ReadonlyMap<string, string> = new Map([
  ...UNSTEMMED,
  ...IRREGULAR.split(/[|\n]/u).flatMap((line) => {
    const [base = '', ...forms] = line.split(' ');
    return [base, ...forms].map((form) => [form, stem(base)] as const);
  }),
]);

/** Takes an English word in lower case to the form it shares with its inflections, irregular ones too: "took" to "take". */
export function stemEnglish(word: string): string {
  return BASES.get(word) ?? stem(word);
}
