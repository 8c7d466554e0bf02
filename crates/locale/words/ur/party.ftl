# فریقوں کی اقسام۔
party-firm = کمپنی
party-professional = پیشہ ور
party-startup = اسٹارٹ اپ
party-investor = سرمایہ کار
party-mentor = سرپرست
party-institution = ادارہ
party-agency = سرکاری ایجنسی
party-count = { $n ->
    [one] { $n } فریق
   *[other] { $n } فریق
}
