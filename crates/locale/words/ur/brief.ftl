# Skills from words.
brief-title = متن سے مہارتیں
brief-lead = جو آپ ڈھونڈ رہے ہیں یا جو آپ کر سکتے ہیں، اپنے الفاظ میں چسپاں کریں۔ کچھ محفوظ نہیں کیا جاتا۔
brief-text = متن یا کوائف نامہ
brief-hint = انگریزی، فرانسیسی یا اردو، زیادہ سے زیادہ ۲۰٬۰۰۰ حروف
brief-read = مہارتیں تلاش کریں
brief-found = { $n ->
    [one] { $n } مہارت ملی
   *[other] { $n } مہارتیں ملیں
}
brief-role = الفاظ ”{ $words }“ اس کردار کا نام ہیں: { $role }۔
brief-table = مہارتیں اور وہ الفاظ جن سے وہ نکلیں
brief-words = الفاظ
brief-reason = کیوں شمار ہوئے
brief-reason-name = اس کا نام
brief-reason-case = انہی حروف میں اس کا نام
brief-reason-context = آس پاس کے الفاظ تصدیق کرتے ہیں
brief-reason-list = مہارتوں کی فہرست میں ہے
brief-reason-phrase = اردگرد کا فقرہ
brief-ask = یہ طلب کریں
brief-offer = یہ پیش کریں
