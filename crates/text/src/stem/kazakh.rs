//! The endings of Kazakh nouns, taken off from the last to the first.
//!
//! A Kazakh noun is stem + plural + possessive + case, each ending in variants by the sound before it. The endings and the
//! sounds they follow are those of any school grammar (сингармонизм and ілгерінді ықпал: лар after vowels and р й у, дар after
//! л м н ң з ж, тар after voiceless consonants). They stand here in folded letters, so that a word typed without Kazakh letters
//! has the same stem. Vowel harmony is not asked for: folded ө ү ұ ә no longer show it.
//!
//! Endings are taken off until none fits, so that the stem of a stem is itself and every form of a noun comes to what its
//! plain form comes to. What this costs: a plain noun that ends like a case ("сауда" like "сау" + "да") would lose its end;
//! where that would make it another word, it stands in [`WHOLE`]. Verbs, adjectives and derived nouns ("құлдық" from "құл")
//! are left as they are: their endings change the meaning.

/// What an ending may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// A vowel, р, й or у.
    Open,
    /// л, м, н, ң, з, ж.
    Nasal,
    /// A vowel or a voiced consonant.
    Voiced,
    /// A voiceless consonant; б в г д at the end of borrowed words are spoken voiceless.
    Voiceless,
    /// A vowel.
    Vowel,
    /// а, е, я, or the шы, ші of who does something: few other stems end in ы or і, and many in ыс, іс (қылмыс, қылмысы).
    Wide,
    /// A consonant, й or у.
    Consonant,
    /// The possessive of the third person: ы or і.
    Possessive,
}

/// The endings: as written after folding, what they may follow, how many letters must be left. Longer endings first.
const ENDINGS: &[(&str, After, usize)] = &[
    // Case on a possessive, and "which is in".
    ("ндагы", After::Possessive, 3),
    ("ндеги", After::Possessive, 3),
    ("дагы", After::Voiced, 2),
    ("деги", After::Voiced, 2),
    ("тагы", After::Voiceless, 2),
    ("теги", After::Voiceless, 2),
    // Ours: еліміз, республикамыз.
    ("ымыз", After::Consonant, 2),
    ("имиз", After::Consonant, 2),
    ("мыз", After::Vowel, 4),
    ("миз", After::Vowel, 4),
    // Genitive.
    ("нын", After::Vowel, 3),
    ("нин", After::Vowel, 3),
    ("нын", After::Nasal, 2),
    ("нин", After::Nasal, 2),
    ("дын", After::Voiced, 2),
    ("дин", After::Voiced, 2),
    ("тын", After::Voiceless, 3),
    ("тин", After::Voiceless, 3),
    // Ablative.
    ("нан", After::Possessive, 3),
    ("нен", After::Possessive, 3),
    ("нан", After::Nasal, 3),
    ("нен", After::Nasal, 3),
    ("дан", After::Voiced, 3),
    ("ден", After::Voiced, 3),
    ("тан", After::Voiceless, 3),
    ("тен", After::Voiceless, 3),
    // Instrumental.
    ("мен", After::Voiced, 3),
    ("бен", After::Nasal, 3),
    ("пен", After::Voiceless, 3),
    // Plural.
    ("лар", After::Open, 2),
    ("лер", After::Open, 2),
    ("дар", After::Nasal, 2),
    ("дер", After::Nasal, 2),
    ("тар", After::Voiceless, 2),
    ("тер", After::Voiceless, 2),
    // Locative on a possessive.
    ("нда", After::Possessive, 3),
    ("нде", After::Possessive, 3),
    // Possessive of the third person with the accusative that is one letter: саудасын, құқығын.
    ("сын", After::Wide, 4),
    ("син", After::Wide, 4),
    ("ын", After::Consonant, 3),
    ("ин", After::Consonant, 3),
    // Dative, accusative, locative.
    ("на", After::Possessive, 3),
    ("не", After::Possessive, 3),
    ("га", After::Voiced, 3),
    ("ге", After::Voiced, 3),
    ("ка", After::Voiceless, 3),
    ("ке", After::Voiceless, 3),
    ("ны", After::Vowel, 3),
    ("ни", After::Vowel, 3),
    ("ды", After::Voiced, 3),
    ("ди", After::Voiced, 3),
    ("ты", After::Voiceless, 3),
    ("ти", After::Voiceless, 3),
    ("да", After::Voiced, 3),
    ("де", After::Voiced, 3),
    ("та", After::Voiceless, 3),
    ("те", After::Voiceless, 3),
    // Possessive of the third person.
    ("сы", After::Wide, 4),
    ("си", After::Wide, 4),
    ("ы", After::Consonant, 3),
    ("и", After::Consonant, 3),
    // "ауданы" is "аудан" + ы, "баланы" is "бала" + ны: the н that could belong to either is no part of a stem.
    ("н", After::Vowel, 3),
];

