//! A record of what was said for seats: JSON lines, the first of which says of which negotiation.

use std::{collections::BTreeMap, fmt::Write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::{protocol, script::Script};
use crate::{
    diagnostic::Diagnose,
    language::Message,
    model::Model,
    negotiation::{Spoken, Voice},
};

/// Of which negotiation a record is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// The version of plenary that wrote it.
    pub plenary: String,
    /// The hash of the scenario.
    pub scenario: String,
    /// The master seed.
    pub seed: u64,
    /// The replicate.
    pub replicate: u64,
    /// The keys of the seats that were taken, each with who took it.
    pub seats: BTreeMap<String, String>,
}

/// What was said for seats in one negotiation.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Of which negotiation; none of a script that somebody wrote.
    pub heading: Option<Heading>,
    /// What each seat says; under no seat what is said for whichever the script is given to.
    pub scripts: Vec<(Option<Voice>, Script)>,
}

/// A record that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct RecordError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: String,
}

impl Diagnose for RecordError {
    fn help(&self) -> Option<Message> {
        Some("each line is one JSON object, as in {\"round\": 3, \"say\": {\"answer\": \"object\"}}".into())
    }
}

impl Record {
    /// The record of what was said, as a file.
    pub fn write(model: &Model, heading: &Heading, spoken: &[Spoken]) -> String {
        let mut file = format!("{}\n", json!(heading));
        for one in spoken {
            let mut line = json!({
                "round": one.round,
                "seat": one.seat.name(model),
                "say": protocol::saying(model, &one.said),
            });
            if !one.refused.is_empty() {
                let refused: Vec<String> = one.refused.iter().map(ToString::to_string).collect();
                line["refused"] = json!(refused);
            }
            let _ = writeln!(file, "{line}");
        }
        file
    }

    /// Reads a record, or a script of such lines.
    ///
    /// # Errors
    /// If a line is no JSON object or says something that does not exist.
    pub fn read(model: &Model, file: &str, text: &str) -> Result<Self, RecordError> {
        let mut record = Self { heading: None, scripts: Vec::new() };
        for (k, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let error = |problem: String| RecordError { file: file.to_owned(), line: k + 1, problem };
            let object: Map<String, Json> = serde_json::from_str(line).map_err(|e| error(e.to_string()))?;
            if k == 0 && object.contains_key("plenary") {
                let heading =
                    serde_json::from_value(Json::Object(object)).map_err(|e| error(e.to_string()))?;
                record.heading = Some(heading);
            } else {
                record.add(model, &object).map_err(error)?;
            }
        }
        Ok(record)
    }

    fn add(&mut self, model: &Model, line: &Map<String, Json>) -> Result<(), String> {
        let known = ["round", "seat", "say", "refused"];
        if let Some(stray) = line.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(format!("there is no field \"{stray}\": {}", crate::document::nearest(stray, known)));
        }
        let round = line.get("round").and_then(Json::as_u64).and_then(|round| u32::try_from(round).ok());
        let round = round.filter(|round| *round > 0).ok_or("expected \"round\", a whole number from 1")?;
        let seat = match line.get("seat").map(|name| name.as_str().unwrap_or_default()) {
            None => None,
            Some(name) => {
                Some(Voice::find(model, name).ok_or_else(|| format!("there is no seat \"{name}\""))?)
            }
        };
        let said = line.get("say").and_then(Json::as_object).ok_or("expected \"say\", an object")?;
        let saying = protocol::read(model, said);
        if let Some(refusal) = saying.unreadable.first() {
            return Err(refusal.to_string());
        }
        match self.scripts.iter_mut().find(|(of, _)| *of == seat) {
            Some((_, script)) => script.write(round, saying),
            None => {
                let mut script = Script::default();
                script.write(round, saying);
                self.scripts.push((seat, script));
            }
        }
        Ok(())
    }

    /// What is said for a seat: what is written for it, else what is written for no seat.
    pub fn script_of(&self, seat: Voice) -> Script {
        let of = |whom: Option<Voice>| self.scripts.iter().find(|(seat, _)| *seat == whom);
        of(Some(seat)).or_else(|| of(None)).map(|(_, script)| script.clone()).unwrap_or_default()
    }
}
