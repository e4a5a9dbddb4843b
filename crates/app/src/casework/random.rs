//! The operating system's random bytes.

use pana_vault::Random;

/// Unpredictable bytes of the system.
pub struct System;

impl Random for System {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Without randomness every key would be guessable: there is nothing to go on with.
        getrandom::fill(bytes).expect("the system gives random bytes");
    }
}