/// Plain words that end like a form of another word: trade, interest, person (in law), against, gold, team, general,
/// according to, gender, place, neck.
const WHOLE: &[&str] =
    &["сауда", "мудде", "тулга", "карсы", "алтын", "команда", "жалпы", "бойынша", "гендер", "орын", "мойын"];

/// Stems that lose a vowel before an ending, with the plain form: халық, халқы; орын, орны.
const SHORTENED: &[(&str, &str)] = &[("халк", "халык"), ("орн", "орын"), ("мойн", "мойын")];

/// The stem of a folded Kazakh word.
pub fn stem(word: &str) -> String {
    let mut rest = word;
    while let Some(shorter) = without_ending(rest) {
        rest = shorter;
    }
    settled(rest)
}

fn without_ending(word: &str) -> Option<&str> {
    if WHOLE.contains(&word) {
        return None;
    }
    let shorter = |(ending, after, least): &(&str, After, usize)| {
        let rest = word.strip_suffix(ending)?;
        (follows(rest, *after)? && *least <= rest.chars().count() && rest.chars().any(is_vowel)).then_some(rest)
    };
    // "орында" is "орын" + да, though нда is the longer ending.
    let whole = ENDINGS.iter().filter_map(shorter).find(|rest| WHOLE.contains(rest));
    whole.or_else(|| ENDINGS.iter().find_map(shorter))
}

/// Before a vowel қ, к and п become ғ, г and б (құқық, құқығы; мектеп, мектебі): at the end of a stem they are one.
fn settled(rest: &str) -> String {
    if let Some((_, plain)) = SHORTENED.iter().find(|(short, _)| *short == rest) {
        return (*plain).to_owned();
    }
    let harder = [('г', 'к'), ('б', 'п')].into_iter().find_map(|(soft, hard)| Some((rest.strip_suffix(soft)?, hard)));
    harder.map_or_else(|| rest.to_owned(), |(start, hard)| format!("{start}{hard}"))
}

fn follows(rest: &str, after: After) -> Option<bool> {
    let last = rest.chars().next_back()?;
    let voiceless = "кптсшщцчфхбвгд".contains(last);
    Some(match after {
        After::Open => is_vowel(last) || "рйу".contains(last),
        After::Nasal => "лмнзж".contains(last),
        After::Voiced => !voiceless,
        After::Voiceless => voiceless,
        After::Vowel => is_vowel(last),
        After::Consonant => !is_vowel(last) || last == 'у' || last == 'и',
        After::Wide => "аея".contains(last) || rest.ends_with("шы") || rest.ends_with("ши"),
        After::Possessive => "ыи".contains(last),
    })
}

