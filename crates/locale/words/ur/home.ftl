# The first page.
home-title = کینیڈا اور پاکستان، ڈیجیٹل خدمات
home-heading = کینیڈا اور پاکستان کے درمیان کام کا پل
home-lead = دونوں ملکوں کے ادارے، لوگ اور سرمایہ یہاں ایک دوسرے کو پاتے ہیں، جانتے ہیں کہ کام کی اصل لاگت دونوں طرف کیا ہے، ملتے ہیں اور نتیجہ دکھاتے ہیں۔
home-ask = مہارت طلب کریں
home-offer = اپنی مہارت پیش کریں
home-now = آج پل پر
home-parties = { $n ->
    [one] شریک
   *[other] شرکاء
}
home-asks = { $n ->
    [one] کھلی طلب
   *[other] کھلی طلبیں
}
home-offers = { $n ->
    [one] کھلی پیشکش
   *[other] کھلی پیشکشیں
}
home-skills = { $n ->
    [one] مہارت درج
   *[other] مہارتیں درج
}
home-facts = { $n ->
    [one] عدد ماخذ کے ساتھ
   *[other] اعداد ماخذ کے ساتھ
}
home-how = یہ کیسے کام کرتا ہے
home-how-match = جوڑ جو اپنی وجہ بتائے
home-how-match-words = ہر تجویز نکتہ بہ نکتہ بتاتی ہے کہ وہ کیوں موزوں ہے، اور ہر انکار بتاتا ہے کہ کون سا اصول مانع ہے اور کیا بدلنا ہو گا۔
home-how-quote = لاگت کیا ہے اور بچتا کیا ہے
home-how-quote-words = دونوں طرف کے ٹیکس، کریڈٹ، فیس اور زرِ مبادلہ، سطر بہ سطر، ہر عدد اپنے قانون اور تاریخ کے ساتھ۔
home-how-meet = الفاظ سے مہارتوں تک
home-how-meet-words = انگریزی، فرانسیسی یا اردو میں متن چسپاں کریں اور دیکھیں کہ وہ کن مہارتوں کا ذکر کرتا ہے اور کیوں۔
home-how-proof = ہر عدد بتاتا ہے کس نے کہا اور کب
home-how-proof-words = قواعد اور اعداد کھلے ہیں: ماخذ، تاریخیں اور مفروضے خود پڑھیں۔
home-size = راہداری کتنی بڑی ہے
home-size-words = پاکستانی انفارمیشن ٹیکنالوجی کا کینیڈا ایک چھوٹا گاہک ہے۔ بڑھنے کی گنجائش یہی ہے۔
home-share = حصہ یا رقم
home-place = ملک
home-period = مدت اور ماخذ
home-chart-words = ملک وار پٹیاں۔ اعداد نیچے جدول میں ہیں۔
country-us = ریاستہائے متحدہ
country-ae = متحدہ عرب امارات
country-sa = سعودی عرب
country-sg = سنگاپور
country-my = ملائیشیا
country-ca = کینیڈا
country-au = آسٹریلیا
country-cn = چین
country-pk = پاکستان
home-chart-parties = تعداد
home-chart-kind = شرکاء بلحاظ قسم
home-chart-sort = شرکاء بلحاظ اعلان
home-chart-sector = شرکاء بلحاظ شعبہ، آٹھ بڑے
home-chart-spread = شرکاء کی تعداد کی پٹیاں۔ اعداد نیچے جدول میں ہیں۔
home-chart-value = کون سا
home-chart-tables = یہی جدولوں میں
