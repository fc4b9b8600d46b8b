//! `ro-crate-metadata.json`: what an archive holds and how it was made, for repositories (RO-Crate 1.1,
//! <https://w3id.org/ro/crate/1.1>).

use serde_json::{Value as Json, json};

use super::{Archive, ArchivedFile, describe};
use crate::language::Language;

/// The address of the specification.
const RO_CRATE: &str = "https://w3id.org/ro/crate/1.1";
/// The file itself.
pub const METADATA: &str = "ro-crate-metadata.json";

/// The document.
pub fn metadata(archive: &Archive<'_>) -> Json {
    let people: Vec<Json> = (1..).zip(archive.authors).map(|(n, name)| person(n, name)).collect();
    let mut graph = vec![
        json!({
            "@id": METADATA, "@type": "CreativeWork",
            "conformsTo": { "@id": RO_CRATE }, "about": { "@id": "./" },
        }),
        root(archive, &people),
        json!({
            "@id": "#plenary", "@type": "SoftwareApplication", "name": "plenary",
            "description": "A multilateral negotiation simulator", "version": archive.manifest.version,
        }),
        action(archive),
    ];
    graph.extend(archive.files.iter().map(file));
    graph.extend(people);
    graph.extend(archive.licence.map(|licence| {
        json!({
            "@id": licence.url(), "@type": "CreativeWork", "name": licence.name(), "identifier": licence.id(),
        })
    }));
    json!({ "@context": format!("{RO_CRATE}/context"), "@graph": graph })
}

fn ids<'f>(files: impl Iterator<Item = &'f ArchivedFile>) -> Vec<Json> {
    files.map(|file| json!({ "@id": file.name })).collect()
}

fn root(archive: &Archive<'_>, people: &[Json]) -> Json {
    let manifest = archive.manifest;
    let about = if archive.about.is_empty() { manifest.title.as_str() } else { archive.about };
    let licence = match archive.licence {
        Some(licence) => json!({ "@id": licence.url() }),
        None => json!("No licence has been chosen"),
    };
    let mut root = json!({
        "@id": "./", "@type": "Dataset", "name": manifest.title, "description": about,
        "datePublished": archive.date, "license": licence, "hasPart": ids(archive.files.iter()),
        "mentions": [{ "@id": "#made" }],
    });
    if !people.is_empty() {
        root["author"] = people.iter().map(|person| json!({ "@id": person["@id"] })).collect();
    }
    root
}

/// How the results came about.
fn action(archive: &Archive<'_>) -> Json {
    let is_input = |file: &&ArchivedFile| file.name.ends_with(".ron") || file.name == "list.csv";
    let is_table =
        |name: &str| archive.manifest.tables.iter().any(|t| t.files.iter().any(|f| f.file == name));
    json!({
        "@id": "#made", "@type": "CreateAction", "name": format!("plenary {}", archive.manifest.command),
        "description": archive.again.join("; "), "instrument": { "@id": "#plenary" },
        "object": ids(archive.files.iter().filter(is_input)),
        "result": ids(archive.files.iter().filter(|file| is_table(&file.name))),
    })
}

fn file(file: &ArchivedFile) -> Json {
    json!({
        "@id": file.name, "@type": "File", "name": file.name, "encodingFormat": media_type(&file.name),
        "contentSize": file.bytes.to_string(), "sha256": file.sha256,
        "description": describe(Language::English, &file.name),
    })
}

fn person(n: usize, name: &str) -> Json {
    match name.split_once(',') {
        Some((family, given)) => json!({
            "@id": format!("#author-{n}"), "@type": "Person", "name": format!("{} {}", given.trim(), family.trim()),
            "familyName": family.trim(), "givenName": given.trim(),
        }),
        None => json!({ "@id": format!("#author-{n}"), "@type": "Person", "name": name.trim() }),
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "csv" => "text/csv",
        "json" => "application/json",
        "md" => "text/markdown",
        "parquet" => "application/vnd.apache.parquet",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "html" => "text/html",
        _ => "text/plain",
    }
}
