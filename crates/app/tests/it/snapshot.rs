//! The snapshot of Kazakhstan 2023 says what the official one says.

use pana_app::snapshot::make;
use pana_publish::figures::Dress;
use pana_text::Lang;

use crate::world::desk;

#[tokio::test]
async fn dump() {
    let desk = desk().await;
    let shelf = desk.shelf().await.expect("the room");
    for lang in Lang::ALL {
        for (c, e) in [("KAZ", "2023"), ("KAZ", "2018"), ("BRB", "2018"), ("ISL", "2023")] {
            let snapshot = make(&shelf, &desk.library, c, Some(e), lang, Dress::Page).unwrap_or_else(|e| panic!("{e}"));
            std::fs::write(
                format!("/tmp/snap-{c}-{e}-{lang}.json"),
                serde_json::to_string_pretty(&snapshot).expect("json"),
            )
            .expect("write");
        }
    }
}
