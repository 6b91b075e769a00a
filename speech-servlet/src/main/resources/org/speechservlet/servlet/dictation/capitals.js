/** The first letter of a phrase, which the recognizer always writes as if a sentence began there. */

/**
 * Words that are written small inside a sentence whatever they mean. Names, nouns and forms of address are not among
 * them, so nothing is made small that should not be: a capital that stays is the smaller fault.
 *
 * @type {Record<string, Set<string>>}
 */
const SMALL_WORDS = {
  en: words('a an and are as at be because been but by can could did do does for from had has have he her his how '
    + 'if in into is it its me my no not of on or our she should so than that the their them then there '
    + 'these they this those to was we were what when where which while who why with would you your'),
  de: words('aber als am an auch auf aus bei bis da damit dann das dass dem den denn der des die dies diese '
    + 'dieser dieses doch du durch ein eine einem einen einer er es für gegen hat ich im in ist ja jetzt '
    + 'kein keine mit nach nicht noch nur ob oder ohne sehr seit sich sind so über um und unter vom von vor '
    + 'war was weil wenn wer wie wir wird wo zu zum zur zwischen'),
  fr: words('à afin alors après au aussi aux avant avec c car ce cela ces cet cette comme d dans de depuis des '
    + 'donc du elle elles en est et il ils j je l la le les leur lui ma mais mes moi mon n ne nous on ou où '
    + 'par pas plus pour puis qu quand que qui s sa sans se ses si son sont sous sur ta tes ton tu un une '
    + 'vers vos votre vous y'),
  es: words('a al aunque como con cuando de del desde donde e el ella ellas ellos en entre era es esa ese eso '
    + 'esta este esto está fue ha hasta hay la las le les lo los mas me mi muy más ni no nos o para pero '
    + 'por porque que qué se si sin sobre son su sus sí también te tu u un una unas unos y ya yo'),
};

const SENTENCE_ENDS = /(^|[.!?…:。！？]["”’»)\]]*\s*|\n\s*)["“„«‘¿¡(\[]*$/u;

/**
 * @param {string} phrase
 * @param {string} before the text up to the caret
 * @param {string | undefined} language BCP 47
 * @returns {string} begun small where it goes on with a sentence and that is safe
 */
export function continued(phrase, before, language) {
  const [, first = ''] = /^(\p{L}+)/u.exec(phrase) ?? [];
  const smallWords = SMALL_WORDS[primary(language)];
  if (SENTENCE_ENDS.test(before) || !smallWords?.has(first.toLowerCase()) || isShouted(first)) {
    return phrase;
  }
  return first.toLowerCase() + phrase.slice(first.length);
}

/**
 * @param {string} phrase
 * @returns {boolean} whether it is one sentence, of which a one-line field wants no full stop
 */
export function isOneSentence(phrase) {
  return /[^.!?…]\.$/u.test(phrase) && !/[.!?…]/u.test(phrase.slice(0, -1).replace(/(\d)[.](\d)/g, '$1$2'));
}

/** @param {string} word */
function isShouted(word) {
  return word.length > 1 && word === word.toUpperCase();
}

/** @param {string | undefined} language */
function primary(language) {
  return (language ?? '').split('-')[0].toLowerCase();
}

/** @param {string} list */
function words(list) {
  return new Set(list.split(' '));
}
