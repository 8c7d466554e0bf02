//! Money, from exact minor units.

use crate::Locale;
use crate::table::Table;
use pul_domain::Money;

impl Locale {
    /// An amount with the sign this language uses: `$1,234.50`, `1 234,50 $`, `CA$1,234.50`.
    ///
    /// A bare `$` means Canadian dollars in Canada and United States dollars in Pakistan, as
    /// CLDR has it. Where a page shows both, use [`Locale::money_code`].
    pub fn money(&self, amount: Money) -> String {
        let code = amount.currency.as_str();
        let sign = Table::of(self.language())
            .signs
            .iter()
            .find(|(known, _)| *known == code)
            .map_or(code, |(_, sign)| sign);
        self.money_as(amount, sign)
    }

    /// An amount with its ISO 4217 code, which nobody can mistake: `CAD 1,234.50`,
    /// `1 234,50 CAD`. The form for quotes, papers and anything signed.
    pub fn money_code(&self, amount: Money) -> String {
        self.money_as(amount, amount.currency.as_str())
    }

    /// The figure alone, for a column whose heading names the currency: `1,234.50`.
    pub fn money_figure(&self, amount: Money) -> String {
        self.decimal(amount.minor, amount.currency.exponent())
    }

    fn money_as(&self, amount: Money, sign: &str) -> String {
        let table = Table::of(self.language());
        let letter_at_number = sign.chars().next_back().is_some_and(char::is_alphabetic);
        let pattern = if letter_at_number { table.money_alpha } else { table.money };
        let minor = i128::from(amount.minor);
        let figure = self.magnitude(minor.unsigned_abs(), amount.currency.exponent());
        let body = pattern.replace("#,##0.00", &figure).replace('¤', sign);
        self.figure_run(self.sign(minor, &body))
    }
}
