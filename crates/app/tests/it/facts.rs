//! Facts go in whole, once, and with their history.

use crate::world::{TODAY, loaded};
use pana_app::facts;

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let (db, library, first) = loaded().await;
    assert!(first.iter().all(|pack| pack.added > 0), "{first:?}");
    let second = facts::load_builtin(&db, &library, TODAY).await.expect("it loads again");
    assert!(second.iter().all(|pack| pack.added == 0 && pack.corrected == 0), "{second:?}");
}
