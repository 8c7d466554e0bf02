# The pack as pages.
browse-title = اعداد اور ماخذ
browse-lead = یہاں ہر حساب اسی کھلے مجموعے پر قائم ہے۔ ہر عدد بتاتا ہے کہ کس نے شائع کیا، کب پڑھا گیا اور کتنا یقینی ہے۔
browse-skills = مہارتیں
browse-roles = کردار
browse-parameters = تاریخ وار اعداد
browse-rules = قواعد
browse-sources = ماخذ
browse-topics = موضوع وار اعداد
browse-topic = موضوع
browse-group = گروہ
browse-day = اس دن نافذ
browse-only-stale = صرف وہ جن پر دوبارہ نظر درکار ہے
browse-show-stale = دکھائیں
browse-stale = { $n ->
    [one] { $n } عدد نظرِ ثانی کی تاریخ سے گزر چکا ہے۔
   *[other] { $n } اعداد نظرِ ثانی کی تاریخ سے گزر چکے ہیں۔
}
browse-strengths = مہارتوں کے باہمی وزن کیسے طے ہوئے
browse-strengths-words = ایک مہارت دوسری کے بارے میں کچھ بتاتی ہے: یہ عدد بتاتا ہے کہ پہلی مہارت والے سو میں سے کتنوں کے پاس دوسری بھی ہے۔ جہاں ڈویلپروں کے عوامی سروے موجود ہیں وہاں ناپا گیا، ورنہ اندازہ لکھ دیا گیا۔ سلسلے ضرب پاتے ہیں اور کمزور ہونے پر رک جاتے ہیں۔
browse-name = نام
browse-also = دیگر نام
browse-declared = درج شدہ
browse-assumed = مفروضہ
browse-parameters-lead = قانون، شماریات اور مفروضوں کے مطابق کوئی عدد کیا ہے، کب سے کب تک، اور کس کے کہنے پر۔
browse-rules-lead = وہ سطریں جن سے تخمینہ بنتا ہے، ہر ایک کی وجہ، اور وہ طریقے جن سے وہ متعلق ہے۔
browse-weights = جوڑ کے وزن
browse-weights-words = دس ہزار میں سے۔ سب کے لیے وزن یکساں ہیں۔
browse-count-sources = { $n ->
    [one] ماخذ
   *[other] ماخذ
}
browse-count-sides = { $n ->
    [one] فریق
   *[other] فریق
}
browse-count-cities = { $n ->
    [one] شہر
   *[other] شہر
}
browse-count-holidays = { $n ->
    [one] تعطیل
   *[other] تعطیلات
}
browse-count-skills = { $n ->
    [one] مہارت
   *[other] مہارتیں
}
browse-count-spellings = { $n ->
    [one] ہجے
   *[other] ہجے
}
browse-count-implications = { $n ->
    [one] مہارتوں کا ربط
   *[other] مہارتوں کے روابط
}
browse-count-roles = { $n ->
    [one] کردار
   *[other] کردار
}
browse-count-titles = { $n ->
    [one] عہدے کا نام
   *[other] عہدوں کے نام
}
browse-count-sectors = { $n ->
    [one] شعبہ
   *[other] شعبے
}
browse-count-certifications = { $n ->
    [one] سند
   *[other] اسناد
}
browse-count-registrations = { $n ->
    [one] اندراج
   *[other] اندراجات
}
browse-count-exchange-rates = { $n ->
    [one] شرحِ مبادلہ
   *[other] شرحِ مبادلہ
}
browse-count-parameters = { $n ->
    [one] تاریخ وار پیمانہ
   *[other] تاریخ وار پیمانے
}
browse-count-mappings = { $n ->
    [one] درآمدی خاکہ
   *[other] درآمدی خاکے
}
browse-fact-kind = قسم
browse-fact-domain = میدان
browse-fact-broader = جس کا حصہ
browse-fact-narrower = جس میں شامل
browse-fact-aliases = دیگر ہجے
browse-fact-exact = صرف انہی حروف میں
browse-fact-context = جس سے تصدیق ہو
browse-fact-declares = براہِ راست بتائے
browse-fact-implies = لازم کرے، ۱۰۰ میں سے
browse-fact-implied-by = جن سے لازم آئے، ۱۰۰ میں سے
browse-fact-roles = کردار، بہ لحاظِ وزن
browse-fact-group = گروہ
browse-fact-titles = عہدے
browse-fact-core = بنیادی مہارتیں
browse-fact-skills = مہارتیں، بہ لحاظِ وزن
browse-fact-nearest-roles = قریب ترین کردار، ۱۰۰ میں سے
browse-fact-producer = ناشر
browse-fact-address = پتہ
browse-fact-published = اشاعت
browse-fact-read = پڑھنے کی تاریخ
browse-fact-licence = لائسنس
browse-fact-title = عنوان
skill-kind-language = پروگرامنگ زبان
skill-kind-framework = فریم ورک
skill-kind-library = لائبریری
skill-kind-tool = اوزار
skill-kind-platform = پلیٹ فارم
skill-kind-database = ڈیٹابیس
skill-kind-protocol = پروٹوکول
skill-kind-standard = معیار
skill-kind-method = طریقہ
skill-kind-practice = عمل
skill-kind-knowledge = علم
skill-kind-service = خدمت
skill-kind-certification-topic = سند کا موضوع
