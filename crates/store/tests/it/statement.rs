//! Every statement of the five tables is understood by both engines, with the columns its noun has.

use pana_evidence::cells::Row;
use pana_evidence::{Indicator, Observation, Place, Relation, Source};
use pana_store::row::{Kept, newest};

use crate::engine::each;

async fn check<K: Kept>(name: &str) {
    for (engine, db) in each(name).await {
        let columns = <K as Row>::COLUMNS.join(", ");
        for sql in [K::ALL, K::NEWEST] {
            assert!(sql.starts_with(&format!("select {columns}, cast(revision as text)")), "{engine}: {sql}");
            db.read(sql, &[]).await.unwrap_or_else(|error| panic!("{engine}: {sql}: {error}"));
        }
        assert!(K::INSERT.contains(&format!("({columns}, revision, import_id)")), "{engine}: {}", K::INSERT);
        newest::<K>(&db).await.unwrap_or_else(|error| panic!("{engine}: {error}"));
    }
}

#[tokio::test]
async fn sources() {
    check::<Source>("s_sources").await;
}

#[tokio::test]
async fn geographies() {
    check::<Place>("s_geographies").await;
}

#[tokio::test]
async fn indicators() {
    check::<Indicator>("s_indicators").await;
}

#[tokio::test]
async fn indicator_relations() {
    check::<Relation>("s_relations").await;
}

#[tokio::test]
async fn observations() {
    check::<Observation>("s_observations").await;
}
