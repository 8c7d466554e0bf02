//! The published weights of the pack, widened to what the arithmetic uses.

use pul_pack::Scoring;

/// `scoring.toml`, named as there.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub(crate) asker: AskerWeights,
    pub(crate) offerer: OffererWeights,
    pub(crate) less: u32,
    pub(crate) more: u32,
    pub(crate) must: u32,
    pub(crate) should: u32,
    pub(crate) nice: u32,
    pub(crate) unknown_percent: u32,
    pub(crate) default_days: u32,
    pub(crate) wanted_overlap_minutes: u32,
    pub(crate) full_time_hours: u32,
    pub(crate) full_room_percent: u32,
    pub(crate) hours_per_day: u64,
    pub(crate) days_per_month: u64,
    pub(crate) months_per_year: u64,
    pub(crate) per_year: u32,
    pub(crate) per_reference: u32,
    pub(crate) per_outcome: u32,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct AskerWeights {
    pub(crate) skills: u32,
    pub(crate) level: u32,
    pub(crate) price: u32,
    pub(crate) overlap: u32,
    pub(crate) language: u32,
    pub(crate) record: u32,
    pub(crate) capacity: u32,
    pub(crate) sector: u32,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct OffererWeights {
    pub(crate) role: u32,
    pub(crate) price: u32,
    pub(crate) workload: u32,
    pub(crate) length: u32,
    pub(crate) sector: u32,
}

impl Weights {
    pub(crate) fn new(scoring: &Scoring) -> Weights {
        let (a, o) = (&scoring.asker, &scoring.offerer);
        let (unstated, price, record) = (&scoring.unstated, &scoring.price, &scoring.record);
        Weights {
            asker: AskerWeights {
                skills: a.skills.into(),
                level: a.level.into(),
                price: a.price.into(),
                overlap: a.overlap.into(),
                language: a.language.into(),
                record: a.record.into(),
                capacity: a.capacity.into(),
                sector: a.sector.into(),
            },
            offerer: OffererWeights {
                role: o.role.into(),
                price: o.price.into(),
                workload: o.workload.into(),
                length: o.length.into(),
                sector: o.sector.into(),
            },
            less: scoring.mutual.less.into(),
            more: scoring.mutual.more.into(),
            must: scoring.importance.must.into(),
            should: scoring.importance.should.into(),
            nice: scoring.importance.nice.into(),
            unknown_percent: unstated.unknown_percent.into(),
            default_days: unstated.default_days.into(),
            wanted_overlap_minutes: unstated.wanted_overlap_minutes.into(),
            full_time_hours: unstated.full_time_hours.into(),
            full_room_percent: price.full_room_percent.into(),
            hours_per_day: price.hours_per_day.into(),
            days_per_month: price.days_per_month.into(),
            months_per_year: price.months_per_year.into(),
            per_year: record.per_year.into(),
            per_reference: record.per_reference.into(),
            per_outcome: record.per_outcome.into(),
        }
    }

    /// The mutual score of two views.
    pub(crate) fn mutual(&self, asker: u32, offerer: u32) -> u32 {
        self.less * asker.min(offerer) + self.more * asker.max(offerer)
    }
}
