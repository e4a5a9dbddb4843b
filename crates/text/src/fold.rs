//! Fold: one letter for the letters that a reader may type for each other, so that both find the same word.
//!
//! Small letters; ё is е, as Russian is usually printed; a Kazakh letter is the Russian one that stands for it on a keyboard
//! without Kazakh letters. One letter stays one letter, so that a place in the folded word is the same place in the written one.

/// The letter that stands for a letter.
pub fn letter(written: char) -> char {
    match written.to_lowercase().next().unwrap_or(written) {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    }
}

/// A word in folded letters.
pub fn word(written: &str) -> String {
    written.chars().map(letter).collect()
}
