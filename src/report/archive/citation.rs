//! `CITATION.cff`: how to cite an archive (Citation File Format 1.2.0).

use super::Archive;

/// The file.
pub fn citation(archive: &Archive<'_>) -> String {
    let manifest = archive.manifest;
    let authors: String = if archive.authors.is_empty() {
        // The format wants an author; who it is, only they know.
        "  - name: \"(to be filled in: the authors of this study)\"\n".to_owned()
    } else {
        archive.authors.iter().map(|name| author(name)).collect()
    };
    let licence = archive.licence.map_or_else(String::new, |licence| format!("license: {}\n", licence.id()));
    format!(
        "cff-version: 1.2.0\n\
         message: \"If you use these data, please cite them as below, and the program that made them.\"\n\
         type: dataset\n\
         title: {}\n\
         date-released: {}\n\
         {licence}\
         authors:\n{authors}\
         references:\n  \
           - type: software\n    \
             title: \"plenary: a multilateral negotiation simulator\"\n    \
             version: {}\n    \
             authors:\n      \
               - name: \"the plenary authors\"\n",
        quoted(&manifest.title),
        archive.date,
        manifest.version
    )
}

/// "Family, Given" is a person; any other name is taken whole.
fn author(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) => format!(
            "  - family-names: {}\n    given-names: {}\n",
            quoted(family.trim()),
            quoted(given.trim())
        ),
        None => format!("  - name: {}\n", quoted(name.trim())),
    }
}

/// A string of YAML in double quotes: those of JSON are.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
