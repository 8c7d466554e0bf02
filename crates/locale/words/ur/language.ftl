# بولی جانے والی زبانیں، ISO 639 کوڈ کے مطابق۔
language-en = انگریزی
language-fr = فرانسیسی
language-ur = اردو
language-pa = پنجابی
language-ps = پشتو
language-sd = سندھی
language-bal = بلوچی
language-ar = عربی
language-zh = چینی
language-es = ہسپانوی
language-de = جرمن
language-hi = ہندی
language-fa = فارسی
language-tr = ترکی
language-skill = { $language } ({ $level })
