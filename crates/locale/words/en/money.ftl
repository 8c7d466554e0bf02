# Currencies, by ISO 4217 code; names from CLDR.
currency-cad = Canadian Dollar
currency-usd = US Dollar
currency-pkr = Pakistani Rupee
currency-eur = Euro
currency-gbp = British Pound
currency-aed = United Arab Emirates Dirham
currency-inr = Indian Rupee
currency-sar = Saudi Riyal
currency-jpy = Japanese Yen
currency-aud = Australian Dollar
currency-cny = Chinese Yuan
