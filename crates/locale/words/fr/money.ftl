# Monnaies, par code ISO 4217 ; noms du CLDR.
currency-cad = dollar canadien
currency-usd = dollar des États-Unis
currency-pkr = roupie pakistanaise
currency-eur = euro
currency-gbp = livre sterling
currency-aed = dirham des Émirats arabes unis
currency-inr = roupie indienne
currency-sar = rial saoudien
currency-jpy = yen japonais
currency-aud = dollar australien
currency-cny = yuan renminbi chinois
