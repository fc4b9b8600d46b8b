//! Levers and ways as JSON.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{Lever, Lifted, Way, What, share};

impl Serialize for Lever {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("lever", &self.name)?;
        map.serialize_entry("standing", &self.standing)?;
        map.serialize_entry("cost", &self.cost)?;
        if let What::Dial(dial) = &self.what {
            map.serialize_entry("from", &dial.from)?;
            map.serialize_entry("to", &dial.to)?;
        }
        if let Some(dose) = &self.dose {
            map.serialize_entry("dose", dose)?;
            map.serialize_entry("value", &self.value(dose.share))?;
            map.serialize_entry("value_low", &dose.low.and_then(|low| self.value(low)))?;
            map.serialize_entry("value_high", &dose.high.and_then(|high| self.value(high)))?;
        }
        map.serialize_entry("at", &self.at)?;
        map.serialize_entry("cost_at", &self.cost_at())?;
        map.serialize_entry("level", &self.level)?;
        map.end()
    }
}

/// A way with the names of its levers.
struct Named<'l>(&'l Lifted, &'l Way);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(lifted, way) = self;
        let part = |part: &super::Part| serde_json::json!({ "lever": lifted.levers[part.lever].name, "dose": share(part.dose) });
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("parts", &way.parts.iter().map(part).collect::<Vec<_>>())?;
        map.serialize_entry("cost", &way.cost)?;
        map.serialize_entry("reaches", &way.is_sure)?;
        map.serialize_entry("places", &way.places)?;
        map.serialize_entry("level", &way.level)?;
        map.serialize_entry("interaction", &way.interaction)?;
        map.serialize_entry("settings", &lifted.settings(way))?;
        map.end()
    }
}

impl Serialize for Lifted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("target", &self.target.to_string())?;
        map.serialize_entry("base", &self.base)?;
        map.serialize_entry("base_stands", &self.side())?;
        map.serialize_entry("levers", &self.levers)?;
        map.serialize_entry("ways", &self.ways.iter().map(|way| Named(self, way)).collect::<Vec<_>>())?;
        map.serialize_entry("combinations", &self.terms)?;
        map.serialize_entry("choices", &self.held)?;
        map.serialize_entry("negotiations", &self.negotiations)?;
        map.serialize_entry("unfinished", &self.unfinished)?;
        map.serialize_entry("interrupted", &self.is_interrupted)?;
        map.end()
    }
}
