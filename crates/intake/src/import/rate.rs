//! The rate of an offer, the budget of an ask.

use super::build::RowReader;
use super::money;
use crate::mapping::{Pick, Picked, Unknown};
use crate::table::short;
use pul_domain::{Finding, Rate};

impl RowReader<'_> {
    pub(super) fn rate(&mut self) -> Option<Rate> {
        let fields = &self.mapping.fields;
        let amount = fields.amount.as_ref()?;
        let stated = self.picked("amount", amount, false).into_iter().next()?;
        let pack = self.pack;
        let currency = self.one("currency", fields.currency.as_ref(), |text| money::currency(text, pack));
        let per = self.one("per", fields.per.as_ref(), money::unit);
        let Some(currency) = currency else {
            self.money_incomplete(&stated, "currency", fields.currency.as_ref());
            return None;
        };
        let (habits, scale) = (&self.mapping.habits, self.mapping.scale);
        let read = money::amount(&stated.text, habits, scale, currency);
        let read = self.settle(amount.unknown, &stated, read)?;
        if read.rounded {
            let place = stated.place(self.file, self.row);
            self.findings.push(Finding::warning(
                "amount-rounded",
                place,
                format!("{:?} is finer than {currency} is counted; rounded half up.", short(&stated.text)),
                "Write at most the decimals the currency has.",
            ));
        }
        let Some(per) = per else {
            self.money_incomplete(&stated, "per", fields.per.as_ref());
            return None;
        };
        let rate = Rate { minor: read.minor, currency, per };
        self.plausible(&stated, rate)
    }

    /// An amount without its currency or unit means nothing: left unstated if the mapping
    /// drops unknown ones.
    fn money_incomplete(&mut self, stated: &Picked, what: &str, pick: Option<&Pick>) {
        let place = stated.place(self.file, self.row);
        let cause = format!("There is an amount, {:?}, but no {what} to read it by.", short(&stated.text));
        let finding = match pick.map(|pick| pick.unknown) {
            Some(Unknown::Drop) => Finding::warning(
                "amount-dropped",
                place,
                cause,
                "State it, or leave the amount empty; it was left unstated.",
            ),
            _ => Finding::fault("amount-incomplete", place, cause, "State it, or leave the amount empty."),
        };
        self.findings.push(finding);
    }

    /// Amounts out of the mapping's bounds are left unstated, with a warning.
    fn plausible(&mut self, stated: &Picked, rate: Rate) -> Option<Rate> {
        let bounds = self.mapping.plausible.iter().find(|bounds| bounds.currency == rate.currency);
        let Some(bounds) = bounds else {
            return Some(rate);
        };
        let major = u64::try_from(rate.currency.minor_per_major()).unwrap_or(1);
        let (least, most) = (bounds.least.saturating_mul(major), bounds.most.saturating_mul(major));
        if (least..=most).contains(&rate.minor) {
            return Some(rate);
        }
        let place = stated.place(self.file, self.row);
        self.findings.push(
            Finding::warning(
                "implausible-rate",
                place,
                format!(
                    "{rate} is not between {} and {} {}; left unstated.",
                    bounds.least, bounds.most, rate.currency
                ),
                "Check the amount, its currency and what it is for; or mend [[plausible]] in the mapping.",
            )
            .with("text", rate)
            .with("least", format!("{} {}", bounds.least, bounds.currency))
            .with("most", format!("{} {}", bounds.most, bounds.currency)),
        );
        None
    }
}
