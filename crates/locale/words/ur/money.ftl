# کرنسیاں، ISO 4217 کوڈ کے مطابق؛ نام CLDR سے۔
currency-cad = کنیڈین ڈالر
currency-usd = امریکی ڈالر
currency-pkr = پاکستانی روپیہ
currency-eur = یورو
currency-gbp = برطانوی پاؤنڈ
currency-aed = متحدہ عرب اماراتی درہم
currency-inr = بھارتی روپیہ
currency-sar = سعودی ریال
currency-jpy = جاپانی ین
currency-aud = آسٹریلین ڈالر
currency-cny = چینی یوآن