fn is_vowel(letter: char) -> bool {
    "аеиоуыэюя".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::stem;
    use crate::fold;

    /// Forms of one noun, as written; the first is the plain one.
    const FORMS: &[&[&str]] = &[
        &[
            "адам",
            "адамдар",
            "адамның",
            "адамдардың",
            "адамға",
            "адамдарға",
            "адамды",
            "адамдарды",
            "адамнан",
            "адаммен",
        ],
        &["құлдық", "құлдықта", "құлдыққа", "құлдықтың", "құлдықтан", "құлдығы", "құлдықпен"],
        &[
            "жәбірленуші",
            "жәбірленушілер",
            "жәбірленушінің",
            "жәбірленушілерге",
            "жәбірленушілердің",
            "жәбірленушілермен",
        ],
        &["сауда", "саудасы", "саудасына", "саудасын", "саудасының", "саудасымен", "саудасында", "саудаға", "саудамен"],
        &["құқық", "құқығы", "құқықтар", "құқықтары", "құқықтарын", "құқығын", "құқығының", "құқықтарының", "құқыққа"],
        &["еңбек", "еңбегі", "еңбекке", "еңбекті", "еңбектің", "еңбегін"],
        &["мектеп", "мектебі", "мектептер", "мектепте", "мектебінде"],
        &["көрсеткіш", "көрсеткіштер", "көрсеткіштері", "көрсеткішінің", "көрсеткіштердің"],
        &["қылмыс", "қылмысы", "қылмыстар", "қылмыстың", "қылмыстан", "қылмыстарға"],
        &["бала", "балалар", "баласы", "балалардың", "балаларға", "балаларды", "балалармен"],
        &["мемлекет", "мемлекеттер", "мемлекеттің", "мемлекетте", "мемлекеттері", "мемлекетіміз"],
        &["орталық", "орталығы", "орталықтар", "орталықтары", "орталықтарында", "орталықта"],
        &["қызмет", "қызметі", "қызметтер", "қызметтерді", "қызметтерімен", "қызметтеріне"],
        &["комиссия", "комиссиясы", "комиссиясының", "комиссиялар", "комиссияның", "комиссияға"],
        &["халық", "халқы", "халқының", "халықтың", "халыққа"],
        &["ел", "елдер", "елдің", "елдегі", "елдердің", "еліміз"],
        &["тұлға", "тұлғалар", "тұлғаның", "тұлғалардың", "тұлғаға"],
        &["ұсыным", "ұсынымдар", "ұсынымдары", "ұсынымдардың", "ұсынымдарға"],
        &["қала", "қалалар", "қаласы", "қаласында", "қаладағы", "қалада"],
        &["жұмыс", "жұмысы", "жұмысын", "жұмыстар", "жұмыста", "жұмыстың"],
        &["қатысушы", "қатысушысы", "қатысушылар", "қатысушылардың", "қатысушыға"],
        &["құрбан", "құрбаны", "құрбандар", "құрбандары", "құрбандарының"],
        &["орын", "орны", "орында", "орындар"],
        &["аудан", "аудандар", "ауданы", "ауданында", "аудандарда"],
        &["Қазақстан", "Қазақстанның", "Қазақстанда", "Қазақстандағы", "Қазақстанға", "Қазақстаннан"],
    ];

    /// Different words, however alike.
    const APART: &[(&str, &str)] = &[
        ("сауда", "сау"),
        ("құл", "құлдық"),
        ("карта", "қар"),
        ("қарсы", "қар"),
        ("алтын", "алты"),
        ("адам", "ада"),
        ("жұмыс", "жұмысшы"),
        ("Қазақстан", "қазақ"),
        ("мүдде", "мүд"),
        ("заң", "заңгер"),
    ];

    #[test]
    fn forms_of_a_noun_share_their_stem() {
        for forms in FORMS {
            let stems: Vec<String> = forms.iter().map(|form| stem(&fold::word(form))).collect();
            for (form, found) in forms.iter().zip(&stems) {
                assert_eq!(found, &stems[0], "{form}");
            }
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (left, right) in APART {
            assert_ne!(stem(&fold::word(left)), stem(&fold::word(right)), "{left} {right}");
        }
    }

    #[test]
    fn short_words_stay_whole() {
        for word in ["ол", "да", "адам", "бас", "сан", "жыл", "үй", "ана", "баға", "апта", "орта", "лидер", "волонтер"]
        {
            let folded = fold::word(word);
            assert_eq!(stem(&folded), folded, "{word}");
        }
    }

    #[test]
    fn the_stem_of_a_stem_is_itself() {
        for form in FORMS.iter().flat_map(|forms| forms.iter()) {
            let once = stem(&fold::word(form));
            assert_eq!(stem(&once), once, "{form}");
        }
    }
}
